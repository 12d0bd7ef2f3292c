import { History as HistoryIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryRow } from '../../../electron/contract.ts'
import { EntryUndoDialog } from '../../warehouse/EntryUndo.tsx'
import { ListScreen, useFilter } from '../../warehouse/ListScreen.tsx'
import { useNavigationTarget } from '../../warehouse/navigation.ts'
import { canBeUndone, useUndoText } from '../../warehouse/undoText.ts'
import { subjectOf, useRowActions } from '../../warehouse/useRowActions.ts'
import { HistoryFilters, noFilter, queryOf } from './HistoryFilters.tsx'
import { useHistoryColumns } from './historyColumns.tsx'
import { type HistoryItem, keyOf } from './historyTree.ts'
import { useHistoryTree } from './useHistoryTree.ts'

/** What people did, by whom and why, and what it caused; filtered by what it was about, its kind and the person. */
export function History() {
  const { t } = useTranslation()
  const { filter, set, only, clear, isSet } = useFilter(noFilter)
  const [undoing, setUndoing] = useState<EntryRow | null>(null)
  const columns = useHistoryColumns(setUndoing)
  const { heading } = useUndoText()
  const actionsOf = useRowActions()
  const { entries, rows, tree } = useHistoryTree(queryOf(filter))
  useNavigationTarget('history', ({ history }) => history && only(history))
  const eventOf = (item: Exclude<HistoryItem, { kind: 'more' }>) =>
    item.kind === 'entry' ? item.entry.event : item.row.event
  const undoOf = (item: HistoryItem) =>
    item.kind === 'entry' && canBeUndone(item.entry)
      ? [{ id: 'undo', name: heading(item.entry), onAction: () => setUndoing(item.entry) }]
      : []
  return (
    <>
      <ListScreen
        name="history"
        title={t('history.title')}
        rows={rows}
        counted={entries}
        columns={columns}
        narrowest={760}
        rowKey={keyOf}
        menuOf={(item) => (item.kind === 'more' ? [] : [...undoOf(item), ...actionsOf(subjectOf(eventOf(item)))])}
        tree={tree}
        filters={<HistoryFilters filter={filter} set={set} entries={entries} />}
        isFiltered={isSet}
        onClear={clear}
        icon={HistoryIcon}
        empty={t('history.empty')}
        emptyHint={t('history.emptyHint')}
        leads={['import', 'receive']}
        noMatch={t('history.noMatch')}
      />
      {undoing && <EntryUndoDialog entry={undoing} onClose={() => setUndoing(null)} />}
    </>
  )
}
