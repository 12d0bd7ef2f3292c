import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { MessageForm } from '../../warehouse/MessageForm.tsx'
import { OutcomeSummary } from '../../warehouse/OutcomeView.tsx'
import { quantityOf } from '../../warehouse/quantityOf.ts'
import { useSetting } from '../../warehouse/settings.ts'
import { useDraft } from '../../warehouse/useDraft.ts'
import type { WorkProps } from './BatchWork.tsx'
import { damageReasons } from './damageReasons.ts'
import styles from './StockTake.module.css'
import { useUnconfirmed } from './unconfirmed.ts'
import { useLabelCount } from './useLabelCount.ts'

/** How many units are gone, and why. */
export function DamageForm({ batch, count, onChange, onDone, unconfirmed, leave }: WorkProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [reason, setReason] = useSetting('reason') // kept for the next batch: a leaking roof damages several
  const [note, setNote] = useState('')
  const qty = quantityOf(text)
  const damage = { type: 'StockDamaged', ref: batch.ref, qty, note: note.trim() || undefined } as const
  const draft = useDraft({ ...damage, reason: reason || undefined }, { ...damage, reason: reason || 'other' })
  useLabelCount(count, setText)
  const isEntered = text.trim() !== '' || note.trim() !== ''
  useUnconfirmed(unconfirmed, { ref: batch.ref, isEntered, isFromLabel: text === count?.units })
  const { preview, settling } = draft
  const removes = preview && !settling && typeof qty === 'number' ? qty : null
  useEffect(() => {
    onChange(preview && removes !== null ? { qty: batch.qty - removes, outcome: preview } : null)
  }, [onChange, preview, removes, batch.qty])
  return (
    <MessageForm
      label={t('stockTake.damage')}
      draft={draft}
      kind={removes === null ? 'secondary' : 'danger'}
      confirm={removes === null ? t('stockTake.confirmNone') : t('stockTake.confirm', { count: removes })}
      summary={(outcome) => <OutcomeSummary outcome={outcome} nothing={t('outcome.nothingMoves')} />}
      onDone={(outcome, id) =>
        onDone({ text: t('stockTake.damaged', { count: Number(qty), ref: batch.ref }), id, outcome })
      }
      beside={leave}
    >
      <div className={styles.fields}>
        <TextField
          label={t('stockTake.damagedUnits')}
          hint={t('stockTake.damagedHint')}
          value={text}
          onChange={setText}
          error={draft.errorOf('qty')}
          large
          numeric
        />
        <SelectField
          label={t('stockTake.reason')}
          placeholder={t('stockTake.chooseReason')}
          options={damageReasons.map((id) => ({ id, name: t(`reason.${id}`) }))}
          value={damageReasons.find((id) => id === reason) ?? null}
          onChange={setReason}
          error={draft.errorOf('reason')}
        />
        <div className={styles.whole}>
          <TextField
            label={t('stockTake.note')}
            value={note}
            onChange={setNote}
            error={draft.errorOf('note')}
            optional
          />
        </div>
      </div>
    </MessageForm>
  )
}
