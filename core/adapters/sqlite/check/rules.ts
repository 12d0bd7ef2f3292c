import { isOfType } from '../history/storedEvent.ts'

// One query for each rule, which finds what breaks it. None believes a counter. What the tables hold is compared with
// history by replaying it (replay.ts).

const UNITS = `SELECT batch_ref, sum(qty) AS units FROM lines WHERE state = 'allocated' GROUP BY batch_ref`

/** Of the lines, batches and products as they are now. */
const stateRules: Readonly<Record<string, string>> = {
  'a batch counts the units of its lines': `
    SELECT ref, allocated AS counted, ifnull(units, 0) AS units FROM batches LEFT JOIN (${UNITS}) ON batch_ref = ref
    WHERE allocated <> ifnull(units, 0)`,
  'no batch is over-allocated': `
    SELECT ref, qty - set_aside AS holds, units FROM batches JOIN (${UNITS}) ON batch_ref = ref WHERE units > holds`,
  'a line is allocated to a batch of its SKU': `
    SELECT order_id, line, lines.sku, batch_ref FROM lines LEFT JOIN batches ON ref = batch_ref
    WHERE state IN ('allocated', 'dispatched') AND batches.sku IS NOT lines.sku`,
  'no waiting line would fit a batch': `
    SELECT order_id, line, lines.sku, qty, largest FROM lines JOIN (
      SELECT batches.sku, max(batches.qty - set_aside - ifnull(units, 0)) AS largest FROM batches
      LEFT JOIN (${UNITS}) ON batch_ref = ref GROUP BY batches.sku
    ) AS room ON room.sku = lines.sku WHERE state = 'backordered' AND qty <= largest`,
  'a product counts its batches and lines': `
    SELECT sku, batches, lines, allocated_lines, backordered_lines, dispatched_lines, cancelled_lines, backordered_units
    FROM products
    LEFT JOIN (SELECT sku, count(*) AS of_batches FROM batches GROUP BY sku) USING (sku)
    LEFT JOIN (
      SELECT sku, count(*) FILTER (WHERE state <> 'withdrawn') AS of_lines,
        count(*) FILTER (WHERE state = 'allocated') AS allocated,
        count(*) FILTER (WHERE state = 'backordered') AS backordered,
        count(*) FILTER (WHERE state = 'dispatched') AS dispatched,
        count(*) FILTER (WHERE state = 'cancelled') AS cancelled,
        sum(qty) FILTER (WHERE state = 'backordered') AS units
      FROM lines GROUP BY sku
    ) USING (sku)
    WHERE (batches, lines, allocated_lines, backordered_lines, dispatched_lines, cancelled_lines, backordered_units)
      <> (ifnull(of_batches, 0), ifnull(of_lines, 0), ifnull(allocated, 0), ifnull(backordered, 0),
          ifnull(dispatched, 0), ifnull(cancelled, 0), ifnull(units, 0))`,
  'a day counts the lines that are late': `
    SELECT due, eta, sum(lines) AS surplus FROM (
      SELECT due, eta, lines FROM late_days
      UNION ALL SELECT due, eta, -1 FROM lines JOIN batches ON ref = batch_ref WHERE state = 'allocated' AND due < eta
    ) GROUP BY due, eta HAVING surplus <> 0`,
}

/** Of history, and of what was told, read and mailed. */
const recordRules: Readonly<Record<string, string>> = {
  'no number is missing in a sequence': `
    SELECT * FROM (
      SELECT 'history' AS sequence, count(*) AS entries, max(seq) AS newest FROM history
      UNION ALL SELECT 'lines', count(*), max(seq) FROM lines
      UNION ALL SELECT 'notices', count(*), max(seq) FROM notices
      UNION ALL SELECT 'outbox', count(*), max(seq) FROM outbox
    ) WHERE entries <> newest`,
  'an event is caused by the message before it': `
    SELECT seq, cause FROM (
      SELECT seq, cause, max(iif(cause IS NULL, seq, NULL)) OVER (ORDER BY seq) AS message FROM history
    ) WHERE cause <> message OR message IS NULL`,
  'what is about a batch is found by its SKU': `
    SELECT seq, batch_ref FROM history WHERE batch_ref IS NOT NULL AND sku IS NULL`,
  'an undo names an earlier message': `
    SELECT undo.seq, undo.undoes FROM history AS undo LEFT JOIN history AS undone ON undone.seq = undo.undoes
    WHERE (undo.undoes IS NOT NULL AND (undone.cause IS NOT NULL OR undone.seq IS NULL OR undone.seq >= undo.seq))
      OR (undo.undoes IS NULL AND undo.${isOfType('MessageUndone', 'ImportUndone')})`,
  'an id is of one message': `
    SELECT seq, count(*) AS ids FROM message_ids GROUP BY seq
    HAVING ids > 1 OR (SELECT cause FROM history WHERE history.seq = message_ids.seq) IS NOT NULL`,
  'what was taken back is known': `
    WITH RECURSIVE switched (seq, undone, undo) AS (
      SELECT undoes, 1, seq FROM history WHERE undoes IS NOT NULL AND ${isOfType('MessageUndone')}
      UNION ALL SELECT history.undoes, 1 - undone, undo FROM switched JOIN history USING (seq)
      WHERE history.undoes IS NOT NULL AND ${isOfType('MessageUndone')}
    ), last AS (SELECT seq, undone, max(undo) FROM switched GROUP BY seq)
    SELECT seq FROM last WHERE undone = 1 AND seq NOT IN (SELECT message FROM undone)
    UNION ALL SELECT message FROM undone WHERE message NOT IN (SELECT seq FROM last WHERE undone = 1)`,
  'a part names an earlier message': `
    SELECT part.seq, part.part_of FROM history AS part LEFT JOIN history AS whole ON whole.seq = part.part_of
    WHERE part.part_of IS NOT NULL AND (whole.cause IS NOT NULL OR whole.seq IS NULL OR whole.seq >= part.seq)`,
  'an order was answered with where its line went': `
    SELECT message.seq FROM history AS message JOIN history AS next ON next.seq = message.seq + 1 AND next.cause = message.seq
    WHERE message.${isOfType('AllocationRequired')} AND message.results ->> 1 IS NOT iif(next.batch_ref IS NULL, NULL, 0)`,
  'notices are grouped by what people did': `
    SELECT notices.seq, origin, repeated FROM notices JOIN history ON history.seq = message
    WHERE origin <> ifnull(part_of, message)
      OR (repeated = 1 AND NOT EXISTS (
        SELECT 1 FROM notices AS first WHERE first.origin = notices.origin AND first.sku = notices.sku
          AND first.kind = 'outOfStock' AND first.repeated = 0 AND first.seq < notices.seq))`,
  'a group counts its notices': `
    SELECT origin, sum(newest), sum(reallocated), sum(backordered), sum(filled), sum(late), sum(not_restored), sum(out_of_stock)
    FROM (
      SELECT * FROM notice_groups
      UNION ALL SELECT origin, -max(seq), -count(*) FILTER (WHERE kind = 'reallocated'),
        -count(*) FILTER (WHERE kind = 'backordered'), -count(*) FILTER (WHERE kind = 'filled'),
        -count(*) FILTER (WHERE kind = 'late'), -count(*) FILTER (WHERE kind = 'notRestored'),
        -count(*) FILTER (WHERE kind = 'outOfStock') FROM notices WHERE repeated = 0 GROUP BY origin
    ) GROUP BY origin HAVING sum(newest) <> 0 OR sum(reallocated) <> 0 OR sum(backordered) <> 0 OR sum(filled) <> 0
      OR sum(late) <> 0 OR sum(not_restored) <> 0 OR sum(out_of_stock) <> 0`,
  'a line that came to wait gave way': `
    SELECT notices.seq, kind, to_eta FROM notices JOIN history ON history.seq = message LEFT JOIN gave_way ON notice = notices.seq
    WHERE (notice IS NOT NULL OR (kind = 'backordered' AND from_ref IS NOT NULL))
      AND (from_ref IS NULL OR kind NOT IN ('backordered', 'reallocated') OR history.${isOfType('MessageUndone', 'BatchEtaChanged')})
        <> (notice IS NULL)
    UNION ALL SELECT notice, kind, to_eta FROM gave_way JOIN notices ON notices.seq = notice
    WHERE (to_eta = '~') <> (kind = 'backordered')`,
  'a mail is of a SKU that was out of stock, or of a report': `
    SELECT seq, sku, message FROM outbox WHERE iif(sku IS NULL,
      NOT EXISTS (SELECT 1 FROM history WHERE history.seq = message AND ${isOfType('ReportMade')}),
      NOT EXISTS (
        SELECT 1 FROM notices WHERE notices.message = outbox.message AND notices.sku = outbox.sku AND kind = 'outOfStock'))`,
}

export const rules: Readonly<Record<string, string>> = { ...stateRules, ...recordRules }
