import type { NoticeGroupRow, NoticeRow, Page, ViewParams } from '../../../ports/views.ts'
import { decodeMessage } from '../history/storedEvent.ts'
import { instantOf } from '../rows.ts'
import { equals, type Filter, type List, type Prepare, readPage } from './page.ts'

type StoredNotice = Omit<NoticeRow, 'at' | 'unread'> & { at: number; unread: 0 | 1 }

const notices: List<StoredNotice> = {
  columns: `notices.seq, kind, notices.order_id AS orderId, line, notices.sku, qty, from_ref AS "from", to_ref AS "to",
    reason, at, by, notices.seq > up_to AS unread`,
  from: 'notices JOIN history ON history.seq = message CROSS JOIN notices_read',
  keys: { 'notices.seq': (row) => row.seq },
  descending: true,
}
/** Of those that say the same of one origin. */
const isFirst: Filter = { sql: 'repeated = 0', params: {} }
const isUnread: Filter = { sql: 'notices.seq > (SELECT up_to FROM notices_read)', params: {} }

export function readNotices(prepare: Prepare, params: ViewParams<'notices'>): Page<NoticeRow> {
  const filters = [
    isFirst,
    equals('origin', 'origin', params.origin),
    params.unread === true ? isUnread : null,
    equals('kind', 'kind', params.kind),
    equals('notices.sku', 'sku', params.sku),
    equals('notices.order_id', 'orderId', params.orderId),
  ]
  const { rows, next } = readPage(prepare, notices, filters, params)
  return { rows: rows.map((row) => ({ ...row, at: instantOf(row.at), unread: row.unread === 1 })), next }
}

type StoredGroup = Pick<NoticeGroupRow, 'origin' | 'by' | 'newest'> &
  NoticeGroupRow['counts'] & { at: number; event: string; unread: 0 | 1 }

const groups: List<StoredGroup> = {
  columns: `origin, newest, reallocated, backordered, filled, late, not_restored AS notRestored,
    out_of_stock AS outOfStock, event, at, by, newest > up_to AS unread`,
  from: 'notice_groups JOIN history ON history.seq = origin CROSS JOIN notices_read',
  keys: { newest: (row) => row.newest },
  descending: true,
}
/** Notices are numbered as the messages that caused them. */
const laterThan = (since: number | undefined): Filter =>
  since === undefined
    ? null
    : {
        sql: 'newest > ifnull((SELECT seq FROM notices WHERE message <= @since ORDER BY message DESC, seq DESC LIMIT 1), 0)',
        params: { since },
      }
const hasUnread: Filter = { sql: 'newest > (SELECT up_to FROM notices_read)', params: {} }

export function readNoticeGroups(prepare: Prepare, params: ViewParams<'noticeGroups'>): Page<NoticeGroupRow> {
  const filters = [
    equals('origin', 'origin', params.origin),
    params.unread === true ? hasUnread : null,
    laterThan(params.since),
  ]
  const { rows, next } = readPage(prepare, groups, filters, params)
  return { rows: rows.map(toGroup), next }
}

const toGroup = ({ origin, newest, event, at, by, unread, ...counts }: StoredGroup): NoticeGroupRow => ({
  ...{ origin, newest, by, counts },
  at: instantOf(at),
  event: decodeMessage(event),
  unread: unread === 1,
})
