import type { HistoryRow, NoticeRow, Page, ViewParams } from '../../../views.ts'
import { equals, type Filter, type List, type Prepare, readPage } from './page.ts'

type StoredNotice = Omit<NoticeRow, 'unread'> & { unread: 0 | 1 }

const notices: List<StoredNotice> = {
  columns: `notices.seq, kind, notices.order_id AS orderId, line, notices.sku, qty, from_ref AS "from", to_ref AS "to",
    reason, at, by, notices.seq > up_to AS unread`,
  from: 'notices JOIN history ON history.seq = message CROSS JOIN notices_read',
  keys: { 'notices.seq': (row) => row.seq },
  descending: true,
}
const isUnread: Filter = { sql: 'notices.seq > (SELECT up_to FROM notices_read)', params: {} }

export function readNotices(prepare: Prepare, params: ViewParams<'notices'>): Page<NoticeRow> {
  const filters = [
    params.unread === true ? isUnread : null,
    equals('kind', 'kind', params.kind),
    equals('notices.sku', 'sku', params.sku),
    equals('notices.order_id', 'orderId', params.orderId),
  ]
  const { rows, next } = readPage(prepare, notices, filters, params)
  return { rows: rows.map((row) => ({ ...row, unread: row.unread === 1 })), next }
}

type StoredHistory = Omit<HistoryRow, 'event' | 'undone'> & { event: string; undone: 0 | 1 }

const history: List<StoredHistory> = {
  columns: `entry.seq, message.seq AS cause, message.at, message.by, entry.event,
    EXISTS (SELECT 1 FROM history WHERE undoes = entry.seq) AS undone`,
  from: 'history AS entry JOIN history AS message ON message.seq = ifnull(entry.cause, entry.seq)',
  keys: { 'entry.seq': (row) => row.seq },
  descending: true,
}

const isMessage: Filter = { sql: 'entry.cause IS NULL', params: {} }

export function readHistory(prepare: Prepare, params: ViewParams<'history'>): Page<HistoryRow> {
  const filters = [
    equals('entry.id', 'id', params.id),
    equals('entry.sku', 'sku', params.sku),
    equals('entry.batch_ref', 'batchRef', params.batchRef),
    equals('entry.order_id', 'orderId', params.orderId),
    params.messages === true ? isMessage : null,
  ]
  const { rows, next } = readPage(prepare, history, filters, params)
  return { rows: rows.map((row) => ({ ...row, event: JSON.parse(row.event), undone: row.undone === 1 })), next }
}
