import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { OutcomeSummary } from '../../warehouse/OutcomeView.tsx'
import { quantityOf } from '../../warehouse/quantityOf.ts'
import { useDraft } from '../../warehouse/useDraft.ts'
import { BatchPicture } from './BatchPicture.tsx'
import type { WorkProps } from './BatchWork.tsx'
import { type Entered, useEntered } from './drafts.ts'
import { KeptLines } from './KeptLines.tsx'
import { Leave } from './Leave.tsx'
import styles from './StockTake.module.css'
import { useUnconfirmed } from './unconfirmed.ts'
import { useLabelCount } from './useLabelCount.ts'

const isBlank = ({ qty, note }: Entered['count']) => qty.trim() === '' && note.trim() === ''

/** How many units were found. The quantity at the start of the count is sent along, so that a stale count is refused. */
export function CountForm({ batch, count: labelled, onChange, onDone, onSwitch, onLeave, unconfirmed }: WorkProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const blank = { qty: '', note: '', expected: batch.qty }
  const { entered, isDraft, enter, discard } = useEntered({ ref: batch.ref, work: 'count' }, blank, isBlank)
  const qty = quantityOf(entered.qty)
  const note = entered.note.trim() || undefined
  const draft = useDraft({ type: 'StockCounted', ref: batch.ref, qty, expected: entered.expected, note })
  useLabelCount(labelled, entered.qty, (qty) => enter({ qty }))
  useUnconfirmed(unconfirmed, { ref: batch.ref, isEntered: isDraft, value: entered.qty, labelled })
  const { preview, settling, failures } = draft
  const counted = preview && !settling && typeof qty === 'number' ? qty : null
  useEffect(() => {
    onChange(preview && counted !== null ? preview : null)
  }, [onChange, preview, counted])
  return (
    <MessageForm
      label={t('stockTake.count')}
      draft={draft}
      kind="primary"
      confirm={
        counted === null ? t('stockTake.confirmCountNone') : t('stockTake.confirmCount', { qty: number(counted) })
      }
      summary={(outcome) => <OutcomeSummary outcome={outcome} nothing={t('outcome.nothingMoves')} />}
      picture={(outcome) => <BatchPicture batch={batch} outcome={outcome} />}
      details={(outcome) => <KeptLines batchRef={batch.ref} outcome={outcome} />}
      onDone={(outcome, id) => {
        discard()
        onDone({ text: t('stockTake.countDone', { ref: batch.ref, qty: number(Number(qty)) }), id, outcome })
      }}
      commands={{ '*': onSwitch, '/': onSwitch }}
      beside={
        failures.some(({ code }) => code === 'StaleCount') ? (
          <Button onPress={discard}>{t('stockTake.recount')}</Button>
        ) : (
          <Leave onLeave={onLeave} onDiscard={isDraft ? discard : null} />
        )
      }
    >
      <div className={styles.fields}>
        <TextField
          label={t('stockTake.counted')}
          hint={t('stockTake.countedHint')}
          value={entered.qty}
          onChange={(qty) => enter({ qty })}
          error={draft.errorOf('qty')}
          commands="*/"
          large
          numeric
        />
        <TextField
          label={t('stockTake.note')}
          value={entered.note}
          onChange={(note) => enter({ note })}
          error={draft.errorOf('note')}
          optional
        />
      </div>
    </MessageForm>
  )
}
