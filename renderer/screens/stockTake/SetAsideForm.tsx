import { useTranslation } from 'react-i18next'
import { ChoiceGrid } from '../../ui/ChoiceGrid.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { leadOn } from '../../warehouse/leadOn.ts'
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

type What = Entered['setAside']['what']
const types = { setAside: 'StockSetAside', release: 'SetAsideReleased', remove: 'SetAsideRemoved' } as const

const blank: Entered['setAside'] = { what: 'setAside', qty: '', note: '', reason: null, photos: [] }
const isBlank = ({ what, qty, note, photos }: Entered['setAside']) =>
  what === 'setAside' && qty.trim() === '' && note.trim() === '' && photos.length === 0

/** Units wait for inspection; or what was inspected is released or removed. */
export function SetAsideForm(props: WorkProps) {
  const { t } = useTranslation()
  const { ref, setAside } = props.batch
  const { entered, isDraft, enter, discard } = useEntered({ ref, work: 'setAside' }, blank, isBlank)
  const { what } = entered
  const reason = useReason(entered.reason)
  const note = entered.note.trim() || undefined
  const photos = what === 'setAside' && entered.photos.length > 0 ? entered.photos : undefined
  const isWhy = what !== 'release'
  const needsNote = isWhy && reason.needsNote
  const qty = quantityOf(entered.qty)
  const message = { type: types[what], ref, qty, note }
  // Whatever the reason, the same happens.
  const draft = useDraft(isWhy ? { ...message, reason: reason.id, photos } : message, {
    previewed: isWhy ? { ...message, reason: 'other' } : message,
    missing: needsNote && note === undefined ? 'note' : undefined,
  })
  const count = knownUnits(draft, qty)
  return (
    <UnitsForm
      {...props}
      label={t('stockTake.setAside')}
      draft={draft}
      entry={{ qty: entered.qty, fill: (qty) => enter({ qty }), isDraft, discard }}
      units={count}
      kind={count === null ? 'secondary' : what === 'remove' ? 'danger' : 'primary'}
      confirm={count === null ? t(`setAside.what.${what}`) : t(`setAside.confirm.${what}`, { count })}
      done={() => t(`setAside.done.${what}`, { count: Number(qty), ref })}
    >
      <TextField
        label={t(`setAside.units.${what}`)}
        hint={t('setAside.hint', { setAside })}
        value={entered.qty}
        onChange={(qty) => enter({ qty })}
        error={draft.errorOf('qty')}
        commands="*/"
        large
        numeric
      />
      <NoteField value={entered.note} onChange={(note) => enter({ note })} draft={draft} isNeeded={needsNote} />
      {setAside > 0 && (
        <div className={styles.whole}>
          <ChoiceGrid
            label={t('setAside.choose')}
            hint={t('setAside.chooseHint')}
            options={(Object.keys(types) as What[]).map((id) => ({ id, name: t(`setAside.what.${id}`) }))}
            value={what}
            onChange={(id) => enter({ what: id as What })}
            onDigit={leadOn}
          />
        </div>
      )}
      {isWhy && (
        <div className={styles.whole}>
          <ReasonField reason={reason} onChange={(id) => enter({ reason: id })} draft={draft} />
          {what === 'setAside' && <PhotoField photos={entered.photos} onChange={(photos) => enter({ photos })} />}
        </div>
      )}
    </UnitsForm>
  )
}
