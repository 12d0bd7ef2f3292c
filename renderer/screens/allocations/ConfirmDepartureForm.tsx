import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../../electron/contract.ts'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { OutcomeSummary } from '../../warehouse/OutcomeView.tsx'
import { useDraft } from '../../warehouse/useDraft.ts'

type Props = { orderId: string; onDone: (outcome: Outcome, id: string) => void; back: ReactNode }

/** The goods of the dispatched lines have left, so that their dispatch cannot be undone any more. */
export function ConfirmDepartureForm({ orderId, onDone, back }: Props) {
  const { t } = useTranslation()
  const draft = useDraft({ type: 'DispatchConfirmed', orderId })
  return (
    <MessageForm
      label={t('order.departureHint')}
      titled
      draft={draft}
      kind="primary"
      confirm={t('order.departureConfirm')}
      summary={(outcome) => <OutcomeSummary outcome={outcome} nothing={t('order.nothingDeparts')} />}
      onDone={onDone}
      beside={back}
    />
  )
}
