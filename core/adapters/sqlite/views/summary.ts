import type { Summary } from '../../../ports/views.ts'
import type { Prepare } from './page.ts'

type Counts = Omit<Summary, 'lines'> & Summary['lines']

/** Unread groups that are counted: whoever has more need not know how many. */
const MOST = 1000

/** From the counters of products: lines are never counted. */
export function readSummary(prepare: Prepare): Summary {
  const { products, batches, unreadNotices, unreadNoticeGroups, ...lines } = prepare(
    `SELECT count(*) FILTER (WHERE batches + lines > 0) AS products, (SELECT count(*) FROM batches) AS batches,
       ifnull(sum(allocated_lines), 0) AS allocated, ifnull(sum(backordered_lines), 0) AS backordered,
       ifnull(sum(dispatched_lines), 0) AS dispatched, ifnull(sum(cancelled_lines), 0) AS cancelled,
       (SELECT ifnull(max(seq), 0) FROM notices) - (SELECT up_to FROM notices_read) AS unreadNotices,
       (SELECT count(*) FROM (SELECT 1 FROM notice_groups WHERE newest > (SELECT up_to FROM notices_read) LIMIT ${MOST}))
         AS unreadNoticeGroups
     FROM products`,
  ).get() as Counts
  return { products, batches, lines, unreadNotices, unreadNoticeGroups }
}
