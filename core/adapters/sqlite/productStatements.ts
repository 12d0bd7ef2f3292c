import type Database from 'better-sqlite3'
import type { StoredBatch, StoredLine } from './rows.ts'

const BATCH = 'ref, sku, qty, allocated, eta, created'
const LINE = 'sku, order_id AS orderId, line, qty, due, state, batch_ref AS batchRef, ordered, allocated'

export type ProductStatements = ReturnType<typeof prepareProducts>

export function prepareProducts(db: Database.Database) {
  return {
    version: db.prepare<[string], number>('SELECT version FROM products WHERE sku = ?').pluck(),
    /** First the product, then its batches: in one statement, so that all are of the same moment. */
    withRoom: db.prepare<{ sku: string }, StoredBatch & { version: number }>(
      `SELECT version, NULL AS ref, sku, NULL AS qty, NULL AS allocated, NULL AS eta, NULL AS created
       FROM products WHERE sku = @sku
       UNION ALL SELECT NULL, ${BATCH} FROM batches WHERE sku = @sku AND allocated < qty`,
    ),
    batch: db.prepare<[string], StoredBatch>(`SELECT ${BATCH} FROM batches WHERE ref = ?`),
    line: db.prepare<[string, string, number], StoredLine>(
      `SELECT ${LINE} FROM lines WHERE order_id = ? AND sku = ? AND line = ?`,
    ),
    dueBefore: db.prepare<[string, string], StoredLine>(
      `SELECT ${LINE} FROM lines WHERE batch_ref = ? AND state = 'allocated' AND due < ?`,
    ),
    ofOrder: db.prepare<[string], StoredLine>(`SELECT ${LINE} FROM lines WHERE order_id = ? ORDER BY sku, line`),
    worstProtected: db.prepare<[string], StoredLine>(
      `SELECT ${LINE} FROM lines WHERE batch_ref = ? AND state = 'allocated' ORDER BY due DESC, allocated DESC`,
    ),
    waiting: db.prepare<[string, number], StoredLine>(
      `SELECT ${LINE} FROM lines WHERE sku = ? AND state = 'backordered' AND qty <= ?`,
    ),
    addProduct: db.prepare(
      `INSERT INTO products VALUES (@sku, @version, @allocated, @backordered, @dispatched, @cancelled, @units)`,
    ),
    moveProduct: db.prepare(
      `UPDATE products SET version = @version, allocated_lines = allocated_lines + @allocated,
         backordered_lines = backordered_lines + @backordered, dispatched_lines = dispatched_lines + @dispatched,
         cancelled_lines = cancelled_lines + @cancelled, backordered_units = backordered_units + @units
       WHERE sku = @sku AND version = @stored`,
    ),
    putBatch: db.prepare(`INSERT INTO batches (${BATCH}) VALUES (@ref, @sku, @qty, @allocated, @eta, @created)`),
    /** The ETA on its own, since an index has to follow it. */
    moveBatch: db.prepare('UPDATE batches SET qty = @qty, allocated = @allocated WHERE ref = @ref'),
    moveEta: db.prepare('UPDATE batches SET eta = @eta WHERE ref = @ref'),
    putLine: db.prepare(
      `INSERT INTO lines (sku, order_id, line, qty, due, state, batch_ref, ordered, allocated)
       VALUES (@sku, @orderId, @line, @qty, @due, @state, @batchRef, @ordered, @allocated)`,
    ),
    moveLine: db.prepare(
      `UPDATE lines SET state = @state, batch_ref = @batchRef, allocated = @allocated
       WHERE order_id = @orderId AND sku = @sku AND line = @line`,
    ),
  }
}
