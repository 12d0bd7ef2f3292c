import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../../electron/contract.ts'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { OutcomeSummary } from '../../warehouse/OutcomeView.tsx'
import { useDraft } from '../../warehouse/useDraft.ts'

type Props = { orderId: string; onDone: (outcome: Outcome, id: string) => void; back: ReactNode }

export function DispatchForm({ orderId, onDone, back }: Props) {
  const { t } = useTranslation()
  const draft = useDraft({ type: 'OrderDispatched', orderId })
  return (
    <MessageForm
      label={t('order.dispatchHint')}
      titled
      draft={draft}
      kind="primary"
      confirm={t('order.dispatchConfirm')}
      summary={(outcome) => <OutcomeSummary outcome={outcome} nothing={t('order.nothingLeft')} />}
      onDone={onDone}
      beside={back}
    />
  )
}
