import Database from 'better-sqlite3'
import { type BoundBatch, type BoundLine, boundSchema, prepareBound } from './boundStatements.ts'
import type { PlannedBatch, PlannedLine } from './data/plan.ts'

/** The same job as the core's, written for speed and nothing else: what is possible with SQLite on this machine. */
export class Bound {
  readonly #db: Database.Database
  readonly #sql: ReturnType<typeof prepareBound>
  readonly #history: boolean
  /** Orders lines by when they were allocated. */
  #clock: number

  /** @param options.history with a row of history for the message and for each event that the core would raise */
  constructor(file: string, { history = false } = {}) {
    this.#db = new Database(file)
    this.#db.pragma('journal_mode = WAL')
    this.#db.pragma('synchronous = FULL')
    if (this.#db.pragma('user_version', { simple: true }) === 0) this.#db.exec(`${boundSchema} PRAGMA user_version = 1`)
    this.#sql = prepareBound(this.#db)
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
      const { sku, qty: before, allocated }: BoundBatch = this.#sql.batch.get(ref)!
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
  #displaced(ref: string, allocated: number, qty: number): { displaced: BoundLine[]; kept: number } {
    let kept = allocated
    const worst: BoundLine[] = []
    if (kept > qty)
      for (const line of this.#sql.worstProtected.iterate(ref) as Iterable<BoundLine>) {
        worst.push(line)
        kept -= line.qty
        if (kept <= qty) break
      }
    const displaced: BoundLine[] = []
    for (const line of worst.reverse())
      if (kept + line.qty <= qty) kept += line.qty
      else displaced.push(line)
    return { displaced, kept }
  }

  #withRoom(sku: string): BoundBatch[] {
    return this.#sql.withRoom.all(sku)
  }

  #fill(sku: string, open: BoundBatch[]): void {
    const largest = open.reduce((most, batch) => Math.max(most, batch.qty - batch.allocated), 0)
    if (largest > 0) for (const line of this.#sql.waiting.all(sku, largest) as BoundLine[]) this.#move(line, open, null)
    this.#putBatches(open)
  }

  #putBatches(open: BoundBatch[]): void {
    for (const { ref, qty, allocated } of open) this.#sql.putBatch.run(qty, allocated, ref)
  }

  /** Decided in memory; the batches are written at the end. */
  #move(line: BoundLine, open: BoundBatch[], from: string | null): void {
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
