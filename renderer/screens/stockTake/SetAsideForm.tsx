import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceGrid } from '../../ui/ChoiceGrid.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { leadOn } from '../../warehouse/leadOn.ts'
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

type What = Entered['setAside']['what']
const types = { setAside: 'StockSetAside', release: 'SetAsideReleased', remove: 'SetAsideRemoved' } as const

const isBlank = ({ what, qty, note }: Entered['setAside']) =>
  what === 'setAside' && qty.trim() === '' && note.trim() === ''

/** Units wait for inspection; or what was inspected is released or removed. */
export function SetAsideForm({ batch, count: labelled, onChange, onDone, onSwitch, onLeave, unconfirmed }: WorkProps) {
  const { t } = useTranslation()
  const { ref } = batch
  const blank: Entered['setAside'] = { what: 'setAside', qty: '', note: '', reason: null }
  const { entered, isDraft, enter, discard } = useEntered({ ref, work: 'setAside' }, blank, isBlank)
  const [lastReason, remember] = useSetting('reason')
  const { what } = entered
  const shown = useReasons().reasons.filter(({ isHidden }) => !isHidden)
  const reason = shown.find(({ id }) => id === (entered.reason ?? lastReason))
  const note = entered.note.trim() || undefined
  const isWhy = what !== 'release'
  const wantsNote = isWhy && reason?.needsNote === true && note === undefined
  const qty = quantityOf(entered.qty)
  const message = { type: types[what], ref, qty, note }
  // Whatever the reason, the same happens.
  const draft = useDraft(isWhy ? { ...message, reason: reason?.id } : message, {
    previewed: isWhy ? { ...message, reason: 'other' } : message,
    missing: wantsNote ? 'note' : undefined,
  })
  useLabelCount(labelled, entered.qty, (qty) => enter({ qty }))
  useUnconfirmed(unconfirmed, { ref, isEntered: isDraft, value: entered.qty, labelled })
  const { preview, settling } = draft
  const count = preview && !settling && typeof qty === 'number' ? qty : null
  useEffect(() => {
    onChange(preview && count !== null ? preview : null)
  }, [onChange, preview, count])
  const choose = (id: string) => {
    remember(id)
    enter({ reason: id })
  }
  return (
    <MessageForm
      label={t('stockTake.setAside')}
      draft={draft}
      kind={count === null ? 'secondary' : what === 'remove' ? 'danger' : 'primary'}
      confirm={count === null ? t(`setAside.what.${what}`) : t(`setAside.confirm.${what}`, { count })}
      summary={(outcome) => <OutcomeSummary outcome={outcome} nothing={t('outcome.nothingMoves')} />}
      picture={(outcome) => <BatchPicture batch={batch} outcome={outcome} />}
      details={(outcome) => <KeptLines batchRef={ref} outcome={outcome} />}
      onDone={(outcome, id) => {
        discard()
        onDone({ text: t(`setAside.done.${what}`, { count: Number(qty), ref }), id, outcome })
      }}
      commands={{ '*': onSwitch, '/': onSwitch }}
      beside={<Leave onLeave={onLeave} onDiscard={isDraft ? discard : null} />}
    >
      <div className={styles.fields}>
        <TextField
          label={t(`setAside.units.${what}`)}
          hint={t('setAside.hint', { setAside: batch.setAside })}
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
          optional={!isWhy || reason?.needsNote !== true}
          wanted={wantsNote}
        />
        {batch.setAside > 0 && (
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
            <ReasonField reasons={shown} value={reason?.id ?? null} onChange={choose} error={draft.errorOf('reason')} />
          </div>
        )}
      </div>
    </MessageForm>
  )
}
