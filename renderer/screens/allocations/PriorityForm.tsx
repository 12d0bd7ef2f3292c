import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineRow, Outcome } from '../../../electron/contract.ts'
import { TextField } from '../../ui/TextField.tsx'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { quantityOf } from '../../warehouse/quantityOf.ts'
import { useDraft } from '../../warehouse/useDraft.ts'
import { useKept } from '../../warehouse/useKept.ts'

const empty = { priority: '', reason: '' }

type Props = { line: LineRow; onDone: (outcome: Outcome, id: string) => void; back: ReactNode }

export function PriorityForm({ line: { orderId, sku, line }, onDone, back }: Props) {
  const { t } = useTranslation()
  const [{ priority, reason }, set] = useKept(`priority ${JSON.stringify([orderId, sku, line])}`, empty)
  const draft = useDraft({ type: 'LinePriorityChanged', orderId, sku, line, priority: quantityOf(priority), reason })
  return (
    <MessageForm
      label={t('order.priorityTitle', { line, sku })}
      titled
      draft={draft}
      kind="primary"
      confirm={t('order.priorityConfirm')}
      summary={({ events }) => (
        <p>{t(events.length === 0 ? 'order.priorityAsBefore' : 'order.priorityMovesNothing')}</p>
      )}
      onDone={(outcome, id) => {
        set(empty)
        onDone(outcome, id)
      }}
      beside={back}
    >
      <TextField
        label={t('field.priority')}
        hint={t('order.priorityHint')}
        value={priority}
        onChange={(priority) => set({ priority })}
        error={draft.errorOf('priority')}
        wanted={priority === ''}
        numeric
        autoFocus
      />
      <TextField
        label={t('field.reason')}
        value={reason}
        onChange={(reason) => set({ reason })}
        error={draft.errorOf('reason')}
        wanted={reason === ''}
      />
    </MessageForm>
  )
}
