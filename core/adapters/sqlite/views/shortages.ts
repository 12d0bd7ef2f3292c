import type { Page, ShortageRow, ViewParams } from '../../../ports/views.ts'
import { IN_WAREHOUSE, NO_DUE_DATE, UNPINNED_RANKS } from '../rows.ts'
import { atOnce, equals, type List, type Prepare, readPage } from './page.ts'
import { type Arrival, stockOf } from './stock.ts'

type Params = ViewParams<'shortages'>
type Stored = Pick<ShortageRow, 'sku' | 'lines' | 'units'> & { due: string }

const waiting = (sku: string) => `lines INDEXED BY lines_by_urgency WHERE lines.sku = ${sku} AND state = 'backordered'`
/** Of each rank, the line that is due first is the first of its index. */
const earliestDue = `(SELECT min(due) FROM (${UNPINNED_RANKS.split(', ')
  .map((rank) => `SELECT (SELECT due FROM ${waiting('products.sku')} AND rank = ${rank} ORDER BY due LIMIT 1) AS due`)
  .join(' UNION ALL ')}))`

/** Each SKU that is short is looked at, and they are sorted: they are far fewer than lines. */
const all = {
  columns: 'sku, lines, units, due',
  from: `(SELECT sku, backordered_lines AS lines, backordered_units AS units, ${earliestDue} AS due
    FROM products WHERE backordered_lines > 0)`,
}
const lists: { readonly [S in Params['sort']]: List<Stored> } = {
  due: { ...all, keys: { due: (row) => row.due, sku: (row) => row.sku } },
  units: { ...all, keys: { units: (row) => row.units, sku: (row) => row.sku }, descending: true },
}

export const readShortages = (prepare: Prepare, params: Params): Page<ShortageRow> =>
  atOnce(prepare, () => {
    const { rows, next } = readPage(prepare, lists[params.sort], [equals('sku', 'sku', params.sku)], params)
    const stock = stockOf(
      prepare,
      rows.map(({ sku }) => sku),
    )
    return { rows: rows.map((row) => toShortage(prepare, row, stock.get(row.sku) ?? [])), next }
  })

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
