import { History as HistoryIcon, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryRow } from '../../../electron/contract.ts'
import { Button } from '../../components/Button.tsx'
import { CheckField } from '../../components/CheckField.tsx'
import { Message } from '../../components/Message.tsx'
import { Modal } from '../../components/Modal.tsx'
import { RowCount } from '../../components/RowCount.tsx'
import { RowsGrid } from '../../components/RowsGrid.tsx'
import { BatchField, SkuField } from '../../components/StockFields.tsx'
import { TextField } from '../../components/TextField.tsx'
import { UndoForm } from '../../components/Undo.tsx'
import { useRows } from '../../warehouse/useRows.ts'
import screen from '../screen.module.css'
import { useRequest } from '../useRequest.ts'
import { isUndoable, useHistoryColumns } from './historyColumns.tsx'

const noFilter = { sku: '', batchRef: '', orderId: '', messages: false }
type Filter = typeof noFilter

/** Everything that happened, by whom and why: of all, or of one batch, product or order. */
export function History() {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<Filter>(noFilter)
  const [undoing, setUndoing] = useState<HistoryRow | null>(null)
  const set = (change: Partial<Filter>) => setFilter((before) => ({ ...before, ...change }))
  const rows = useRows('history', {
    sku: filter.sku.trim() || undefined,
    batchRef: filter.batchRef.trim() || undefined,
    orderId: filter.orderId.trim() || undefined,
    messages: filter.messages || undefined,
  })
  const columns = useHistoryColumns()
  useRequest('history', ({ orderId, batchRef }) => {
    if (orderId || batchRef) setFilter({ ...noFilter, ...(orderId && { orderId }), ...(batchRef && { batchRef }) })
  })
  const filtered = JSON.stringify(filter) !== JSON.stringify(noFilter)
  return (
    <div className={screen.screen}>
      <header className={screen.head}>
        <h1>{t('history.title')}</h1>
        <RowCount rows={rows} />
      </header>
      <div className={screen.toolbar} role="search" aria-label={t('history.title')}>
        <BatchField label={t('field.ref')} value={filter.batchRef} onChange={(batchRef) => set({ batchRef })} />
        <SkuField label={t('field.sku')} value={filter.sku} onChange={(sku) => set({ sku })} />
        <TextField label={t('field.orderId')} value={filter.orderId} onChange={(orderId) => set({ orderId })} />
        <CheckField isSelected={filter.messages} onChange={(messages) => set({ messages })}>
          {t('history.messagesOnly')}
        </CheckField>
        {filtered && (
          <div className={screen.end}>
            <Button kind="quiet" onPress={() => setFilter(noFilter)}>
              {t('list.clear')}
            </Button>
          </div>
        )}
      </div>
      <div className={`${screen.panel} ${screen.list}`}>
        <RowsGrid
          label={t('history.title')}
          rows={rows}
          columns={columns}
          narrowest={900}
          rowKey={({ seq }) => seq}
          onAction={(row) => isUndoable(row) && setUndoing(row)}
          empty={
            filtered ? (
              <Message icon={SearchX} title={t('history.noMatch')} />
            ) : (
              <Message icon={HistoryIcon} title={t('history.empty')} />
            )
          }
        />
      </div>
      {undoing && (
        <Modal title={t('undo.title')} onClose={() => setUndoing(null)}>
          <UndoForm seq={undoing.seq} onKeep={() => setUndoing(null)} onDone={() => setUndoing(null)} />
        </Modal>
      )}
    </div>
  )
}
