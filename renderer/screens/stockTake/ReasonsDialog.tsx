import { ArrowUp, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReasonText } from '../../i18n/reasonText.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/CheckField.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './Reasons.module.css'
import { isBuiltIn, type Reason, useReasons, withChanged, withMoved, withOwn } from './reasons.ts'

const LONGEST = 80 // characters, as the core has it
const icon = { size: 16, 'aria-hidden': true }

/** Which reasons can be chosen on this workstation, in which order, and which of them demand a note. */
export function ReasonsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { reasons, change } = useReasons()
  return (
    <Modal title={t('reasons.title')} onClose={onClose}>
      <p>{t('reasons.hint')}</p>
      <ul className={styles.reasons}>
        {reasons.map((reason, at) => (
          <ReasonRow key={reason.id} reason={reason} isFirst={at === 0} change={change} />
        ))}
      </ul>
      <AddReason reasons={reasons} onAdd={(added) => change(() => added)} />
    </Modal>
  )
}

type RowProps = { reason: Reason; isFirst: boolean; change: ReturnType<typeof useReasons>['change'] }

function ReasonRow({ reason: { id, isHidden, needsNote }, isFirst, change }: RowProps) {
  const { t } = useTranslation()
  const name = useReasonText()(id)
  const set = (changed: Partial<Reason>) => change((reasons) => withChanged(reasons, id, changed))
  return (
    <li aria-label={name}>
      <strong>{name}</strong>
      <CheckField isSelected={!isHidden} onChange={(shown) => set({ isHidden: !shown })}>
        {t('reasons.shown')}
      </CheckField>
      <CheckField isSelected={needsNote} onChange={(needed) => set({ needsNote: needed })}>
        {t('reasons.needsNote')}
      </CheckField>
      <Button
        kind="quiet"
        aria-label={t('reasons.moveUp', { name })}
        isDisabled={isFirst}
        onPress={() => change((reasons) => withMoved(reasons, id))}
      >
        <ArrowUp {...icon} />
      </Button>
      {!isBuiltIn(id) && (
        <Button
          kind="quiet"
          aria-label={t('reasons.remove', { name })}
          onPress={() => change((reasons) => reasons.filter((reason) => reason.id !== id))}
        >
          <Trash2 {...icon} />
        </Button>
      )}
    </li>
  )
}

type AddProps = { reasons: readonly Reason[]; onAdd: (reasons: readonly Reason[]) => void }

function AddReason({ reasons, onAdd }: AddProps) {
  const { t } = useTranslation()
  const reasonText = useReasonText()
  const [words, setWords] = useState('')
  const [isTaken, setTaken] = useState(false)
  const add = (event: FormEvent) => {
    event.preventDefault()
    const own = words.trim()
    if (!own) return
    const names = reasons.map(({ id }) => reasonText(id))
    const added = withOwn(reasons, own, names)
    setTaken(added === null)
    if (added === null) return
    onAdd(added)
    setWords('')
  }
  return (
    <form className={styles.add} onSubmit={add}>
      <TextField
        label={t('reasons.own')}
        value={words}
        onChange={setWords}
        maxLength={LONGEST}
        error={isTaken ? t('reasons.taken') : undefined}
      />
      <Button type="submit">{t('reasons.add')}</Button>
    </form>
  )
}
