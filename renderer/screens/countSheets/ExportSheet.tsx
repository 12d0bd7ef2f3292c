import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n/failureText.ts'
import { Button } from '../../ui/Button.tsx'
import { useCommand } from '../../warehouse/commands.ts'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'
import styles from './CountSheets.module.css'

/** Saves the sheet as a CSV file, with what it tells by now. */
export function ExportSheet({ name }: { name: string }) {
  const { t } = useTranslation()
  const saving = useMutation({
    mutationFn: () =>
      unwrap(
        window.warehouse.saveSheet(name, {
          ref: t('field.ref'),
          sku: t('field.sku'),
          expected: t('countSheets.expected'),
          qty: t('countSheets.found'),
          difference: t('countSheets.difference'),
          by: t('countSheets.last'),
        }),
      ),
    networkMode: 'always',
  })
  useCommand('export', () => saving.mutate())
  return (
    <>
      {saving.error && <span className={styles.warn}>{failureText(failureOf(saving.error), t)}</span>}
      {saving.data && <span role="status">{t('countSheets.saved', { name: saving.data })}</span>}
      <Button onPress={() => saving.mutate()}>
        <Download size={16} aria-hidden />
        {t('countSheets.export')}
      </Button>
    </>
  )
}
