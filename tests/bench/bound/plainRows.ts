import Database from 'better-sqlite3'
import type { PlannedBatch, PlannedLine } from '../data/plan.ts'
import type { BoundBatch, BoundLine, BoundMessage, BoundRows } from './boundRows.ts'

/** As few tables, columns and indexes as the job takes. */
const schema = `
CREATE TABLE batches (
  ref TEXT PRIMARY KEY, sku TEXT NOT NULL, qty INTEGER NOT NULL, allocated INTEGER NOT NULL, eta TEXT NOT NULL,
  created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX batches_with_room ON batches (sku, eta, created) WHERE allocated < qty;
CREATE TABLE lines (
  seq INTEGER PRIMARY KEY, order_id TEXT NOT NULL, sku TEXT NOT NULL, line INTEGER NOT NULL, qty INTEGER NOT NULL,
  due TEXT NOT NULL, rank INTEGER NOT NULL, customer TEXT, batch_ref TEXT, allocated INTEGER, UNIQUE (order_id, sku, line)
) STRICT;
CREATE INDEX lines_of_batch ON lines (batch_ref, rank, due, allocated) WHERE batch_ref IS NOT NULL;
CREATE INDEX lines_waiting ON lines (sku, rank, due, seq) WHERE batch_ref IS NULL;
`

/** Nothing is kept but batches and lines: no history, no notices, no search, and nothing is done once only. */
export class PlainRows implements BoundRows {
  readonly #db: Database.Database
  readonly #sql: ReturnType<typeof prepare>
  /** Orders lines by when they were allocated. */
  #clock: number

  constructor(file: string) {
    this.#db = new Database(file)
    this.#db.pragma('journal_mode = WAL')
    this.#db.pragma('synchronous = FULL')
    if (this.#db.pragma('user_version', { simple: true }) === 0) this.#db.exec(`${schema} PRAGMA user_version = 1`)
    this.#sql = prepare(this.#db)
    this.#clock = this.#sql.newest.get()!
  }

  close(): void {
    this.#db.close()
  }

  inTransaction<T>(messages: readonly BoundMessage[], job: (message: BoundMessage) => T): T[] {
    return this.#db.transaction(() => messages.map(job)).immediate()
  }

  firstWithRoom(sku: string, units: number): string | undefined {
    return this.#sql.firstWithRoom.get(sku, units)
  }
  withRoom(sku: string): BoundBatch[] {
    return this.#sql.withRoom.all(sku)
  }
  batch(ref: string): BoundBatch {
    return this.#sql.batch.get(ref)!
  }
  worstProtected(ref: string): Iterable<BoundLine> {
    return this.#sql.worstProtected.iterate(ref)
  }
  waiting(sku: string, units: number): BoundLine[] {
    return this.#sql.waiting.all(sku, units)
  }

  addBatch({ ref, sku, qty, eta }: PlannedBatch): void {
    this.#sql.addBatch.run(ref, sku, qty, eta ?? '')
  }
  addLine({ orderId, sku, line, qty, dueDate, priority, customer }: PlannedLine, ref: string | null): void {
    const since = ref === null ? null : ++this.#clock
    this.#sql.addLine.run(orderId, sku, line, qty, dueDate ?? '~', 0 - priority, customer, ref, since)
  }
  putBatch({ qty, allocated, ref }: BoundBatch): void {
    this.#sql.putBatch.run(qty, allocated, ref)
  }
  move({ seq }: BoundLine, _: string | null, ref: string | null): void {
    this.#sql.moveLine.run(ref, ref === null ? null : ++this.#clock, seq)
  }
  displace(): void {}
  adjust(): void {}
  offer(): void {}
}

function prepare(db: Database.Database) {
  const sql = (text: string) => db.prepare<unknown[], never>(text) // `never`: a row is what its reader says it is
  const line = `seq, order_id AS orderId, line, sku, qty, allocated AS since, nullif(due, '~') AS dueDate,
    -rank AS priority, customer`
  return {
    firstWithRoom: sql(
      'SELECT ref FROM batches WHERE sku = ? AND allocated < qty AND qty - allocated >= ? ORDER BY eta, created LIMIT 1',
    ).pluck(),
    withRoom: sql(
      'SELECT ref, sku, qty, allocated FROM batches WHERE sku = ? AND allocated < qty ORDER BY eta, created',
    ),
    batch: sql('SELECT ref, sku, qty, allocated FROM batches WHERE ref = ?'),
    worstProtected: sql(`SELECT ${line} FROM lines WHERE batch_ref = ? ORDER BY rank DESC, due DESC, allocated DESC`),
    waiting: sql(`SELECT ${line} FROM lines WHERE sku = ? AND batch_ref IS NULL AND qty <= ? ORDER BY rank, due, seq`),
    newest: sql('SELECT ifnull(max(allocated), 0) FROM lines').pluck(),
    addBatch: sql('INSERT INTO batches VALUES (?, ?, ?, 0, ?, (SELECT count(*) FROM batches))'),
    addLine: sql(
      'INSERT INTO lines (order_id, sku, line, qty, due, rank, customer, batch_ref, allocated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    putBatch: sql('UPDATE batches SET qty = ?, allocated = ? WHERE ref = ?'),
    moveLine: sql('UPDATE lines SET batch_ref = ?, allocated = ? WHERE seq = ?'),
  }
}
