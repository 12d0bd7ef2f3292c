import type { Page, ShortageRow, ViewParams } from '../../../ports/views.ts'
import { IN_WAREHOUSE, NO_DUE_DATE, UNPINNED_RANKS } from '../rows.ts'
import { atOnce, cutPage, type Keys, type Prepare, sortedBy } from './page.ts'
import { type Arrival, stockOf } from './stock.ts'

type Params = ViewParams<'shortages'>
type Stored = Pick<ShortageRow, 'sku' | 'lines' | 'units'> & { due: string }

const waiting = (sku: string) => `lines INDEXED BY lines_by_urgency WHERE lines.sku = ${sku} AND state = 'backordered'`
/** Of each rank, the line that is due first is the first of its index. */
const earliestDue = `(SELECT min(due) FROM (${UNPINNED_RANKS.split(', ')
  .map((rank) => `SELECT (SELECT due FROM ${waiting('products.sku')} AND rank = ${rank} ORDER BY due LIMIT 1) AS due`)
  .join(' UNION ALL ')}))`

const SHORT = `SELECT sku, backordered_lines AS lines, backordered_units AS units, ${earliestDue} AS due
  FROM products WHERE backordered_lines > 0`

type Order = { readonly keys: Keys<Stored>; readonly descending: boolean }
const orders: { readonly [S in Params['sort']]: Order } = {
  due: { keys: { due: (row) => row.due, sku: (row) => row.sku }, descending: false },
  units: { keys: { units: (row) => row.units, sku: (row) => row.sku }, descending: true },
}

export const readShortages = (prepare: Prepare, params: Params): Page<ShortageRow> =>
  atOnce(prepare, () => {
    const { sku, sort } = params
    const { keys, descending } = orders[sort]
    const short = sku === undefined ? allInOrder(prepare, sort) : (prepare(`${SHORT} AND sku = ?`).all(sku) as Stored[])
    const { rows, next } = cutPage(short, keys, params, descending)
    const stock = stockOf(
      prepare,
      rows.map(({ sku }) => sku),
    )
    return { rows: rows.map((row) => toShortage(prepare, row, stock.get(row.sku) ?? [])), next }
  })

type Sorted = { readonly of: string; readonly rows: Map<Params['sort'], readonly Stored[]> }

/** Each SKU that is short is looked at, and they are sorted: once for all pages, as long as nothing is written. */
const sorted = new WeakMap<Prepare, Sorted>()

function allInOrder(prepare: Prepare, sort: Params['sort']): readonly Stored[] {
  const { of, rows } = sortedNow(prepare)
  const known = rows.get(sort)
  if (known) return known
  const { keys, descending } = orders[sort]
  const found = sortedBy(prepare(SHORT).all() as Stored[], keys, descending)
  sorted.set(prepare, { of, rows: rows.set(sort, found) })
  return found
}

function sortedNow(prepare: Prepare): Sorted {
  const known = sorted.get(prepare)
  const of = writtenSoFar(prepare)
  return known?.of === of ? known : { of, rows: new Map() }
}

/** Changes with each commit: of another connection, or of this one, which writes, too, when the database is in memory. */
const writtenSoFar = (prepare: Prepare): string =>
  prepare(`SELECT data_version || ' ' || total_changes() FROM pragma_data_version`).pluck().get() as string

function toShortage(prepare: Prepare, { due, ...row }: Stored, arrivals: readonly Arrival[]): ShortageRow {
  const first = prepare(
    `SELECT order_id AS orderId, line FROM ${waiting('?')} ORDER BY rank, due, ordered LIMIT 1`,
  ).get(row.sku) as ShortageRow['first']
  return {
    ...row,
    first,
    due: due === NO_DUE_DATE ? null : due,
    availableNow: arrivals.find(({ eta }) => eta === IN_WAREHOUSE)?.available ?? 0,
    setAside: arrivals.reduce((sum, { setAside }) => sum + setAside, 0),
    shipments: arrivals
      .filter(({ eta }) => eta !== IN_WAREHOUSE)
      .map(({ eta, qty, available }) => ({ eta, qty, available })),
  }
}
