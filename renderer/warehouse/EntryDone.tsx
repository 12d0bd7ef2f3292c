import { Redo2, Undo2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../electron/contract.ts'
import { Alert } from '../ui/Alert.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './EntryDone.module.css'
import { OutcomeView } from './OutcomeView.tsx'
import { useView } from './queries.ts'
import { UndoForm } from './Undo.tsx'
import { useUndoText } from './undoText.ts'

/** What was done: a sentence, the message's id, and the outcome. */
export type Done = { readonly text: string; readonly id: string; readonly outcome: Outcome }

const icon = { size: 16, 'aria-hidden': true }

type Props = {
  done: Done
  /** The text when no line is affected. */
  nothing: string
  /** Called when it was undone or redone. */
  onUndone?: () => void
  /** What more there is to see of it, as long as it is in effect. */
  children?: ReactNode
}

/** The result of an entry, with its undo; once that was done, its result instead, with what it took back struck through. */
export function EntryDone({ done, nothing, onUndone, children }: Props) {
  const { t } = useTranslation()
  const { what } = useUndoText()
  const [shown, setShown] = useState({ ...done, struck: null as string | null })
  const [asked, setAsked] = useState(false)
  const { data, isPlaceholderData } = useView('entries', { id: shown.id, limit: 1 })
  const entry = isPlaceholderData ? undefined : data?.rows[0]
  const isKept = entry?.undone !== true
  const struck = isKept ? shown.struck : shown.text
  const text = isKept ? shown.text : t('undo.elsewhere')
  return (
    <div className={styles.done}>
      <Alert tone={struck === null ? 'good' : 'plain'}>
        {struck !== null && <s className={styles.struck}>{struck}</s>} {text}
      </Alert>
      {entry && asked && isKept ? (
        <UndoForm
          entry={entry}
          onKeep={() => setAsked(false)}
          onDone={(outcome, id, text) => {
            // What was done again is the first entry, which can be undone again.
            const redone = entry.event.type === 'MessageUndone'
            setShown({ text, outcome, id: redone ? done.id : id, struck: shown.text })
            setAsked(false)
            onUndone?.()
          }}
        />
      ) : (
        isKept && (
          <>
            {shown.struck === null && children}
            <OutcomeView outcome={shown.outcome} nothing={shown.struck === null ? nothing : t('outcome.nothingElse')} />
            {entry?.undoable && (
              <div>
                <Button onPress={() => setAsked(true)}>
                  {entry.event.type === 'MessageUndone' ? <Redo2 {...icon} /> : <Undo2 {...icon} />}
                  {t('undo.ask', { what: what(entry) })}
                </Button>
              </div>
            )}
          </>
        )
      )}
    </div>
  )
}
