import type { Summary, ViewParams } from '../../../ports/views.ts'
import { READ } from './notices.ts'
import type { Prepare } from './page.ts'

type Counts = Omit<Summary, 'lines'> & Summary['lines']

/** Unread groups that are counted: whoever has more need not know how many. */
const MOST = 1000

/** Groups that are the reader's to deal with. */
const GIVEN = `(SELECT count(*) FROM (SELECT 1 FROM notice_work JOIN notice_groups USING (origin)
  WHERE given = @reader AND newest > ifnull(acknowledged, 0) LIMIT ${MOST}))`
/** Of the newest groups that the reader has not read: those that are nobody's, and open. */
const FOR_ALL = `(SELECT count(*) FROM (SELECT origin, newest FROM notice_groups WHERE newest > ${READ} ORDER BY newest DESC LIMIT ${MOST})
  LEFT JOIN notice_work USING (origin) WHERE given IS NULL AND newest > ifnull(acknowledged, 0))`

/** From the counters of products: lines are never counted. */
export function readSummary(prepare: Prepare, { reader = '' }: ViewParams<'summary'>): Summary {
  const { products, batches, unreadNotices, unreadNoticeGroups, noticesForReader, ...lines } = prepare(
    `SELECT count(*) FILTER (WHERE batches + lines > 0) AS products, (SELECT count(*) FROM batches) AS batches,
       ifnull(sum(allocated_lines), 0) AS allocated, ifnull(sum(backordered_lines), 0) AS backordered,
       ifnull(sum(dispatched_lines), 0) AS dispatched, ifnull(sum(cancelled_lines), 0) AS cancelled,
       (SELECT ifnull(max(seq), 0) FROM notices) - ${READ} AS unreadNotices,
       (SELECT count(*) FROM (SELECT 1 FROM notice_groups WHERE newest > ${READ} LIMIT ${MOST}))
         AS unreadNoticeGroups, ${GIVEN} + ${FOR_ALL} AS noticesForReader
     FROM products`,
  ).get({ reader }) as Counts
  return { products, batches, lines, unreadNotices, unreadNoticeGroups, noticesForReader }
}
