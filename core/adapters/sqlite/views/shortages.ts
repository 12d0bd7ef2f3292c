import type { Page, ShortageRow, ViewParams } from '../../../ports/views.ts'
import { IN_WAREHOUSE, NO_DUE_DATE, RANKS } from '../rows.ts'
import { atOnce, equals, type Filter, type List, type Prepare, readPage } from './page.ts'
import { type Arrival, stockOf } from './stock.ts'

type Params = ViewParams<'shortages'>
type Stored = Pick<ShortageRow, 'sku' | 'lines' | 'units'> & { due: string }

const COLUMNS = 'sku, backordered_lines AS lines, backordered_units AS units'
const isShort: Filter = { sql: 'lines > 0', params: {} }

const waiting = (sku: string) => `lines INDEXED BY lines_by_urgency WHERE lines.sku = ${sku} AND state = 'backordered'`
/** Of each rank, the line that is due first is the first of its index. */
const earliestDue = (sku: string) =>
  `(SELECT min(due) FROM (${RANKS.split(', ')
    .map((rank) => `SELECT (SELECT due FROM ${waiting(sku)} AND rank = ${rank} ORDER BY due LIMIT 1) AS due`)
    .join(' UNION ALL ')}))`

/** By due date, each SKU that is short is looked at; by units, those of the page. */
const lists: { readonly [S in Params['sort']]: List<Stored> } = {
  due: {
    columns: 'sku, lines, units, due',
    from: `(SELECT ${COLUMNS}, ${earliestDue('products.sku')} AS due FROM products WHERE backordered_lines > 0)`,
    keys: { due: (row) => row.due, sku: (row) => row.sku },
  },
  units: {
    columns: `sku, lines, units, ${earliestDue('short.sku')} AS due`,
    from: `(SELECT ${COLUMNS} FROM products INDEXED BY products_short WHERE backordered_lines > 0) AS short`,
    keys: { units: (row) => row.units, sku: (row) => row.sku },
    descending: true,
  },
}

export const readShortages = (prepare: Prepare, params: Params): Page<ShortageRow> =>
  atOnce(prepare, () => {
    const { rows, next } = readPage(prepare, lists[params.sort], [isShort, equals('sku', 'sku', params.sku)], params)
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
