import type { TFunction } from 'i18next'
import { ListChecks } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineRow, ViewQuery } from '../../../electron/contract.ts'
import { Chip } from '../../ui/Chip.tsx'
import type { MenuAction } from '../../ui/ContextMenu.tsx'
import type { Sorting } from '../../ui/columns.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import screen from '../../ui/screen.module.css'
import { daysText } from '../../warehouse/daysText.ts'
import { ListScreen, useFilter } from '../../warehouse/ListScreen.tsx'
import { type Days, type Go, useGo, useNavigationTarget } from '../../warehouse/navigation.ts'
import { inDays, today } from '../../warehouse/overdue.ts'
import { SavedFilters } from '../../warehouse/SavedFilters.tsx'
import { BatchField, OrderField, SkuField } from '../../warehouse/StockFields.tsx'
import { useRowActions } from '../../warehouse/useRowActions.ts'
import { useRows } from '../../warehouse/useRows.ts'
import { LineDetails } from './LineDetails.tsx'
import { useLineColumns } from './lineColumns.tsx'
import { OrderDialog } from './OrderDialog.tsx'

/** The lines that are looked at most often: those of a manager's morning. */
const presets = ['overdue', 'late', 'backordered'] as const
const states = [...presets, 'allocated', 'dispatched', 'cancelled'] as const
type State = (typeof states)[number] | 'any'

const noFilter = { search: '', state: 'any' as State, days: null as Days | null, sku: '', batchRef: '', orderId: '' }
type Filter = typeof noFilter
type Sort = NonNullable<ViewQuery<'lines'>['sort']>

/** The present state of every order line. A row opens its order. */
export function Allocations() {
  const { t } = useTranslation()
  const actionsOf = useRowActions()
  const go = useGo()
  const { filter, set, only, clear, isSet } = useFilter(noFilter)
  const [sorting, setSorting] = useState<Sorting>({ id: 'age', desc: true })
  const [order, setOrder] = useState<string | null>(null)
  const rows = useRows('lines', queryOf(filter, sorting))
  const columns = useLineColumns(set)
  const words = useFilterWords()
  useNavigationTarget('allocations', ({ lines, order }) => {
    if (lines) only(lines)
    if (lines?.days) setSorting({ id: 'due', desc: false })
    if (order !== undefined) setOrder(order)
  })
  useEffect(() => () => setOrder(null), []) // when the screen is left
  return (
    <>
      <ListScreen
        name="allocations"
        title={t('allocations.title')}
        rows={rows}
        columns={columns}
        narrowest={766}
        rowKey={(line) => line.seq}
        sorting={sorting}
        onSort={setSorting}
        onAction={({ orderId }) => setOrder(orderId)}
        details={{
          title: ({ orderId, line, sku }) => t('allocations.lineOf', { orderId, line, sku }),
          of: (line) => <LineDetails line={line} onOpen={setOrder} />,
        }}
        menuOf={(line) => [
          ...menuOf(line, { t, go, set, open: setOrder }),
          ...actionsOf({ inBatch: line.batchRef, sku: line.sku }),
        ]}
        action={
          <SavedFilters
            list="allocations"
            filter={{ filter, sorting }}
            onApply={(saved) => {
              only(saved.filter)
              setSorting(saved.sorting)
            }}
          />
        }
        presets={<Presets filter={filter} set={set} />}
        filters={<LineFilters filter={filter} set={set} />}
        filterWords={words(filter)}
        isFiltered={isSet}
        onClear={clear}
        icon={ListChecks}
        empty={t('allocations.empty')}
        emptyHint={t('allocations.emptyHint')}
        leads={['import', 'receive']}
        noMatch={t('allocations.noMatch')}
      />
      {order !== null && <OrderDialog orderId={order} onClose={() => setOrder(null)} />}
    </>
  )
}

/** What the list is filtered by, for paper. */
function useFilterWords(): (filter: Filter) => readonly string[] {
  const { t } = useTranslation()
  const nameOf = useStateName()
  return ({ search, state, days, sku, batchRef, orderId }) =>
    [
      [t('allocations.search'), search],
      [t('allocations.state'), state === 'any' ? '' : nameOf(state)],
      [t('allocations.state'), days === null ? '' : daysText(days, t)],
      [t('field.sku'), sku],
      [t('field.ref'), batchRef],
      [t('field.orderId'), orderId],
    ].flatMap(([label, value]) => (value?.trim() ? [`${label}: ${value.trim()}`] : []))
}

type Does = {
  t: TFunction
  go: Go
  set: (change: Partial<Filter>) => void
  open: (orderId: string) => void
}

/** What can be done with a line in the list. */
function menuOf({ orderId, sku, batchRef }: LineRow, { t, go, set, open }: Does): MenuAction[] {
  const only = (id: string, text: string, change: Partial<Filter>): MenuAction => ({
    id,
    name: t('allocations.only', { text }),
    onAction: () => set(change),
  })
  return [
    { id: 'open', name: t('allocations.openOrder'), onAction: () => open(orderId) },
    { id: 'history', name: t('order.history'), onAction: () => go('history', { history: { orderId } }) },
    only('order', orderId, { orderId }),
    only('sku', sku, { sku }),
    ...(batchRef === null ? [] : [only('batch', batchRef, { batchRef })]),
  ]
}

type FilterProps = { filter: Filter; set: (change: Partial<Filter>) => void }

function Presets({ filter, set }: FilterProps) {
  const nameOf = useStateName()
  const { t } = useTranslation()
  return (
    <>
      {filter.days && (
        <Chip isSelected onChange={() => set({ days: null })}>
          {daysText(filter.days, t)}
        </Chip>
      )}
      {presets.map((state) => (
        <Chip
          key={state}
          isSelected={filter.state === state}
          onChange={(isOn) => set({ state: isOn ? state : 'any', days: null })}
        >
          {nameOf(state)}
        </Chip>
      ))}
    </>
  )
}

function useStateName(): (state: Exclude<State, 'any'>) => string {
  const { t } = useTranslation()
  return (state) => (state === 'overdue' || state === 'late' ? t(state) : t(`state.${state}`))
}

function LineFilters({ filter, set }: FilterProps) {
  const { t } = useTranslation()
  const nameOf = useStateName()
  return (
    <>
      <div className={screen.wide}>
        <SearchField label={t('allocations.search')} value={filter.search} onChange={(search) => set({ search })} />
      </div>
      <SelectField
        label={t('allocations.state')}
        options={[{ id: 'any', name: t('allocations.anyState') }, ...states.map((id) => ({ id, name: nameOf(id) }))]}
        value={filter.state}
        onChange={(state) => set({ state, days: null })}
      />
      <SkuField label={t('field.sku')} value={filter.sku} onChange={(sku) => set({ sku })} />
      <BatchField label={t('field.ref')} value={filter.batchRef} onChange={(batchRef) => set({ batchRef })} />
      <OrderField label={t('field.orderId')} value={filter.orderId} onChange={(orderId) => set({ orderId })} />
    </>
  )
}

function queryOf({ search, state, days, sku, batchRef, orderId }: Filter, { id, desc }: Sorting): ViewQuery<'lines'> {
  const text = (value: string) => value.trim() || undefined
  return {
    search: text(search),
    sku: text(sku),
    batchRef: text(batchRef),
    orderId: text(orderId),
    ...stateQuery(state, days),
    sort: id as Sort,
    descending: desc,
  }
}

function stateQuery(state: State, days: Days | null): ViewQuery<'lines'> {
  switch (state) {
    case 'any':
      return {}
    case 'late':
      return { late: true, ...(days && { daysLate: { from: days.from, to: days.to ?? Number.MAX_SAFE_INTEGER } }) }
    case 'overdue':
      return days ? overdueBy(days) : { overdue: today() }
    default:
      return { state }
  }
}

/** Due so many days ago. */
const overdueBy = ({ from, to }: Days): ViewQuery<'lines'> => ({
  overdue: inDays(1 - from),
  ...(to !== null && { dueSince: inDays(-to) }),
})
