import type Database from 'better-sqlite3'
import { RANKS, type StoredBatch, type StoredLine, type StoredProduct } from './rows.ts'

export const BATCH = 'ref, sku, qty, allocated, set_aside AS setAside, eta, created'
export const LINE =
  'sku, order_id AS orderId, line, qty, split_off AS splitOff, due, rank, customer, state, batch_ref AS batchRef, ordered, allocated, departed'
/** The lines that are allocated to a batch, the worst protected first. */
export const WORST_PROTECTED = `SELECT ${LINE} FROM lines WHERE batch_ref = ? AND state = 'allocated' ORDER BY rank DESC, due DESC, allocated DESC`
/** So many batches with room are loaded with a product; more are looked up when a line needs them. */
export const OPEN_BATCHES = 16

/** A batch with room, as the partial indexes have it. */
const OPEN = 'sku = @sku AND room > 0'

export type ProductStatements = ReturnType<typeof prepareProducts>

export function prepareProducts(db: Database.Database) {
  return {
    version: db.prepare<[string], number>('SELECT version FROM products WHERE sku = ?').pluck(),
    /**
     * First the product, then its most preferred batches with room: in one statement, so that all are of one moment. The index
     * has them in the order of preference; with an ORDER BY, SQLite would prepare the statement anew at each call.
     */
    productWithOpenBatches: db.prepare<{ sku: string }, StoredProduct & StoredBatch>(
      `SELECT version, batches, lines, NULL AS ref, sku, NULL AS qty, NULL AS allocated,
         NULL AS setAside, NULL AS eta, NULL AS created
       FROM products WHERE sku = @sku
       UNION ALL SELECT NULL, NULL, NULL, ${BATCH} FROM batches INDEXED BY batches_with_room WHERE ${OPEN}
       LIMIT ${1 + OPEN_BATCHES + 1}`,
    ),
    openBatches: db.prepare<{ sku: string }, StoredBatch>(`SELECT ${BATCH} FROM batches WHERE ${OPEN}`),
    /**
     * The most preferred batch with room for the units, but for those that are loaded already. Steps through the different
     * rooms by index and takes the head of each, so it costs a step for each size of room, however many batches have it.
     */
    bestOpenBatch: db.prepare<{ sku: string; units: number; loaded: string }, StoredBatch>(
      `WITH RECURSIVE rooms (needed) AS (
         SELECT (SELECT room FROM batches WHERE ${OPEN} AND room >= @units ORDER BY room LIMIT 1)
         UNION ALL
         SELECT (SELECT room FROM batches WHERE ${OPEN} AND room > needed ORDER BY room LIMIT 1)
         FROM rooms WHERE needed IS NOT NULL
       )
       SELECT ${BATCH} FROM batches WHERE ref IN (
         SELECT (SELECT ref FROM batches WHERE ${OPEN} AND room = needed
                   AND ref NOT IN (SELECT value FROM json_each(@loaded)) ORDER BY eta, created LIMIT 1)
         FROM rooms WHERE needed IS NOT NULL
       ) ORDER BY eta, created LIMIT 1`,
    ),
    batch: db.prepare<[string], StoredBatch>(`SELECT ${BATCH} FROM batches WHERE ref = ?`),
    line: db.prepare<[string, string, number], StoredLine>(
      `SELECT ${LINE} FROM lines WHERE order_id = ? AND sku = ? AND line = ? AND state <> 'withdrawn'`,
    ),
    linesOfBatch: db.prepare<[string], StoredLine>(
      `SELECT ${LINE} FROM lines WHERE batch_ref = ? AND state = 'allocated'`,
    ),
    dispatchedFrom: db.prepare<[string], StoredLine>(
      `SELECT ${LINE} FROM lines WHERE batch_ref = ? AND state = 'dispatched' LIMIT 1`,
    ),
    dueBefore: db.prepare<[string, string], StoredLine>(
      `SELECT ${LINE} FROM lines WHERE batch_ref = ? AND state = 'allocated' AND rank IN (${RANKS}) AND due < ?`,
    ),
    skusOfOrder: db
      .prepare<[string], string>(
        `SELECT DISTINCT sku FROM lines WHERE order_id = ? AND state <> 'withdrawn' ORDER BY sku`,
      )
      .pluck(),
    linesOfOrder: db.prepare<[string, string], StoredLine>(
      `SELECT ${LINE} FROM lines WHERE order_id = ? AND sku = ? AND state <> 'withdrawn' ORDER BY line`,
    ),
    worstProtected: db.prepare<[string], StoredLine>(WORST_PROTECTED),
    /** Left to itself, SQLite would read the waiting lines of all SKUs. */
    waiting: db.prepare<[string, number], StoredLine>(
      `SELECT ${LINE} FROM lines INDEXED BY lines_by_urgency WHERE sku = ? AND state = 'backordered' AND qty <= ?`,
    ),
    ...prepareWrites(db),
  }
}

function prepareWrites(db: Database.Database) {
  return {
    insertProduct: db.prepare(
      `INSERT INTO products (sku, version, batches, lines, allocated_lines, backordered_lines, dispatched_lines,
         cancelled_lines, backordered_units)
       VALUES (@sku, @version, @batches, @lines, @allocated, @backordered, @dispatched, @cancelled, @units)`,
    ),
    /** Integers are cast, since they are bound as floating point numbers, which would make the sum one. */
    updateProduct: db.prepare(
      `UPDATE products SET version = @version, batches = @batches, lines = @lines,
         allocated_lines = allocated_lines + CAST(@allocated AS INTEGER),
         backordered_lines = backordered_lines + CAST(@backordered AS INTEGER),
         dispatched_lines = dispatched_lines + CAST(@dispatched AS INTEGER),
         cancelled_lines = cancelled_lines + CAST(@cancelled AS INTEGER),
         backordered_units = backordered_units + CAST(@units AS INTEGER)
       WHERE sku = @sku AND version = @stored`,
    ),
    insertBatch: db.prepare(`INSERT INTO batches (ref, sku, qty, allocated, set_aside, eta, created)
       VALUES (@ref, @sku, @qty, @allocated, @setAside, @eta, @created)`),
    /** The ETA on its own, since an index has to follow it. */
    updateBatch: db.prepare(
      'UPDATE batches SET qty = @qty, allocated = @allocated, set_aside = @setAside WHERE ref = @ref',
    ),
    updateEta: db.prepare('UPDATE batches SET eta = @eta WHERE ref = @ref'),
    /** The late lines of a batch that arrives on another day, as they are stored. */
    moveLateDays: db.prepare(
      `INSERT INTO late_days (due, eta, lines)
       SELECT due, moved.eta, sign * count(*) FROM (SELECT @before AS eta, -1 AS sign UNION ALL SELECT @after, 1) AS moved
       CROSS JOIN lines INDEXED BY lines_by_protection
         ON batch_ref = @ref AND state = 'allocated' AND rank IN (${RANKS}) AND due < moved.eta
       WHERE true GROUP BY due, sign
       ON CONFLICT DO UPDATE SET lines = lines + excluded.lines`,
    ),
    addToLateDay: db.prepare(
      `INSERT INTO late_days (due, eta, lines) VALUES (@due, @eta, @lines)
       ON CONFLICT DO UPDATE SET lines = lines + excluded.lines`,
    ),
    deleteBatch: db.prepare<[string]>('DELETE FROM batches WHERE ref = ?'),
    /** A line that was withdrawn has its row still, and gets it back. */
    insertLine: db.prepare(
      `INSERT INTO lines (sku, order_id, line, qty, split_off, due, rank, customer, state, batch_ref, ordered, allocated, departed)
       VALUES (@sku, @orderId, @line, @qty, @splitOff, @due, @rank, @customer, @state, @batchRef, @ordered, @allocated, @departed)
       ON CONFLICT (order_id, sku, line) DO UPDATE SET qty = @qty, split_off = @splitOff, due = @due, rank = @rank,
         customer = @customer, state = @state, batch_ref = @batchRef, ordered = @ordered, allocated = @allocated, departed = @departed WHERE state = 'withdrawn'`,
    ),
    updateLine: db.prepare(
      `UPDATE lines SET qty = @qty, split_off = @splitOff, rank = @rank, state = @state, batch_ref = @batchRef, allocated = @allocated, departed = @departed
       WHERE order_id = @orderId AND sku = @sku AND line = @line`,
    ),
    withdrawLine: db.prepare(
      `UPDATE lines SET state = 'withdrawn', rank = 0, batch_ref = NULL, allocated = NULL, departed = 0
       WHERE order_id = @orderId AND sku = @sku AND line = @line`,
    ),
  }
}
