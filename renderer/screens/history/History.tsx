import { History as HistoryIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryRow } from '../../../electron/contract.ts'
import { useNavigationTarget } from '../../shell/navigation.ts'
import { CheckField } from '../../ui/CheckField.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { isUndoable } from '../../warehouse/isUndoable.ts'
import { ListScreen, useFilter } from '../../warehouse/ListScreen.tsx'
import { BatchField, OrderField, SkuField } from '../../warehouse/StockFields.tsx'
import { UndoForm } from '../../warehouse/Undo.tsx'
import { useRows } from '../../warehouse/useRows.ts'
import { useHistoryColumns } from './historyColumns.tsx'

const noFilter = { sku: '', batchRef: '', orderId: '', messages: false }

/** Everything that happened, by whom and why; filtered by batch, product or order. */
export function History() {
  const { t } = useTranslation()
  const { filter, set, only, clear, isSet } = useFilter(noFilter)
  const [undoing, setUndoing] = useState<HistoryRow | null>(null)
  const columns = useHistoryColumns()
  const rows = useRows('history', {
    sku: filter.sku.trim() || undefined,
    batchRef: filter.batchRef.trim() || undefined,
    orderId: filter.orderId.trim() || undefined,
    messages: filter.messages || undefined,
  })
  useNavigationTarget('history', ({ history }) => history && only(history))
  return (
    <>
      <ListScreen
        title={t('history.title')}
        rows={rows}
        columns={columns}
        narrowest={900}
        rowKey={({ seq }) => seq}
        onAction={(row) => isUndoable(row) && setUndoing(row)}
        filters={
          <>
            <BatchField label={t('field.ref')} value={filter.batchRef} onChange={(batchRef) => set({ batchRef })} />
            <SkuField label={t('field.sku')} value={filter.sku} onChange={(sku) => set({ sku })} />
            <OrderField label={t('field.orderId')} value={filter.orderId} onChange={(orderId) => set({ orderId })} />
            <CheckField isSelected={filter.messages} onChange={(messages) => set({ messages })}>
              {t('history.messagesOnly')}
            </CheckField>
          </>
        }
        isFiltered={isSet}
        onClear={clear}
        icon={HistoryIcon}
        empty={t('history.empty')}
        noMatch={t('history.noMatch')}
      />
      {undoing && (
        <Modal title={t('undo.title')} onClose={() => setUndoing(null)}>
          <UndoForm seq={undoing.seq} onKeep={() => setUndoing(null)} onDone={() => setUndoing(null)} />
        </Modal>
      )}
    </>
  )
}
