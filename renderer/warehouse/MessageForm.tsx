import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../electron/contract.ts'
import { Alert } from '../ui/Alert.tsx'
import { Button } from '../ui/Button.tsx'
import { lineChangesOf, movesLines } from './lineChanges.ts'
import styles from './MessageForm.module.css'
import { OutcomeLines } from './OutcomeView.tsx'
import { useOpenEntry } from './openEntry.ts'
import { play } from './sounds.ts'
import type { Draft } from './useDraft.ts'

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
  onDone: (outcome: Outcome, id: string) => void
  /** Beside the button that confirms. */
  beside?: ReactNode
}

const INVALID = '[aria-invalid="true"], [data-invalid] button'

/** Fields, a preview, and the button that confirms, which stays in view with a summary of the preview. Enter moves the focus from any field to that button. */
export function MessageForm(props: Props) {
  const { label, titled, draft, confirm, kind, isDisabled, autoFocus, children, summary, onDone, beside } = props
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const refused = useRef(false)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return
    if (event.target.getAttribute('aria-expanded') === 'true') return // Enter chooses a suggestion
    event.preventDefault()
    button.current?.focus()
  }
  const send = async () => {
    const done = await draft.confirm()
    if (done) {
      play('confirmed')
      if (movesLines(done.outcome)) play('moves')
      onDone(done.outcome, done.id)
    } else refused.current = true
    return done !== undefined
  }
  const isBusy = draft.confirming || draft.settling
  useOpenEntry({ isBusy, isValid: !isDisabled && !isBusy && draft.preview !== undefined, confirm: send })
  useMovesSound(draft)
  useEffect(() => {
    if (!refused.current || draft.confirming) return // invalid fields are marked after confirming has ended
    refused.current = false
    form.current?.querySelector<HTMLElement>(INVALID)?.focus()
  })
  return (
    <form ref={form} className={styles.form} aria-label={label} onKeyDown={onKeyDown} noValidate>
      {titled && <h3 className={styles.title}>{label}</h3>}
      {children}
      {draft.preview && lineChangesOf(draft.preview).length > 0 && (
        <section className={styles.preview} aria-busy={draft.settling}>
          <h3>{t('outcome.will')}</h3>
          <OutcomeLines outcome={draft.preview} />
        </section>
      )}
      <footer className={styles.footer}>
        {draft.otherError && <Alert tone="bad">{draft.otherError}</Alert>}
        <div className={styles.summary} aria-live="polite" aria-busy={draft.settling}>
          {draft.preview && summary(draft.preview)}
        </div>
        <div className={styles.actions}>
          <Button
            ref={button}
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

/** Heard once when what is entered begins to move other people's order lines, and not again while it goes on to. */
function useMovesSound({ preview }: Draft): void {
  const moves = preview !== undefined && movesLines(preview)
  useEffect(() => {
    if (moves) play('moves')
  }, [moves])
}
