import type Database from 'better-sqlite3'

/** As few tables, columns and indexes as the job takes. */
export const boundSchema = `
CREATE TABLE batches (
  ref TEXT PRIMARY KEY, sku TEXT NOT NULL, qty INTEGER NOT NULL, allocated INTEGER NOT NULL, eta TEXT NOT NULL,
  created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX batches_with_room ON batches (sku, eta, created) WHERE allocated < qty;
CREATE TABLE lines (
  seq INTEGER PRIMARY KEY, order_id TEXT NOT NULL, sku TEXT NOT NULL, line INTEGER NOT NULL, qty INTEGER NOT NULL,
  due TEXT NOT NULL, batch_ref TEXT, allocated INTEGER, UNIQUE (order_id, sku, line)
) STRICT;
CREATE INDEX lines_of_batch ON lines (batch_ref, due, allocated) WHERE batch_ref IS NOT NULL;
CREATE INDEX lines_waiting ON lines (sku, due, seq) WHERE batch_ref IS NULL;
CREATE TABLE history (seq INTEGER PRIMARY KEY, event TEXT NOT NULL) STRICT;
`

export type BoundBatch = { ref: string; sku: string; qty: number; allocated: number }
export type BoundLine = { seq: number; orderId: string; line: number; sku: string; qty: number }

export function prepareBound(db: Database.Database) {
  const sql = (text: string) => db.prepare<unknown[], never>(text) // `never`: a row is what its reader says it is
  const line = 'seq, order_id AS orderId, line, sku, qty'
  return {
    begin: sql('BEGIN IMMEDIATE'),
    commit: sql('COMMIT'),
    rollback: sql('ROLLBACK'),
    firstWithRoom: sql(
      'SELECT ref FROM batches WHERE sku = ? AND allocated < qty AND qty - allocated >= ? ORDER BY eta, created LIMIT 1',
    ).pluck(),
    withRoom: sql('SELECT ref, qty, allocated FROM batches WHERE sku = ? AND allocated < qty ORDER BY eta, created'),
    batch: sql('SELECT ref, sku, qty, allocated FROM batches WHERE ref = ?'),
    worstProtected: sql(`SELECT ${line} FROM lines WHERE batch_ref = ? ORDER BY due DESC, allocated DESC`),
    waiting: sql(`SELECT ${line} FROM lines WHERE sku = ? AND batch_ref IS NULL AND qty <= ? ORDER BY due, seq`),
    newest: sql('SELECT ifnull(max(allocated), 0) FROM lines').pluck(),
    addBatch: sql('INSERT INTO batches VALUES (?, ?, ?, 0, ?, (SELECT count(*) FROM batches))'),
    addLine: sql(
      'INSERT INTO lines (order_id, sku, line, qty, due, batch_ref, allocated) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    take: sql('UPDATE batches SET allocated = allocated + ? WHERE ref = ?'),
    putBatch: sql('UPDATE batches SET qty = ?, allocated = ? WHERE ref = ?'),
    moveLine: sql('UPDATE lines SET batch_ref = ?, allocated = ? WHERE seq = ?'),
    addHistory: sql('INSERT INTO history (event) VALUES (?)'),
  }
}
