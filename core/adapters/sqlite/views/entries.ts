import { undoableTypes } from '../../../domain/messages.ts'
import type { EntryRow, Page, ViewParams } from '../../../ports/views.ts'
import { decodeEvent, isOfType, shapesOf } from '../history/storedEvent.ts'
import { conditions, equals, type Filter, orderBy, type Prepare, pageOf, within } from './page.ts'
import { HISTORY_COLUMNS, hasId, historyKeys, isMessage, type StoredHistory, toHistoryRow, word } from './record.ts'

type Params = ViewParams<'entries'>
type Stored = StoredHistory & Pick<EntryRow, 'caused' | 'parts'> & { told: string; undoes: string | null }

/** What a message caused stands right behind it, before the next message. */
const COLUMNS = `${HISTORY_COLUMNS},
  ifnull((SELECT seq FROM history WHERE seq > entry.seq AND cause IS NULL ORDER BY seq LIMIT 1) - 1,
    (SELECT max(seq) FROM history)) - entry.seq AS caused,
  (SELECT count(*) FROM history WHERE part_of = entry.seq) AS parts,
  (SELECT json_group_object(kind, count) FROM (
    SELECT kind, count(*) AS count FROM notices WHERE notices.message = entry.seq GROUP BY kind)) AS told,
  (SELECT event FROM history WHERE seq = entry.undoes) AS undoes`

export function readEntries(prepare: Prepare, params: Params): Page<EntryRow> {
  const seqs = isAbout(params) ? entriesAbout(prepare, params) : entriesThemselves(prepare, params)
  const order = orderBy(['entry.seq'], isDescending(params))
  const rows = prepare(
    `SELECT ${COLUMNS} FROM json_each(@seqs) AS found CROSS JOIN history AS entry ON entry.seq = found.value
     CROSS JOIN history AS message ON message.seq = entry.seq ${order}`,
  ).all({ seqs: JSON.stringify(seqs) })
  const page = pageOf(rows as Stored[], historyKeys, params)
  return { ...page, rows: page.rows.map((row) => toRow(prepare, row)) }
}

const isDescending = ({ partOf }: Params): boolean => partOf === undefined
const isAbout = ({ sku, batchRef, orderId }: Params): boolean => (sku ?? batchRef ?? orderId) !== undefined

function toRow(prepare: Prepare, { caused, parts, told, undoes, ...stored }: Stored): EntryRow {
  const row = toHistoryRow(prepare, stored)
  const undoable = !row.undone && (undoableTypes as readonly string[]).includes(row.event.type)
  const counts = { caused, parts, told: JSON.parse(told) }
  return { ...row, ...counts, undoable, undoes: undoes === null ? null : decodeEvent(undoes) }
}

const isWhole: Filter = { sql: 'part_of IS NULL', params: {} }

/** Of a message itself. */
const ofMessage = ({ id, partOf, type, by }: Params): Filter[] => [
  hasId(id),
  equals('part_of', 'partOf', partOf),
  type === undefined ? null : { sql: isOfType(type), params: {} },
  equals('by', 'by', by),
]

/** By the words of the index, or the rows that are not indexed yet. A part has its place under the whole. */
function entriesThemselves(prepare: Prepare, params: Params): number[] {
  const { id, partOf, type, by, limit } = params
  const showsParts = (id ?? partOf ?? type) !== undefined
  const filters = [isMessage, showsParts ? null : isWhole, ...ofMessage(params)]
  const order = `${orderBy(['seq'], isDescending(params))} LIMIT @limit`
  const found = conditions([...filters, ...within(['seq'], isDescending(params), params)])
  if (id !== undefined || partOf !== undefined)
    return seqsOf(prepare, `SELECT seq FROM history ${found.where} ${order}`, { ...found.params, limit: limit + 1 })
  const match = [type === undefined ? 'whole' : kind(type), word('by', by)].filter((word) => word !== '').join(' AND ')
  const indexed = conditions([
    { sql: 'history_search MATCH @match', params: { match } },
    ...within(['rowid'], true, params),
  ])
  const sql = `SELECT seq FROM recent_history ${found.where} UNION ALL SELECT rowid FROM history_search ${indexed.where} ${order}`
  return seqsOf(prepare, sql, { ...found.params, ...indexed.params, limit: limit + 1 })
}

/** As rows of the type were indexed. */
const kind = (type: NonNullable<Params['type']>) =>
  `(${shapesOf(type)
    .map((shape) => `kind${shape}`)
    .join(' OR ')})`

/** Events that are read at once while the messages are looked for that caused them. */
const STEP = 1_000

/**
 * Those that are about something, or caused what is. What is found leads to the message that caused it; the search goes on
 * before that message, so that it does not read on through what one message caused.
 */
function entriesAbout(prepare: Prepare, params: Params): number[] {
  const { sku, batchRef, orderId, after, until, limit } = params
  const match = [word('sku', sku), word('batch', batchRef), word('order', orderId)].filter(Boolean).join(' AND ')
  const about = conditions([
    ...[equals('sku', 'sku', sku), equals('batch_ref', 'batchRef', batchRef), equals('order_id', 'orderId', orderId)],
    { sql: 'seq < @before', params: { match } },
  ])
  const causes = `SELECT DISTINCT ifnull(cause, seq) AS seq FROM (
      SELECT seq FROM recent_history ${about.where}
      UNION ALL SELECT rowid FROM history_search WHERE history_search MATCH @match AND rowid < @before
      ORDER BY seq DESC LIMIT ${STEP}) CROSS JOIN history USING (seq) ORDER BY 1 DESC`
  const fit = conditions([...ofMessage(params), ...within(['seq'], true, { after, until })])
  const entries = `SELECT seq FROM json_each(@seqs) CROSS JOIN history ON seq = value ${fit.where} ORDER BY seq DESC`
  const found: number[] = []
  let before = Number(after?.[0] ?? Number.MAX_SAFE_INTEGER)
  while (found.length <= limit && before > Number(until?.[0] ?? 0)) {
    const seqs = seqsOf(prepare, causes, { ...about.params, before })
    found.push(...seqsOf(prepare, entries, { ...fit.params, seqs: JSON.stringify(seqs) }))
    before = seqs.at(-1) ?? 0
  }
  return found.slice(0, limit + 1)
}

const seqsOf = (prepare: Prepare, sql: string, params: object): number[] => prepare(sql).pluck().all(params) as number[]
