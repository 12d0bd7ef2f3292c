import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../warehouse/useDraft.ts'
import { Alert } from './Alert.tsx'
import { Button } from './Button.tsx'
import { MessageForm } from './MessageForm.tsx'
import { OutcomeView } from './OutcomeView.tsx'

type Props = {
  /** The sequence in history of what may be undone. */
  seq: number
  undone: boolean
  onDone: () => void
}

/** Asks, shows what undoing would do, and does it. */
export function UndoButton({ seq, undone, onDone }: Props) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  if (undone) return <Alert tone="good">{t('undo.done')}</Alert>
  if (asked) return <UndoForm seq={seq} onKeep={() => setAsked(false)} onDone={onDone} />
  return (
    <div>
      <Button onPress={() => setAsked(true)}>
        <Undo2 size={16} aria-hidden />
        {t('undo.ask')}
      </Button>
    </div>
  )
}

export function UndoForm({ seq, onKeep, onDone }: { seq: number; onKeep: () => void; onDone?: () => void }) {
  const { t } = useTranslation()
  const draft = useDraft({ type: 'MessageUndone', undoes: seq })
  return (
    <MessageForm
      label={t('undo.title')}
      draft={draft}
      kind="primary"
      confirm={t('undo.confirm')}
      preview={(outcome) => <OutcomeView outcome={outcome} nothing={t('undo.nothing')} />}
      onDone={() => onDone?.()}
      beside={
        <Button kind="quiet" onPress={onKeep}>
          {t('undo.keep')}
        </Button>
      }
    />
  )
}
