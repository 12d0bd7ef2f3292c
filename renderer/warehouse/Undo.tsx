import { useTranslation } from 'react-i18next'
import type { EntryRow, Outcome } from '../../electron/contract.ts'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { MessageForm } from './MessageForm.tsx'
import { OutcomeSummary } from './OutcomeView.tsx'
import { undoFailureText, useUndoText } from './undoText.ts'
import { useDraft } from './useDraft.ts'

type Props = {
  /** What is to be taken back. */
  entry: EntryRow
  onKeep: () => void
  /** Called with what the undo came to, its id, and a sentence about it. */
  onDone: (outcome: Outcome, id: string, text: string) => void
}

/** Shows what taking an entry back would change, then takes it back. */
export const UndoForm = (props: Props) => <UndoFields {...props} {...useUndo(props.entry)} titled />

/** The same in a dialog. */
export function UndoDialog({ entry, onClose }: { entry: EntryRow; onClose: () => void }) {
  const undo = useUndo(entry)
  return (
    <Modal title={undo.label} onClose={onClose}>
      <UndoFields entry={entry} {...undo} onKeep={onClose} onDone={onClose} />
    </Modal>
  )
}

function useUndo(entry: EntryRow) {
  const { t } = useTranslation()
  const draft = useDraft({ type: 'MessageUndone', undoes: entry.seq })
  const otherError = draft.failures.map((failure) => undoFailureText(failure, t))[0]
  return { label: useUndoText().heading(entry, draft.preview), draft: { ...draft, otherError } }
}

function UndoFields({
  entry,
  label,
  draft,
  titled,
  onKeep,
  onDone,
}: Props & ReturnType<typeof useUndo> & { titled?: boolean }) {
  const { t } = useTranslation()
  const { what, done } = useUndoText()
  const isRefused = draft.failures.length > 0
  return (
    <MessageForm
      label={label}
      titled={titled}
      draft={draft}
      kind="primary"
      confirm={what(entry)}
      isDisabled={isRefused}
      autoFocus
      summary={(outcome) => <OutcomeSummary outcome={outcome} nothing={t('outcome.nothingElse')} />}
      onDone={(outcome, id) => onDone(outcome, id, done(entry, outcome))}
      beside={
        <Button key={String(isRefused)} autoFocus={isRefused} kind="quiet" onPress={onKeep}>
          {t('undo.keep')}
        </Button>
      }
    />
  )
}
