import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { DateField } from '../../ui/DateField.tsx'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { OutcomeSummary } from '../../warehouse/OutcomeView.tsx'
import { useDraft } from '../../warehouse/useDraft.ts'
import type { WorkProps } from './BatchWork.tsx'
import { useEntered } from './drafts.ts'
import { Leave } from './Leave.tsx'
import { useUnconfirmed } from './unconfirmed.ts'

/** The shipment arrives later or earlier, or has arrived. */
export function ArrivalForm({ batch, onDone, onLeave, unconfirmed }: WorkProps) {
  const { t } = useTranslation()
  const { date } = useFormat()
  const isBlank = ({ eta }: { eta: string | null }) => eta === batch.eta
  const arrival = useEntered({ ref: batch.ref, work: 'arrival' }, { eta: batch.eta }, isBlank)
  const { eta } = arrival.entered
  const draft = useDraft({ type: 'BatchEtaChanged', ref: batch.ref, eta })
  useUnconfirmed(unconfirmed, { ref: batch.ref, isEntered: arrival.isDraft, value: eta ?? '', labelled: null })
  return (
    <MessageForm
      label={t('stockTake.arrival')}
      draft={draft}
      kind="primary"
      isDisabled={eta === batch.eta}
      confirm={t('stockTake.confirmArrival')}
      summary={(outcome) => <OutcomeSummary outcome={outcome} nothing={t('stockTake.noneLate')} />}
      onDone={(outcome, id) => {
        const { ref } = batch
        const text =
          eta === null ? t('stockTake.arrived', { ref }) : t('stockTake.arrivalDone', { ref, date: date(eta) })
        arrival.discard()
        onDone({ text, id, outcome })
      }}
      beside={<Leave onLeave={onLeave} onDiscard={arrival.isDraft ? arrival.discard : null} />}
    >
      <DateField
        label={t('stockTake.eta')}
        hint={t('stockTake.etaHint')}
        value={eta}
        onChange={(eta) => arrival.enter({ eta })}
        error={draft.errorOf('eta')}
      />
    </MessageForm>
  )
}
