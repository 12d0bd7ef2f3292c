import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineRow, Outcome } from '../../../electron/contract.ts'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { OutcomeSummary } from '../../warehouse/OutcomeView.tsx'
import { useDraft } from '../../warehouse/useDraft.ts'

type Props = { line: LineRow; onDone: (outcome: Outcome, id: string) => void; back: ReactNode }

export function CancelLineForm({ line: { orderId, sku, line }, onDone, back }: Props) {
  const { t } = useTranslation()
  const draft = useDraft({ type: 'OrderLineCancelled', orderId, sku, line })
  return (
    <MessageForm
      label={t('order.cancelTitle', { line, sku })}
      titled
      draft={draft}
      kind="danger"
      confirm={t('order.cancelConfirm')}
      summary={(outcome) => <OutcomeSummary outcome={outcome} nothing={t('order.nothingFilled')} />}
      onDone={onDone}
      beside={back}
    />
  )
}
