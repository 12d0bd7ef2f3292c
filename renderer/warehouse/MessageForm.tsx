import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../electron/contract.ts'
import { Alert } from '../ui/Alert.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './MessageForm.module.css'
import type { Draft } from './useDraft.ts'

type Props = {
  label: string
  /** Whether the label is also shown as a heading. */
  titled?: boolean
  draft: Draft
  confirm: string
  kind: 'primary' | 'danger'
  /** The fields. */
  children?: ReactNode
  preview: (outcome: Outcome) => ReactNode
  onDone: (outcome: Outcome, id: string) => void
  /** Beside the button that confirms. */
  beside?: ReactNode
}

const INVALID = '[aria-invalid="true"], [data-invalid] button'

/** Fields, a preview, and the button that confirms. Enter moves the focus from any field to that button. */
export function MessageForm({ label, titled, draft, confirm, kind, children, preview, onDone, beside }: Props) {
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
    if (done) onDone(done.outcome, done.id)
    else refused.current = true
  }
  useEffect(() => {
    if (!refused.current || draft.confirming) return // invalid fields are marked after confirming has ended
    refused.current = false
    form.current?.querySelector<HTMLElement>(INVALID)?.focus()
  })
  return (
    <form ref={form} className={styles.form} aria-label={label} onKeyDown={onKeyDown} noValidate>
      {titled && <h3 className={styles.title}>{label}</h3>}
      {children}
      <section className={styles.preview} aria-live="polite" aria-busy={draft.settling}>
        {draft.preview && (
          <>
            <h3>{t('outcome.will')}</h3>
            {preview(draft.preview)}
          </>
        )}
      </section>
      {draft.otherError && <Alert tone="bad">{draft.otherError}</Alert>}
      <div className={styles.actions}>
        <Button ref={button} kind={kind} onPress={send} isPending={draft.confirming || draft.settling}>
          {confirm}
        </Button>
        {beside}
      </div>
    </form>
  )
}
