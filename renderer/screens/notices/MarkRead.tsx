import { useMutation } from '@tanstack/react-query'
import { CheckCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n/failureText.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { useCommand } from '../../warehouse/commands.ts'
import { useView } from '../../warehouse/queries.ts'
import { failureOf, unwrap } from '../../warehouse/unwrap.ts'

/** Marks all that is there as read, for everyone. */
export function MarkRead() {
  const { t } = useTranslation()
  const newest = useView('notices', { unread: true, limit: 1 }).data?.rows[0]
  const marking = useMutation({
    mutationFn: (upTo: number) => unwrap(window.warehouse.handle({ type: 'NoticesRead', upTo }, crypto.randomUUID())),
    networkMode: 'always',
  })
  const mark = () => newest && marking.mutate(newest.seq)
  useCommand('markRead', newest ? mark : null)
  return (
    <>
      {marking.error && <Alert tone="bad">{failureText(failureOf(marking.error), t)}</Alert>}
      <Button onPress={mark} isDisabled={!newest}>
        <CheckCheck size={16} aria-hidden />
        {t('notices.markRead')}
      </Button>
    </>
  )
}
