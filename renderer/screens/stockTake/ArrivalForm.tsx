import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { DateField } from '../../ui/DateField.tsx'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { OutcomeSummary } from '../../warehouse/OutcomeView.tsx'
import { useDraft } from '../../warehouse/useDraft.ts'
import type { WorkProps } from './BatchWork.tsx'
import { useUnconfirmed } from './unconfirmed.ts'

/** The shipment arrives later or earlier, or has arrived. */
export function ArrivalForm({ batch, onDone, unconfirmed, leave }: WorkProps) {
  const { t } = useTranslation()
  const { date } = useFormat()
  const [eta, setEta] = useState(batch.eta)
  const draft = useDraft({ type: 'BatchEtaChanged', ref: batch.ref, eta })
  useUnconfirmed(unconfirmed, { ref: batch.ref, isEntered: eta !== batch.eta, isFromLabel: false })
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
        onDone({ text, id, outcome })
      }}
      beside={leave}
    >
      <DateField
        label={t('stockTake.eta')}
        hint={t('stockTake.etaHint')}
        value={eta}
        onChange={setEta}
        error={draft.errorOf('eta')}
      />
    </MessageForm>
  )
}
