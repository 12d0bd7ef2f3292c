import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'
import { MessageForm } from '../components/MessageForm.tsx'
import { OutcomeView } from '../components/OutcomeView.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { TextField } from '../components/TextField.tsx'
import { useSetting } from '../settings.ts'
import { quantityOf } from '../warehouse/quantityOf.ts'
import { useView } from '../warehouse/queries.ts'
import { useDraft } from '../warehouse/useDraft.ts'
import { BatchFacts } from './BatchFacts.tsx'
import type { Damage } from './DamageDone.tsx'
import { damageReasons } from './damageReasons.ts'
import styles from './StockTake.module.css'

type Props = { batchRef: string; onDone: (damage: Damage) => void; onLeave: () => void }

export function DamageForm({ batchRef, onDone, onLeave }: Props) {
  const { t } = useTranslation()
  const [qtyText, setQtyText] = useState('')
  const [reason, setReason] = useSetting('reason') // a leaking roof damages more than one batch
  const [note, setNote] = useState('')
  const qty = quantityOf(qtyText)
  const damage = { type: 'StockDamaged', ref: batchRef, qty, note: note.trim() || undefined } as const
  const draft = useDraft({ ...damage, reason: reason || undefined }, { ...damage, reason: reason || 'other' })
  const batch = useView('batches', { ref: batchRef, limit: 1 }).data?.rows[0]
  const removes = draft.preview && !draft.settling && typeof qty === 'number' ? qty : null
  return (
    <>
      {batch && <BatchFacts batch={batch} removes={removes} preview={draft.preview} />}
      <MessageForm
        label={t('nav.stockTake')}
        draft={draft}
        kind="danger"
        confirm={removes === null ? t('stockTake.confirmNone') : t('stockTake.confirm', { count: removes })}
        preview={(outcome) => <OutcomeView outcome={outcome} nothing={t('outcome.nothingMoves')} />}
        onDone={(outcome) => onDone({ ref: batchRef, qty: Number(qty), outcome })}
        beside={
          <Button kind="quiet" onPress={onLeave}>
            {t('stockTake.cancel')}
          </Button>
        }
      >
        <div className={styles.fields}>
          <TextField
            label={t('stockTake.damaged')}
            hint={t('stockTake.damagedHint')}
            value={qtyText}
            onChange={setQtyText}
            error={draft.errorOf('qty')}
            large
            numeric
            autoFocus
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
    </>
  )
}
