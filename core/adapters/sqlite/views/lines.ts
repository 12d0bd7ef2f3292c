import type { LineRow, Page, ViewParams } from '../../../views.ts'
import { NO_DUE_DATE } from '../rows.ts'
import { contains, equals, type Filter, type List, type Prepare, readPage } from './page.ts'

type Stored = Omit<LineRow, 'late'> & { late: 0 | 1 }
type Sort = ViewParams<'lines'>['sort']

const seq = { 'lines.seq': (row: Stored) => row.seq }
const keys: Readonly<Record<Sort, List<Stored>['keys']>> = {
  age: seq,
  order: {
    'lines.order_id': (row) => row.orderId,
    'lines.sku': (row) => row.sku,
    'lines.line': (row) => row.line,
  },
  sku: { 'lines.sku': (row) => row.sku, ...seq },
  due: { 'lines.due': (row) => row.dueDate ?? NO_DUE_DATE, ...seq },
}

const list = {
  columns: `lines.seq, order_id AS orderId, line, lines.sku, lines.qty, nullif(due, '${NO_DUE_DATE}') AS dueDate, state,
    batch_ref AS batchRef, nullif(eta, '') AS eta, ifnull(state = 'allocated' AND eta > due, 0) AS late`,
  from: 'lines LEFT JOIN batches ON ref = batch_ref',
}

export function readLines(prepare: Prepare, params: ViewParams<'lines'>): Page<LineRow> {
  const { sort, descending, search, orderId, sku, batchRef, state } = params
  const filters = [
    equals('lines.order_id', 'orderId', orderId),
    equals('lines.sku', 'sku', sku),
    equals('lines.batch_ref', 'batchRef', batchRef),
    equals('lines.state', 'state', state),
    ...searchFor(search),
  ]
  const { rows, next } = readPage<Stored>(prepare, { ...list, keys: keys[sort], descending }, filters, params)
  return { rows: rows.map((row) => ({ ...row, late: row.late === 1 })), next }
}

/** The trigram index knows no shorter words. It says which lines have all the trigrams; the rest is for LIKE. */
function searchFor(search = ''): Filter[] {
  const exactly = contains(['order_id', 'lines.sku'], search)
  const letters = [...search]
  if (letters.length < 3) return [exactly]
  const trigrams = letters.slice(2).map(
    (_, at) =>
      `"${letters
        .slice(at, at + 3)
        .join('')
        .replaceAll('"', '""')}"`,
  )
  const indexed = 'lines.seq IN (SELECT rowid FROM line_search WHERE line_search MATCH @trigrams)'
  return [{ sql: indexed, params: { trigrams: trigrams.join(' AND ') } }, exactly]
}
