import { useTranslation } from 'react-i18next'
import type { EntryRow } from '../../electron/contract.ts'
import { Badge } from '../ui/Badge.tsx'
import styles from './UndoAction.module.css'
import { canBeUndone, useUndoText } from './undoText.ts'

type Props<Entry extends EntryRow> = { entry: Entry; isActive: boolean; onUndo: (entry: Entry) => void }

/** In a row of a list: asks for the undo of the entry, or says that it was undone. Nothing when it cannot be taken back. */
export function UndoAction<Entry extends EntryRow>({ entry, isActive, onUndo }: Props<Entry>) {
  const { t } = useTranslation()
  const { heading } = useUndoText()
  if (entry.undone) return <Badge tone="plain">{t('history.undone')}</Badge>
  if (!canBeUndone(entry)) return null
  return (
    <button
      type="button"
      className={styles.undo}
      tabIndex={isActive ? 0 : -1}
      title={heading(entry)}
      onClick={(event) => {
        event.stopPropagation() // a click on the row does something else
        onUndo(entry)
      }}
    >
      {t(entry.event.type === 'MessageUndone' ? 'undo.redo' : 'undo.undo')}
    </button>
  )
}
