import type { Event } from '../../../domain/events.ts'
import type { HistoryRow, Page, ToldEvent, ViewParams } from '../../../ports/views.ts'
import { decodeEvent } from '../history/storedEvent.ts'
import { toStoredId } from '../history/storedId.ts'
import { instantOf } from '../rows.ts'
import { conditions, equals, type Filter, type Prepare, pageOf, within } from './page.ts'
import { TOLD } from './sheets.ts'

export type StoredHistory = Omit<HistoryRow, 'at' | 'event' | 'undone'> & { at: number; event: string; undone: 0 | 1 }

export const historyKeys = { seq: (row: StoredHistory) => row.seq }
export const HISTORY_COLUMNS = `entry.seq, message.seq AS cause, message.at, message.by, message.part_of AS partOf, entry.event,
  EXISTS (SELECT 1 FROM undone WHERE undone.message = entry.seq) OR (
    EXISTS (SELECT 1 FROM history WHERE part_of = entry.seq) AND NOT EXISTS (
      SELECT 1 FROM history AS part WHERE part_of = entry.seq AND part.seq NOT IN (SELECT message FROM undone))
  ) AS undone`

export function readHistory(prepare: Prepare, params: ViewParams<'history'>): Page<HistoryRow> {
  const { branches, values } = historyFound(params)
  const order = params.oldestFirst === true ? 'ASC' : 'DESC'
  const rows = prepare(
    `SELECT ${HISTORY_COLUMNS} FROM (${branches.join(' UNION ALL ')} ORDER BY seq ${order} LIMIT @limit) AS found
     CROSS JOIN history AS entry ON entry.seq = found.seq CROSS JOIN history AS message ON message.seq = ifnull(entry.cause, entry.seq)
     ORDER BY entry.seq ${order}`,
  ).all({ ...values, limit: params.limit + 1 })
  const page = pageOf(rows as StoredHistory[], historyKeys, params)
  return { ...page, rows: page.rows.map((row) => toHistoryRow(prepare, row)) }
}

export const toHistoryRow = (prepare: Prepare, { at, event, undone, ...row }: StoredHistory): HistoryRow => ({
  ...row,
  at: instantOf(at),
  event: toldEvent(prepare, decodeEvent(event)),
  undone: undone === 1,
})

/** A blind sheet is blind in history, too. */
function toldEvent(prepare: Prepare, event: Event): ToldEvent {
  if (event.type !== 'SheetLineCounted') return event
  const isTold = prepare(`SELECT ${TOLD} FROM sheets WHERE name = ?`).pluck().get(event.sheet) === 1
  return isTold ? event : { ...event, qty: null }
}

type Found = Omit<ViewParams<'history'>, 'limit'>

/** Queries of which each finds some sequences: what has the words was indexed, or came since. */
export function historyFound({
  id,
  cause,
  partOf,
  sku,
  batchRef,
  orderId,
  messages,
  oldestFirst = false,
  ...range
}: Found) {
  const filters = [
    hasId(id),
    cause === undefined ? null : { sql: OF_CAUSE, params: { cause } },
    equals('part_of', 'partOf', partOf),
    equals('sku', 'sku', sku),
    equals('batch_ref', 'batchRef', batchRef),
    equals('order_id', 'orderId', orderId),
    messages === true ? isMessage : null,
    ...within(['seq'], !oldestFirst, range),
  ]
  const words = [word('sku', sku), word('batch', batchRef), word('order', orderId), messages === true ? 'message' : '']
  const match = words.filter((word) => word !== '').join(' AND ')
  const { where, params } = conditions(filters)
  const isFew = id !== undefined || cause !== undefined || partOf !== undefined
  if (isFew || match === '') return { branches: [`SELECT seq FROM history ${where}`], values: params }
  const indexed = conditions([
    { sql: 'history_search MATCH @match', params: { match } },
    ...within(['rowid'], !oldestFirst, range),
  ])
  return {
    branches: [`SELECT seq FROM recent_history ${where}`, `SELECT rowid FROM history_search ${indexed.where}`],
    values: { ...params, ...indexed.params },
  }
}

/** A message, and what it caused: right behind it, before the next message. */
const OF_CAUSE = `seq >= @cause AND seq < ifnull(
  (SELECT seq FROM history WHERE seq > @cause AND cause IS NULL ORDER BY seq LIMIT 1), 9e18) AND ifnull(cause, seq) = @cause`

/** The message that a client gave this id. */
export const hasId = (id: string | undefined): Filter =>
  id === undefined
    ? null
    : { sql: 'seq = (SELECT seq FROM message_ids WHERE id = @id)', params: { id: toStoredId(id) } }

export const isMessage: Filter = { sql: 'cause IS NULL', params: {} }

/** As it was indexed: of letters and digits only, so that a reference is one word, whatever it is made of. */
export const word = (kind: string, text: string | undefined) =>
  text === undefined ? '' : kind + Buffer.from(text).toString('hex')
