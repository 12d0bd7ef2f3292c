import { isLate } from '../../../domain/orderLine.ts'
import type { LineRow, Page, ViewParams } from '../../../ports/views.ts'
import { isPinned, NO_DUE_DATE, priorityOf } from '../rows.ts'
import { narrowLines } from './narrowLines.ts'
import { conditions, type Filter, type Keys, orderBy, type Prepare, pageOf, within } from './page.ts'

/** `eta` is null when the line has no batch. */
export type StoredRow = Pick<
  LineRow,
  'seq' | 'orderId' | 'line' | 'sku' | 'qty' | 'state' | 'batchRef' | 'eta' | 'customer'
> & {
  due: string
  rank: number
  departed: 0 | 1
}

const seq = { seq: (row: StoredRow) => row.seq }
const keys: Readonly<Record<ViewParams<'lines'>['sort'], Keys<StoredRow>>> = {
  age: seq,
  order: { order_id: (row) => row.orderId, sku: (row) => row.sku, line: (row) => row.line },
  sku: { sku: (row) => row.sku, ...seq },
  due: { due: (row) => row.due, ...seq },
}

/** A line that was withdrawn keeps its row, and nobody sees it. */
const isThere: Filter = { sql: "+lines.state <> 'withdrawn'", params: {} }

export const ROW = `lines.seq, lines.order_id AS orderId, lines.line, lines.sku, lines.qty, lines.due, rank, customer, state, batch_ref AS batchRef, eta, departed`

export function readLines(prepare: Prepare, params: ViewParams<'lines'>): Page<LineRow> {
  const { sort, descending, limit } = params
  const { from, filters, parts, isGathered } = narrowLines(prepare, params)
  const names = Object.keys(keys[sort]).map((name) => `lines.${name}`)
  const range = within(names, descending, params)
  const found = parts.map((part) => conditions([isThere, ...filters, part, ...range]))
  const order = `${orderBy(names, descending)} LIMIT @limit`
  // Of a list that is sorted or merged, which lines come first, and then what they are; else both at once.
  const first = [...new Set(['lines.seq', ...names])]
  const source =
    isGathered || found.length > 1
      ? `(${found.map(({ where }) => `SELECT ${first} FROM ${from} ${where}`).join(' UNION ALL ')} ${order}) AS first
         CROSS JOIN lines USING (seq) LEFT JOIN batches ON ref = batch_ref`
      : `${from} LEFT JOIN batches ON ref = batch_ref ${found[0]!.where}`
  const rows = prepare(`SELECT ${ROW} FROM ${source} ${order}`).all({ ...found[0]!.params, limit: limit + 1 })
  const page = pageOf(rows as StoredRow[], keys[sort], params)
  return { ...page, rows: page.rows.map(toRow) }
}

export function toRow({ due, rank, departed, ...row }: StoredRow): LineRow {
  const dueDate = due === NO_DUE_DATE ? null : due
  const eta = row.eta || null
  const late = row.state === 'allocated' && isLate(dueDate, eta)
  const pinned = row.state === 'allocated' && isPinned(rank)
  return { ...row, dueDate, priority: priorityOf(rank), eta, late, pinned, departed: departed === 1 }
}
