import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import screen from '../ui/screen.module.css'
import type { Selection } from '../ui/selection.ts'
import type { Rows } from './useRows.ts'

type Props = {
  selection: Selection
  rows: Pick<Rows<unknown>, 'count' | 'more'>
  /** What came of copying; null: nothing was copied. */
  note: string | null
  onCopy: () => void
  onClear: () => void
}

/** How many rows are selected, and of all of them, that these are also those that were not read yet. */
export function SelectionBar({ selection, rows, note, onCopy, onClear }: Props) {
  const { t } = useTranslation()
  const { selected, isEmpty } = selection
  if (isEmpty && note === null) return null
  const count = selected.all
    ? t(rows.more ? 'list.allSelected' : 'list.allCounted', { count: rows.count })
    : isEmpty
      ? null
      : t('list.selected', { count: selected.keys.size })
  return (
    <div className={screen.selection}>
      <span role="status">{[count, note].filter(Boolean).join(' · ')}</span>
      {!isEmpty && (
        <Button kind="quiet" onPress={onCopy}>
          {t('list.copy')}
        </Button>
      )}
      <Button kind="quiet" onPress={onClear}>
        {t(isEmpty ? 'list.hideNote' : 'list.clearSelection')}
      </Button>
    </div>
  )
}
