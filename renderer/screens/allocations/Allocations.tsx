import { ListChecks } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineState, ViewQuery } from '../../../electron/contract.ts'
import { useNavigationTarget } from '../../shell/navigation.ts'
import type { Sorting } from '../../ui/columns.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import screen from '../../ui/screen.module.css'
import { ListScreen, useFilter } from '../../warehouse/ListScreen.tsx'
import { BatchField, OrderField, SkuField } from '../../warehouse/StockFields.tsx'
import { useRows } from '../../warehouse/useRows.ts'
import { lineStates, useLineColumns } from './lineColumns.tsx'
import { OrderDialog } from './OrderDialog.tsx'

const noFilter = { search: '', state: 'any' as LineState | 'any', sku: '', batchRef: '', orderId: '' }
type Filter = typeof noFilter
type Sort = NonNullable<ViewQuery<'lines'>['sort']>

/** The present state of every order line. A row opens its order. */
export function Allocations() {
  const { t } = useTranslation()
  const { filter, set, only, clear, isSet } = useFilter(noFilter)
  const [sorting, setSorting] = useState<Sorting>({ id: 'age', desc: true })
  const [order, setOrder] = useState<string | null>(null)
  const rows = useRows('lines', queryOf(filter, sorting))
  const columns = useLineColumns(set)
  useNavigationTarget('allocations', ({ lines }) => lines && only(lines))
  return (
    <>
      <ListScreen
        title={t('allocations.title')}
        rows={rows}
        columns={columns}
        narrowest={900}
        rowKey={(line) => line.seq}
        sorting={sorting}
        onSort={setSorting}
        onAction={({ orderId }) => setOrder(orderId)}
        filters={<LineFilters filter={filter} set={set} />}
        isFiltered={isSet}
        onClear={clear}
        icon={ListChecks}
        empty={t('allocations.empty')}
        emptyHint={t('allocations.emptyHint')}
        noMatch={t('allocations.noMatch')}
      />
      {order !== null && <OrderDialog orderId={order} onClose={() => setOrder(null)} />}
    </>
  )
}

function LineFilters({ filter, set }: { filter: Filter; set: (change: Partial<Filter>) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <div className={screen.wide}>
        <SearchField label={t('allocations.search')} value={filter.search} onChange={(search) => set({ search })} />
      </div>
      <SelectField
        label={t('allocations.state')}
        options={[
          { id: 'any', name: t('allocations.anyState') },
          ...lineStates.map((id) => ({ id, name: t(`state.${id}`) })),
        ]}
        value={filter.state}
        onChange={(state) => set({ state })}
      />
      <SkuField label={t('field.sku')} value={filter.sku} onChange={(sku) => set({ sku })} />
      <BatchField label={t('field.ref')} value={filter.batchRef} onChange={(batchRef) => set({ batchRef })} />
      <OrderField label={t('field.orderId')} value={filter.orderId} onChange={(orderId) => set({ orderId })} />
    </>
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
