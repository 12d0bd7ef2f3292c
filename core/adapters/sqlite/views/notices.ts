import type { NoticeGroupRow, NoticeRow, Page, ViewParams } from '../../../ports/views.ts'
import { decodeMessage } from '../history/storedEvent.ts'
import { instantOf } from '../rows.ts'
import { equals, type Filter, type List, type Prepare, readPage } from './page.ts'

type StoredNotice = Omit<NoticeRow, 'at' | 'unread'> & { at: number; unread: 0 | 1 }

/** The newest notice that the person has read who reads the list. */
export const READ = `(SELECT ifnull(max(up_to), 0) FROM notices_read WHERE person = @reader)`
const readBy = (reader = ''): Filter => ({ sql: '@reader IS NOT NULL', params: { reader } })

const notices: List<StoredNotice> = {
  columns: `notices.seq, kind, notices.order_id AS orderId, line, notices.sku, qty, from_ref AS "from", to_ref AS "to",
    reason, at, by, notices.seq > ${READ} AS unread`,
  from: 'notices JOIN history ON history.seq = message',
  keys: { 'notices.seq': (row) => row.seq },
  descending: true,
}
/** Of those that say the same of one origin. */
const isFirst: Filter = { sql: 'repeated = 0', params: {} }
const isUnread: Filter = { sql: `notices.seq > ${READ}`, params: {} }

export function readNotices(prepare: Prepare, params: ViewParams<'notices'>): Page<NoticeRow> {
  const filters = [
    readBy(params.reader),
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

type StoredGroup = Pick<NoticeGroupRow, 'origin' | 'by' | 'newest' | 'givenTo' | 'acknowledgedBy' | 'note'> &
  NoticeGroupRow['counts'] & { at: number; event: string; unread: 0 | 1; open: 0 | 1 }

/** Nobody has acknowledged its newest notice. */
const OPEN = 'newest > ifnull(acknowledged, 0)'
const works: Readonly<Record<NonNullable<ViewParams<'noticeGroups'>['work']>, Filter>> = {
  open: { sql: OPEN, params: {} },
  mine: { sql: `${OPEN} AND (given IS NULL OR given = @reader)`, params: {} },
  acknowledged: { sql: `NOT (${OPEN})`, params: {} },
}

const groups: List<StoredGroup> = {
  columns: `notice_groups.origin, newest, reallocated, backordered, filled, late, not_restored AS notRestored,
    out_of_stock AS outOfStock, event, at, by, newest > ${READ} AS unread,
    ${OPEN} AS open, given AS givenTo, acknowledged_by AS acknowledgedBy, note`,
  from: 'notice_groups LEFT JOIN notice_work USING (origin) CROSS JOIN history ON history.seq = notice_groups.origin',
  keys: { newest: (row) => row.newest },
  descending: true,
}
const hasUnread: Filter = { sql: `newest > ${READ}`, params: {} }

export function readNoticeGroups(prepare: Prepare, params: ViewParams<'noticeGroups'>): Page<NoticeGroupRow> {
  const filters = [
    readBy(params.reader),
    equals('notice_groups.origin', 'origin', params.origin),
    params.unread === true ? hasUnread : null,
    params.work === undefined ? null : works[params.work],
  ]
  const { rows, next } = readPage(prepare, groups, filters, params)
  return { rows: rows.map(toGroup), next }
}

const toGroup = ({ unread, open, at, event, ...group }: StoredGroup): NoticeGroupRow => {
  const { origin, newest, by, givenTo, acknowledgedBy, note, ...counts } = group
  return {
    ...{ origin, newest, by, counts, givenTo, acknowledgedBy, note },
    isOpen: open === 1,
    at: instantOf(at),
    event: decodeMessage(event),
    unread: unread === 1,
  }
}
