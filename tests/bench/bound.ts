import Database from 'better-sqlite3'
import type { PlannedBatch, PlannedLine } from './data/plan.ts'

// The same job as the core's, written for speed and nothing else: what is possible with SQLite on this machine.

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

type Batch = { ref: string; sku: string; qty: number; allocated: number }
type Line = { seq: number; orderId: string; line: number; sku: string; qty: number }

function prepare(db: Database.Database) {
  const sql = (text: string) => db.prepare<unknown[], never>(text)
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

export class Bound {
  readonly #db: Database.Database
  readonly #sql: ReturnType<typeof prepare>
  readonly #history: boolean
  /** Orders lines by when they were allocated. */
  #clock: number

  /** @param options.history with a row of history for the message and for each event that the core would raise */
  constructor(file: string, { history = false } = {}) {
    this.#db = new Database(file)
    this.#db.pragma('journal_mode = WAL')
    this.#db.pragma('synchronous = FULL')
    if (this.#db.pragma('user_version', { simple: true }) === 0) this.#db.exec(`${boundSchema} PRAGMA user_version = 1`)
    this.#sql = prepare(this.#db)
    this.#history = history
    this.#clock = this.#sql.newest.get()!
  }

  close(): void {
    this.#db.close()
  }

  /** @returns the batch, null when the line waits */
  allocate(order: PlannedLine): string | null {
    const { orderId, sku, qty, line, dueDate } = order
    return this.#inTransaction(() => {
      const ref: string | null = this.#sql.firstWithRoom.get(sku, qty) ?? null
      if (ref !== null) this.#sql.take.run(qty, ref)
      this.#sql.addLine.run(orderId, sku, line, qty, dueDate ?? '~', ref, ref === null ? null : ++this.#clock)
      if (this.#history) {
        this.#record(order)
        this.#record({ type: ref === null ? 'Backordered' : 'Allocated', orderId, sku, qty, line, ref })
      }
      return ref
    })
  }

  /** The lines that waited and fit get their place. */
  createBatch(batch: PlannedBatch): void {
    const { ref, sku, qty, eta } = batch
    this.#inTransaction(() => {
      this.#sql.addBatch.run(ref, sku, qty, eta ?? '')
      this.#record(batch)
      this.#fill(sku, this.#withRoom(sku))
    })
  }

  /** The lines that no longer fit get another place, or wait; then those that wait get what room there is. */
  changeQuantity({ ref, qty }: { ref: string; qty: number }): void {
    this.#inTransaction(() => {
      const { sku, qty: before, allocated }: Batch = this.#sql.batch.get(ref)!
      this.#record({ type: 'BatchQuantityChanged', ref, qty })
      const { displaced, kept } = this.#displaced(ref, allocated, qty)
      this.#sql.putBatch.run(qty, kept, ref)
      const open = this.#withRoom(sku)
      for (const line of displaced) this.#move(line, open, ref)
      if (qty - kept > before - allocated) this.#fill(sku, open)
      else this.#putBatches(open)
    })
  }

  /** Best protected first, each line stays that still fits. */
  #displaced(ref: string, allocated: number, qty: number): { displaced: Line[]; kept: number } {
    let kept = allocated
    const worst: Line[] = []
    if (kept > qty)
      for (const line of this.#sql.worstProtected.iterate(ref) as Iterable<Line>) {
        worst.push(line)
        kept -= line.qty
        if (kept <= qty) break
      }
    const displaced: Line[] = []
    for (const line of worst.reverse())
      if (kept + line.qty <= qty) kept += line.qty
      else displaced.push(line)
    return { displaced, kept }
  }

  #withRoom(sku: string): Batch[] {
    return this.#sql.withRoom.all(sku)
  }

  #fill(sku: string, open: Batch[]): void {
    const largest = open.reduce((most, batch) => Math.max(most, batch.qty - batch.allocated), 0)
    if (largest > 0) for (const line of this.#sql.waiting.all(sku, largest) as Line[]) this.#move(line, open, null)
    this.#putBatches(open)
  }

  #putBatches(open: Batch[]): void {
    for (const { ref, qty, allocated } of open) this.#sql.putBatch.run(qty, allocated, ref)
  }

  /** Decided in memory; the batches are written at the end. */
  #move(line: Line, open: Batch[], from: string | null): void {
    const batch = open.find((candidate) => candidate.qty - candidate.allocated >= line.qty)
    if (batch) batch.allocated += line.qty
    else if (from === null) return
    this.#sql.moveLine.run(batch?.ref ?? null, batch ? ++this.#clock : null, line.seq)
    if (!this.#history) return
    if (from !== null) this.#record({ type: 'Deallocated', ...line, ref: from })
    if (from !== null) this.#record({ type: 'AllocationRequired', ...line })
    this.#record({ type: batch ? 'Allocated' : 'Backordered', ...line, ref: batch?.ref ?? null, from })
  }

  #record(event: object): void {
    if (this.#history) this.#sql.addHistory.run(JSON.stringify(event))
  }

  #inTransaction<T>(job: () => T): T {
    this.#sql.begin.run()
    try {
      const result = job()
      this.#sql.commit.run()
      return result
    } catch (error) {
      this.#sql.rollback.run()
      throw error
    }
  }
}
