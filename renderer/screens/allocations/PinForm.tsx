import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineRow, Outcome } from '../../../electron/contract.ts'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { useReasonedDraft } from '../../warehouse/useReasonedDraft.tsx'

type Props = { line: LineRow; onDone: (outcome: Outcome, id: string) => void; back: ReactNode }

/** Pins the line to its batch, or ends that. */
export function PinForm({ line: { orderId, sku, line, batchRef, pinned }, onDone, back }: Props) {
  const { t } = useTranslation()
  const what = pinned ? 'unpin' : 'pin'
  const message = { type: pinned ? 'LineUnpinned' : 'LinePinned', orderId, sku, line } as const
  const { draft, reasonField } = useReasonedDraft(message, { autoFocus: true })
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
      {reasonField}
    </MessageForm>
  )
}
