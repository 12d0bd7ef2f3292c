import type { Summary } from '../../../ports/views.ts'
import type { Prepare } from './page.ts'

type Counts = Omit<Summary, 'lines'> & Summary['lines']

/** From the counters of products: lines are never counted. */
export function readSummary(prepare: Prepare): Summary {
  const { products, batches, unreadNotices, ...lines } = prepare(
    `SELECT count(*) AS products, (SELECT count(*) FROM batches) AS batches,
       total(allocated_lines) AS allocated, total(backordered_lines) AS backordered,
       total(dispatched_lines) AS dispatched, total(cancelled_lines) AS cancelled,
       (SELECT ifnull(max(seq), 0) FROM notices) - (SELECT up_to FROM notices_read) AS unreadNotices
     FROM products`,
  ).get() as Counts
  return { products, batches, lines, unreadNotices }
}
