import { ListChecks, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineState, ViewQuery } from '../../../electron/contract.ts'
import { Button } from '../../components/Button.tsx'
import type { Sorting } from '../../components/columns.tsx'
import { Message } from '../../components/Message.tsx'
import { RowCount } from '../../components/RowCount.tsx'
import { RowsGrid } from '../../components/RowsGrid.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { BatchField, SkuField } from '../../components/StockFields.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useRows } from '../../warehouse/useRows.ts'
import screen from '../screen.module.css'
import { useRequest } from '../useRequest.ts'
import { useLineColumns } from './lineColumns.tsx'
import { OrderDialog } from './OrderDialog.tsx'

const states: readonly LineState[] = ['allocated', 'backordered', 'dispatched', 'cancelled']
const noFilter = { search: '', state: 'any' as LineState | 'any', sku: '', batchRef: '', orderId: '' }
type Filter = typeof noFilter
type Sort = NonNullable<ViewQuery<'lines'>['sort']>

/** Where every order line stands, as it is at this moment. */
export function Allocations() {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<Filter>(noFilter)
  const [sorting, setSorting] = useState<Sorting>({ id: 'age', desc: true })
  const [order, setOrder] = useState<string | null>(null)
  const rows = useRows('lines', queryOf(filter, sorting))
  const set = (change: Partial<Filter>) => setFilter((before) => ({ ...before, ...change }))
  const columns = useLineColumns(set)
  useRequest('allocations', ({ lines }) => lines && setFilter({ ...noFilter, ...lines }))
  const filtered = JSON.stringify(filter) !== JSON.stringify(noFilter)
  return (
    <div className={screen.screen}>
      <header className={screen.head}>
        <h1>{t('allocations.title')}</h1>
        <RowCount rows={rows} />
      </header>
      <div className={screen.toolbar} role="search" aria-label={t('allocations.title')}>
        <div className={screen.wide}>
          <SearchField label={t('allocations.search')} value={filter.search} onChange={(search) => set({ search })} />
        </div>
        <SelectField
          label={t('allocations.state')}
          options={[
            { id: 'any', name: t('allocations.anyState') },
            ...states.map((id) => ({ id, name: t(`state.${id}`) })),
          ]}
          value={filter.state}
          onChange={(state) => set({ state })}
        />
        <SkuField label={t('field.sku')} value={filter.sku} onChange={(sku) => set({ sku })} />
        <BatchField label={t('field.ref')} value={filter.batchRef} onChange={(batchRef) => set({ batchRef })} />
        <TextField label={t('field.orderId')} value={filter.orderId} onChange={(orderId) => set({ orderId })} />
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
          label={t('allocations.title')}
          rows={rows}
          columns={columns}
          narrowest={900}
          rowKey={(line) => line.seq}
          sorting={sorting}
          onSort={setSorting}
          onAction={({ orderId }) => setOrder(orderId)}
          empty={
            filtered ? (
              <Message icon={SearchX} title={t('allocations.noMatch')} />
            ) : (
              <Message icon={ListChecks} title={t('allocations.empty')} hint={t('allocations.emptyHint')} />
            )
          }
        />
      </div>
      {order !== null && <OrderDialog orderId={order} onClose={() => setOrder(null)} />}
    </div>
  )
}

function queryOf({ search, state, sku, batchRef, orderId }: Filter, { id, desc }: Sorting): ViewQuery<'lines'> {
  const text = (value: string) => value.trim() || undefined
  return {
    search: text(search),
    sku: text(sku),
    batchRef: text(batchRef),
    orderId: text(orderId),
    state: state === 'any' ? undefined : state,
    sort: id as Sort,
    descending: desc,
  }
}
