import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/TextField.tsx'
import { PhotoField } from '../../warehouse/photos/PhotoField.tsx'
import { quantityOf } from '../../warehouse/quantityOf.ts'
import { useReason } from '../../warehouse/reasons.ts'
import { useDraft } from '../../warehouse/useDraft.ts'
import type { WorkProps } from './BatchWork.tsx'
import { type Entered, useEntered } from './drafts.ts'
import { NoteField } from './NoteField.tsx'
import { ReasonField } from './ReasonField.tsx'
import styles from './StockTake.module.css'
import { knownUnits, UnitsForm } from './UnitsForm.tsx'

const blank: Entered['damage'] = { qty: '', note: '', reason: null, photos: [] }
const isBlank = ({ qty, note, photos }: Entered['damage']) =>
  qty.trim() === '' && note.trim() === '' && photos.length === 0

/** How many units are gone, and why. */
export function DamageForm(props: WorkProps) {
  const { t } = useTranslation()
  const { ref } = props.batch
  const { entered, isDraft, enter, discard } = useEntered({ ref, work: 'damage' }, blank, isBlank)
  const reason = useReason(entered.reason)
  const note = entered.note.trim() || undefined
  const qty = quantityOf(entered.qty)
  const photos = entered.photos.length > 0 ? entered.photos : undefined
  const damage = { type: 'StockDamaged', ref, qty, note } as const
  // Whatever the reason, the same happens.
  const draft = useDraft(
    { ...damage, reason: reason.id, photos },
    { previewed: { ...damage, reason: 'other' }, missing: reason.needsNote && note === undefined ? 'note' : undefined },
  )
  const removes = knownUnits(draft, qty)
  return (
    <UnitsForm
      {...props}
      label={t('stockTake.damage')}
      draft={draft}
      entry={{ qty: entered.qty, fill: (qty) => enter({ qty }), isDraft, discard }}
      units={removes}
      kind={removes === null ? 'secondary' : 'danger'}
      confirm={removes === null ? t('stockTake.confirmNone') : t('stockTake.confirm', { count: removes })}
      done={() => t('stockTake.damaged', { count: Number(qty), ref })}
      commands={{ '+': focusReasons }}
    >
      <TextField
        label={t('stockTake.damagedUnits')}
        hint={t('stockTake.damagedHint')}
        value={entered.qty}
        onChange={(qty) => enter({ qty, reason: reason.id ?? null })}
        error={draft.errorOf('qty')}
        commands="*/+"
        large
        numeric
      />
      <NoteField
        value={entered.note}
        onChange={(note) => enter({ note, reason: reason.id ?? null })}
        draft={draft}
        isNeeded={reason.needsNote}
      />
      <div className={styles.whole}>
        <ReasonField reason={reason} onChange={(id) => enter({ reason: id })} draft={draft} />
        <PhotoField photos={entered.photos} onChange={(photos) => enter({ photos })} />
      </div>
    </UnitsForm>
  )
}

function focusReasons(form: HTMLFormElement): void {
  const radio = form.querySelector<HTMLElement>(':checked') ?? form.querySelector<HTMLElement>('input[type="radio"]')
  radio?.focus()
}
