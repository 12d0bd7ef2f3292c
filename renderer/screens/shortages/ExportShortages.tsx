import { useMutation } from '@tanstack/react-query'
import { FileOutput } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n/failureText.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { useCommand } from '../../warehouse/commands.ts'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'

/** Saves what is short as a CSV file for the supplier. */
export function ExportShortages({ isDisabled }: { isDisabled: boolean }) {
  const { t } = useTranslation()
  const headings = { sku: t('field.sku'), units: t('shortages.units'), due: t('shortages.due') }
  const saving = useMutation({
    mutationFn: () => unwrap(window.warehouse.saveShortages(headings)),
    networkMode: 'always',
  })
  const canSave = !isDisabled && !saving.isPending
  useCommand('export', canSave ? () => saving.mutate() : null)
  return (
    <>
      {saving.error && <Alert tone="bad">{failureText(failureOf(saving.error), t)}</Alert>}
      {saving.data && <Alert tone="good">{t('shortages.exported', { file: saving.data })}</Alert>}
      <Button isDisabled={!canSave} onPress={() => saving.mutate()}>
        <FileOutput size={16} aria-hidden />
        {t('shortages.export')}
      </Button>
    </>
  )
}
