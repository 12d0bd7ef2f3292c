import type { EntryRow } from '../../electron/contract.ts'
import { ImportUndoDialog } from './ImportUndo.tsx'
import { UndoDialog } from './Undo.tsx'

/** Shows what taking an entry back would change, of an import all its rows, then takes it back. */
export function EntryUndoDialog(props: { entry: EntryRow; onClose: () => void }) {
  return props.entry.event.type === 'ImportStarted' ? <ImportUndoDialog {...props} /> : <UndoDialog {...props} />
}
