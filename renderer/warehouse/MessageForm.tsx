import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../electron/contract.ts'
import { Alert } from '../ui/Alert.tsx'
import { Button } from '../ui/Button.tsx'
import { CONFIRMS, leadOn } from './leadOn.ts'
import { lineChangesOf, movesLines } from './lineChanges.ts'
import styles from './MessageForm.module.css'
import { OutcomeLines } from './OutcomeView.tsx'
import { useOpenEntry } from './openEntry.ts'
import { play } from './sounds.ts'
import type { Draft } from './useDraft.ts'
import { useEarlyEnter } from './useEarlyEnter.ts'

type Props = {
  label: string
  /** Whether the label is also shown as a heading. */
  titled?: boolean
  draft: Draft
  confirm: string
  kind: 'primary' | 'danger' | 'secondary'
  /** There is nothing to confirm. */
  isDisabled?: boolean
  /** Whether the button that confirms has the focus from the beginning. */
  autoFocus?: boolean
  /** The fields. */
  children?: ReactNode
  /** What the outcome would be, in one line that is always in view. */
  summary: (outcome: Outcome) => ReactNode
  /** What the outcome would be, besides the lines. */
  picture?: (outcome: Outcome) => ReactNode
  /** What more there is to know of the lines that it affects. */
  details?: (outcome: Outcome) => ReactNode
  onDone: (outcome: Outcome, id: string) => void
  /** What keys do that are no text, wherever the focus is in the form but in a field for texts. */
  commands?: Readonly<Record<string, (form: HTMLFormElement) => void>>
  /** Beside the button that confirms. */
  beside?: ReactNode
}

const INVALID = '[aria-invalid="true"]:not([role="radiogroup"]), [data-invalid] button, [data-invalid] input'

/**
 * Fields, a preview, and the button that confirms, which stays in view with a summary of the preview. Enter leads from any
 * field to one that still has to be filled in, else to that button.
 */
export function MessageForm(props: Props) {
  const {
    label,
    titled,
    draft,
    confirm,
    kind,
    isDisabled,
    autoFocus,
    children,
    summary,
    picture,
    details,
    onDone,
    commands,
    beside,
  } = props
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const [isRefused, setRefused] = useState(false)
  const send = async () => {
    const done = await draft.confirm()
    if (done) {
      play('confirmed')
      if (movesLines(done.outcome)) play('moves')
      onDone(done.outcome, done.id)
    } else setRefused(true)
    return done !== undefined
  }
  const early = useEarlyEnter(draft, send)
  const onKeyDown = (event: KeyboardEvent) => {
    const { target, key, currentTarget, nativeEvent } = event
    if (nativeEvent.isComposing || !currentTarget.contains(target as Node)) return // a dialog of a field has its own keys
    early.onKeyDown(event)
    const command = isText(target) ? undefined : commands?.[key]
    if (command) {
      event.preventDefault()
      command(currentTarget as HTMLFormElement)
    } else if (key === 'Enter' && isField(target)) {
      if (target.hasAttribute('aria-activedescendant')) return // Enter chooses this suggestion
      event.preventDefault()
      leadOn(target)
    }
  }
  const isBusy = draft.confirming || draft.settling
  useOpenEntry({ isBusy, isValid: !isDisabled && !isBusy && draft.preview !== undefined, confirm: send })
  useMovesSound(draft)
  useEffect(() => {
    if (!isRefused || draft.confirming) return // invalid fields are marked after confirming has ended
    setRefused(false)
    form.current?.querySelector<HTMLElement>(INVALID)?.focus()
  })
  const affectsLines = draft.preview !== undefined && lineChangesOf(draft.preview).length > 0
  return (
    <form ref={form} className={styles.form} aria-label={label} onKeyDownCapture={onKeyDown} noValidate>
      {titled && <h3 className={styles.title}>{label}</h3>}
      {children}
      {draft.preview && (picture || affectsLines) && (
        <section className={styles.preview} aria-busy={draft.settling}>
          <h3>{t('outcome.will')}</h3>
          {picture?.(draft.preview)}
          <OutcomeLines outcome={draft.preview} />
          {affectsLines && details?.(draft.preview)}
        </section>
      )}
      <footer className={styles.footer}>
        {draft.otherError && <Alert tone="bad">{draft.otherError}</Alert>}
        <div className={styles.summary} aria-live="polite" aria-busy={draft.settling}>
          {draft.preview && summary(draft.preview)}
          {early.isUnseen && <p className={styles.unseen}>{t('outcome.seeFirst')}</p>}
        </div>
        <div className={styles.actions}>
          <Button
            {...CONFIRMS}
            kind={kind}
            onPress={send}
            isPending={isBusy}
            isDisabled={isDisabled}
            autoFocus={autoFocus}
          >
            {confirm}
          </Button>
          {beside}
        </div>
      </footer>
    </form>
  )
}

/** A part of a date is none of the browser's inputs. */
const isField = (target: EventTarget): target is HTMLElement =>
  target instanceof HTMLInputElement || (target instanceof HTMLElement && target.role === 'spinbutton')

/** Whether a key is text there: numbers are entered without the keys that are commands. */
const isText = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement && target.type === 'text' && target.inputMode !== 'numeric'

/** Heard once when what is entered begins to move other people's order lines, and not again while it goes on to. */
function useMovesSound({ preview }: Draft): void {
  const moves = preview !== undefined && movesLines(preview)
  useEffect(() => {
    if (moves) play('moves')
  }, [moves])
}
