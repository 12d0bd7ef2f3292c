import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Alert } from '../ui/Alert.tsx'
import { Button } from '../ui/Button.tsx'
import { MessageForm } from './MessageForm.tsx'
import { OutcomeSummary } from './OutcomeView.tsx'
import { useDraft } from './useDraft.ts'

type Props = {
  /** The sequence in history of the entry to undo. */
  seq: number
  undone: boolean
  onDone: () => void
}

/** A button that first shows what undoing would change, then undoes. */
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
      summary={(outcome) => <OutcomeSummary outcome={outcome} nothing={t('undo.nothing')} />}
      onDone={() => onDone?.()}
      beside={
        <Button kind="quiet" onPress={onKeep}>
          {t('undo.keep')}
        </Button>
      }
    />
  )
}
