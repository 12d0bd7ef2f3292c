import { History as HistoryIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryRow } from '../../../electron/contract.ts'
import { ImportUndoDialog } from '../../warehouse/ImportUndo.tsx'
import { ListScreen, useFilter } from '../../warehouse/ListScreen.tsx'
import { useNavigationTarget } from '../../warehouse/navigation.ts'
import { UndoDialog } from '../../warehouse/Undo.tsx'
import { HistoryFilters, noFilter, queryOf } from './HistoryFilters.tsx'
import { useHistoryColumns } from './historyColumns.tsx'
import { keyOf } from './historyTree.ts'
import { useHistoryTree } from './useHistoryTree.ts'

/** What people did, by whom and why, and what it caused; filtered by what it was about, its kind and the person. */
export function History() {
  const { t } = useTranslation()
  const { filter, set, only, clear, isSet } = useFilter(noFilter)
  const [undoing, setUndoing] = useState<EntryRow | null>(null)
  const columns = useHistoryColumns(setUndoing)
  const { entries, rows, tree } = useHistoryTree(queryOf(filter))
  useNavigationTarget('history', ({ history }) => history && only(history))
  const Dialog = undoing?.event.type === 'ImportStarted' ? ImportUndoDialog : UndoDialog
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
      {undoing && <Dialog entry={undoing} onClose={() => setUndoing(null)} />}
    </>
  )
}
