import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { OutcomeSummary } from '../../warehouse/OutcomeView.tsx'
import { quantityOf } from '../../warehouse/quantityOf.ts'
import { useDraft } from '../../warehouse/useDraft.ts'
import type { WorkProps } from './BatchWork.tsx'
import styles from './StockTake.module.css'
import { useUnconfirmed } from './unconfirmed.ts'
import { useLabelCount } from './useLabelCount.ts'

/** How many units were found. The quantity at the start of the count is sent along, so that a stale count is refused. */
export function CountForm({ batch, count, onChange, onDone, unconfirmed, leave }: WorkProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const [expected, setExpected] = useState(batch.qty)
  const [text, setText] = useState('')
  const [note, setNote] = useState('')
  const qty = quantityOf(text)
  const draft = useDraft({ type: 'StockCounted', ref: batch.ref, qty, expected, note: note.trim() || undefined })
  useLabelCount(count, setText)
  const isEntered = text.trim() !== '' || note.trim() !== ''
  useUnconfirmed(unconfirmed, { ref: batch.ref, isEntered, isFromLabel: text === count?.units })
  const { preview, settling, failures } = draft
  const counted = preview && !settling && typeof qty === 'number' ? qty : null
  useEffect(() => {
    onChange(preview && counted !== null ? { qty: counted, outcome: preview } : null)
  }, [onChange, preview, counted])
  const recount = () => {
    setExpected(batch.qty)
    setText('')
  }
  return (
    <MessageForm
      label={t('stockTake.count')}
      draft={draft}
      kind="primary"
      confirm={
        counted === null ? t('stockTake.confirmCountNone') : t('stockTake.confirmCount', { qty: number(counted) })
      }
      summary={(outcome) => <OutcomeSummary outcome={outcome} nothing={t('outcome.nothingMoves')} />}
      onDone={(outcome, id) => {
        const text = t('stockTake.countDone', { ref: batch.ref, qty: number(Number(qty)) })
        onDone({ text, id, outcome })
      }}
      beside={
        failures.some(({ code }) => code === 'StaleCount') ? (
          <Button onPress={recount}>{t('stockTake.recount')}</Button>
        ) : (
          leave
        )
      }
    >
      <div className={styles.fields}>
        <TextField
          label={t('stockTake.counted')}
          hint={t('stockTake.countedHint')}
          value={text}
          onChange={setText}
          error={draft.errorOf('qty')}
          large
          numeric
        />
        <TextField label={t('stockTake.note')} value={note} onChange={setNote} error={draft.errorOf('note')} optional />
      </div>
    </MessageForm>
  )
}
