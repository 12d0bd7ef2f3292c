import { ArrowUp, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReasonText } from '../../i18n/reasonText.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/CheckField.tsx'
import { digitOf } from '../../ui/digitOf.ts'
import screen from '../../ui/screen.module.css'
import { TextField } from '../../ui/TextField.tsx'
import { isBuiltIn, type Reason, useReasons, withChanged, withMoved, withOwn } from '../../warehouse/reasons.ts'
import { useKept } from '../../warehouse/useKept.ts'
import styles from './Reasons.module.css'

const LONGEST = 80 // characters, as the core has it
const icon = { size: 16, 'aria-hidden': true }

/** Which reasons for damage can be chosen, in which order, by which digits, and which of them demand a note. */
export function Reasons() {
  const { t } = useTranslation()
  const { reasons, change } = useReasons()
  const shown = reasons.filter(({ isHidden }) => !isHidden)
  return (
    <>
      <p className={screen.hint}>{t('reasons.hint')}</p>
      <ul className={styles.reasons}>
        {reasons.map((reason, at) => (
          <ReasonRow
            key={reason.id}
            reason={reason}
            digit={digitOf(shown.indexOf(reason))}
            isFirst={at === 0}
            change={change}
          />
        ))}
      </ul>
      <AddReason reasons={reasons} onAdd={(added) => change(() => added)} />
    </>
  )
}

/** `digit`: null: none chooses it. */
type RowProps = {
  reason: Reason
  digit: string | null
  isFirst: boolean
  change: ReturnType<typeof useReasons>['change']
}

function ReasonRow({ reason: { id, isHidden, needsNote }, digit, isFirst, change }: RowProps) {
  const { t } = useTranslation()
  const name = useReasonText()(id)
  const set = (changed: Partial<Reason>) => change((reasons) => withChanged(reasons, id, changed))
  return (
    <li aria-label={name}>
      <kbd>{digit}</kbd>
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
  const [{ words }, set] = useKept('ownReason', { words: '' })
  const setWords = (words: string) => set({ words })
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
