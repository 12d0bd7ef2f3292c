import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineRow, Outcome } from '../../../electron/contract.ts'
import { TextField } from '../../ui/TextField.tsx'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { useDraft } from '../../warehouse/useDraft.ts'

type Props = { line: LineRow; onDone: (outcome: Outcome, id: string) => void; back: ReactNode }

/** Pins the line to its batch, or ends that. */
export function PinForm({ line: { orderId, sku, line, batchRef, pinned }, onDone, back }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const what = pinned ? 'unpin' : 'pin'
  const message = { type: pinned ? 'LineUnpinned' : 'LinePinned', orderId, sku, line, reason } as const
  // What it comes to is shown before there is a reason.
  const draft = useDraft(message, {
    previewed: { ...message, reason: '-' },
    missing: reason.trim() === '' ? 'reason' : undefined,
  })
  return (
    <MessageForm
      label={t(`order.${what}.title`, { line, sku, ref: batchRef })}
      titled
      draft={draft}
      kind="primary"
      confirm={t(`order.${what}.confirm`)}
      summary={() => <p>{t(`order.${what}.effect`)}</p>}
      onDone={onDone}
      beside={back}
    >
      <TextField
        label={t('field.reason')}
        value={reason}
        onChange={setReason}
        error={draft.errorOf('reason')}
        wanted={reason === ''}
        autoFocus
      />
    </MessageForm>
  )
}
