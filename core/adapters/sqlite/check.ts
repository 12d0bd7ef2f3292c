import type Database from 'better-sqlite3'
import type { BrokenInvariant } from '../../ports/store.ts'

/** One query for each rule, which finds what breaks it. All start from the lines, and believe no counter. */
const rules: Readonly<Record<string, string>> = {
  'a batch counts the units of its lines': `
    SELECT ref, allocated AS counted, ifnull(units, 0) AS units FROM batches LEFT JOIN (
      SELECT batch_ref, sum(qty) AS units FROM lines WHERE state = 'allocated' GROUP BY batch_ref
    ) ON batch_ref = ref WHERE allocated <> ifnull(units, 0)`,
  'no batch is over-allocated': `
    SELECT ref, batches.qty AS holds, sum(lines.qty) AS units FROM lines JOIN batches ON ref = batch_ref
    WHERE state = 'allocated' GROUP BY ref HAVING units > holds`,
  'a line is allocated to a batch of its SKU': `
    SELECT order_id, line, lines.sku, batch_ref FROM lines LEFT JOIN batches ON ref = batch_ref
    WHERE state IN ('allocated', 'dispatched') AND batches.sku IS NOT lines.sku`,
  'a line that waits has no batch': `
    SELECT order_id, line, sku, batch_ref FROM lines WHERE state = 'backordered' AND batch_ref IS NOT NULL`,
  'no waiting line would fit a batch': `
    SELECT order_id, line, lines.sku, qty, largest FROM lines JOIN (
      SELECT batches.sku, max(batches.qty - ifnull(units, 0)) AS largest FROM batches LEFT JOIN (
        SELECT batch_ref, sum(qty) AS units FROM lines WHERE state = 'allocated' GROUP BY batch_ref
      ) ON batch_ref = ref GROUP BY batches.sku
    ) AS room ON room.sku = lines.sku WHERE state = 'backordered' AND qty <= largest`,
  'a batch holds what history says': `
    SELECT ref, holds, said FROM (
      SELECT ref, sum(holds) AS holds, sum(said) AS said FROM (
        SELECT ref, qty AS holds, NULL AS said FROM batches UNION ALL
        SELECT batch_ref, NULL, CASE event ->> 'type'
          WHEN 'BatchCreated' THEN event ->> 'qty'
          WHEN 'StockAdjusted' THEN (event ->> 'after') - (event ->> 'before')
          WHEN 'Dispatched' THEN -(event ->> 'qty') END
        FROM history WHERE event ->> 'type' IN ('BatchCreated', 'StockAdjusted', 'Dispatched')
      ) GROUP BY ref
    ) WHERE holds IS NOT said`,
  'every line that was ordered is there, as it was ordered': `
    SELECT ordered.order_id, ordered.line, ordered.sku, ordered.qty, lines.qty AS stored FROM (
      SELECT order_id, sku, event ->> 'line' AS line, event ->> 'qty' AS qty, event ->> 'dueDate' AS due FROM history
      WHERE cause IS NULL AND event ->> 'type' = 'AllocationRequired'
    ) AS ordered LEFT JOIN lines USING (order_id, sku, line)
    WHERE lines.qty IS NOT ordered.qty OR lines.due IS NOT ifnull(ordered.due, '~')`,
  'a line left when history says so': `
    SELECT order_id, line, sku, state, said FROM lines LEFT JOIN (
      SELECT order_id, sku, event ->> 'line' AS line,
        iif(event ->> 'type' = 'Dispatched', 'dispatched', 'cancelled') AS said
      FROM history WHERE event ->> 'type' = 'Dispatched' OR (cause IS NULL AND event ->> 'type' = 'OrderLineCancelled')
    ) USING (order_id, sku, line) WHERE iif(state IN ('dispatched', 'cancelled'), state, NULL) IS NOT said`,
  'a product counts its lines': `
    SELECT sku, allocated_lines, backordered_lines, dispatched_lines, cancelled_lines, backordered_units, allocated,
      backordered, dispatched, cancelled, units
    FROM products LEFT JOIN (
      SELECT sku, count(*) FILTER (WHERE state = 'allocated') AS allocated,
        count(*) FILTER (WHERE state = 'backordered') AS backordered,
        count(*) FILTER (WHERE state = 'dispatched') AS dispatched,
        count(*) FILTER (WHERE state = 'cancelled') AS cancelled,
        sum(qty) FILTER (WHERE state = 'backordered') AS units
      FROM lines GROUP BY sku
    ) USING (sku)
    WHERE (allocated_lines, backordered_lines, dispatched_lines, cancelled_lines, backordered_units)
      <> (ifnull(allocated, 0), ifnull(backordered, 0), ifnull(dispatched, 0), ifnull(cancelled, 0), ifnull(units, 0))`,
  'no number is missing in a sequence': `
    SELECT * FROM (
      SELECT 'history' AS sequence, count(*) AS entries, max(seq) AS newest FROM history
      UNION ALL SELECT 'lines', count(*), max(seq) FROM lines
      UNION ALL SELECT 'notices', count(*), max(seq) FROM notices
    ) WHERE entries <> newest`,
  'every line that is there was ordered': `
    SELECT order_id, line, sku FROM lines EXCEPT
    SELECT order_id, event ->> 'line', sku FROM history
    WHERE cause IS NULL AND event ->> 'type' = 'AllocationRequired'`,
}

const SHOWN = 100 // of each rule; more would show nothing new

export function check(db: Database.Database): BrokenInvariant[] {
  return Object.entries(rules).flatMap(([rule, sql]) =>
    db
      .prepare<[], BrokenInvariant['details']>(`${sql} LIMIT ${SHOWN}`)
      .all()
      .map((details) => ({ rule, details })),
  )
}
