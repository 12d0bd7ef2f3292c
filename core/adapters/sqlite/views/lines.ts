import type { LineRow, Page, ViewParams } from '../../../views.ts'
import { NO_DUE_DATE } from '../rows.ts'
import { narrowLines } from './narrowLines.ts'
import { conditions, type Keys, orderBy, type Prepare, pageOf, within } from './page.ts'

type Stored = Omit<LineRow, 'late'> & { late: 0 | 1 }

const seq = { seq: (row: Stored) => row.seq }
const keys: Readonly<Record<ViewParams<'lines'>['sort'], Keys<Stored>>> = {
  age: seq,
  order: { order_id: (row) => row.orderId, sku: (row) => row.sku, line: (row) => row.line },
  sku: { sku: (row) => row.sku, ...seq },
  due: { due: (row) => row.dueDate ?? NO_DUE_DATE, ...seq },
}

const COLUMNS = `lines.seq, lines.order_id AS orderId, lines.line, lines.sku, lines.qty, lines.state,
  nullif(lines.due, '${NO_DUE_DATE}') AS dueDate, batch_ref AS batchRef, nullif(eta, '') AS eta,
  ifnull(lines.state = 'allocated' AND eta > lines.due, 0) AS late`

/** Finds which lines are on the page, which takes little more than an index; then reads what they are. */
export function readLines(prepare: Prepare, params: ViewParams<'lines'>): Page<LineRow> {
  const { sort, descending, limit } = params
  const names = Object.keys(keys[sort])
  const { filters, states } = narrowLines(prepare, params)
  const range = within(names, descending, params)
  const found = states.map((state) => conditions([...filters, state, ...range]))
  const each = found.map(({ where }) => `SELECT ${[...new Set(['seq', ...names])]} FROM lines ${where}`)
  const rows = prepare(
    `SELECT ${COLUMNS} FROM (${each.join(' UNION ALL ')} ${orderBy(names, descending)} LIMIT @limit) AS found
     JOIN lines ON lines.seq = found.seq LEFT JOIN batches ON ref = batch_ref
     ${orderBy(
       names.map((name) => `lines.${name}`),
       descending,
     )}`,
  ).all({ ...found[0]?.params, limit: limit + 1 })
  const page = pageOf(rows as Stored[], keys[sort], params)
  return { ...page, rows: page.rows.map((row) => ({ ...row, late: row.late === 1 })) }
}
