import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/TextField.tsx'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { OutcomeSummary } from '../../warehouse/OutcomeView.tsx'
import { quantityOf } from '../../warehouse/quantityOf.ts'
import { useSetting } from '../../warehouse/settings.ts'
import { useDraft } from '../../warehouse/useDraft.ts'
import { BatchPicture } from './BatchPicture.tsx'
import type { WorkProps } from './BatchWork.tsx'
import { type Entered, useEntered } from './drafts.ts'
import { KeptLines } from './KeptLines.tsx'
import { Leave } from './Leave.tsx'
import { ReasonField } from './ReasonField.tsx'
import { useReasons } from './reasons.ts'
import styles from './StockTake.module.css'
import { useUnconfirmed } from './unconfirmed.ts'
import { useLabelCount } from './useLabelCount.ts'

const blank: Entered['damage'] = { qty: '', note: '', reason: null }
const isBlank = ({ qty, note }: Entered['damage']) => qty.trim() === '' && note.trim() === ''

/** How many units are gone, and why. */
export function DamageForm({ batch, count: labelled, onChange, onDone, onSwitch, onLeave, unconfirmed }: WorkProps) {
  const { t } = useTranslation()
  const { entered, isDraft, enter, discard } = useEntered({ ref: batch.ref, work: 'damage' }, blank, isBlank)
  const [lastReason, remember] = useSetting('reason') // kept for the next batch: a leaking roof damages several
  const shown = useReasons().reasons.filter(({ isHidden }) => !isHidden)
  const reason = shown.find(({ id }) => id === (entered.reason ?? lastReason))
  const note = entered.note.trim() || undefined
  const wantsNote = reason?.needsNote === true && note === undefined
  const qty = quantityOf(entered.qty)
  const damage = { type: 'StockDamaged', ref: batch.ref, qty, note } as const
  // Whatever the reason, the same happens.
  const draft = useDraft(
    { ...damage, reason: reason?.id },
    { previewed: { ...damage, reason: 'other' }, missing: wantsNote ? 'note' : undefined },
  )
  useLabelCount(labelled, entered.qty, (qty) => enter({ qty }))
  useUnconfirmed(unconfirmed, { ref: batch.ref, isEntered: isDraft, value: entered.qty, labelled })
  const { preview, settling } = draft
  const removes = preview && !settling && typeof qty === 'number' ? qty : null
  useEffect(() => {
    onChange(preview && removes !== null ? preview : null)
  }, [onChange, preview, removes])
  const choose = (id: string) => {
    remember(id)
    enter({ reason: id })
  }
  return (
    <MessageForm
      label={t('stockTake.damage')}
      draft={draft}
      kind={removes === null ? 'secondary' : 'danger'}
      confirm={removes === null ? t('stockTake.confirmNone') : t('stockTake.confirm', { count: removes })}
      summary={(outcome) => <OutcomeSummary outcome={outcome} nothing={t('outcome.nothingMoves')} />}
      picture={(outcome) => <BatchPicture batch={batch} outcome={outcome} />}
      details={(outcome) => <KeptLines batchRef={batch.ref} outcome={outcome} />}
      onDone={(outcome, id) => {
        discard()
        onDone({ text: t('stockTake.damaged', { count: Number(qty), ref: batch.ref }), id, outcome })
      }}
      commands={{ '*': onSwitch, '/': onSwitch, '+': focusReasons }}
      beside={<Leave onLeave={onLeave} onDiscard={isDraft ? discard : null} />}
    >
      <div className={styles.fields}>
        <TextField
          label={t('stockTake.damagedUnits')}
          hint={t('stockTake.damagedHint')}
          value={entered.qty}
          onChange={(qty) => enter({ qty, reason: reason?.id ?? null })}
          error={draft.errorOf('qty')}
          commands="*/+"
          large
          numeric
        />
        <TextField
          label={t('stockTake.note')}
          value={entered.note}
          onChange={(note) => enter({ note, reason: reason?.id ?? null })}
          error={draft.errorOf('note')}
          optional={reason?.needsNote !== true}
          wanted={wantsNote}
        />
        <div className={styles.whole}>
          <ReasonField reasons={shown} value={reason?.id ?? null} onChange={choose} error={draft.errorOf('reason')} />
        </div>
      </div>
    </MessageForm>
  )
}

function focusReasons(form: HTMLFormElement): void {
  const radio = form.querySelector<HTMLElement>(':checked') ?? form.querySelector<HTMLElement>('input[type="radio"]')
  radio?.focus()
}
