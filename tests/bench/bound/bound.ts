import type { EventOf } from '../../../core/domain/events.ts'
import type { PlannedBatch, PlannedLine } from '../data/plan.ts'
import type { BoundBatch, BoundLine, BoundMessage, BoundRows } from './boundRows.ts'

/** The same job as the core's, written for speed and nothing else: what is possible with SQLite on this machine. */
export class Bound {
  readonly #rows: BoundRows

  constructor(rows: BoundRows) {
    this.#rows = rows
  }

  close(): void {
    this.#rows.close()
  }

  /** @returns the batch, null when the line waits */
  allocate(order: PlannedLine): string | null {
    return this.allocateAll([order])[0]!
  }

  /** In one transaction. */
  allocateAll(orders: readonly PlannedLine[]): (string | null)[] {
    return this.#rows.inTransaction(orders, (order) => this.#allocate(order as PlannedLine))
  }

  /** The lines that waited and fit get their place. */
  createBatch(batch: PlannedBatch): void {
    this.#alone(batch, () => {
      this.#rows.addBatch(batch)
      this.#fill(batch.sku)
    })
  }

  /** The lines that no longer fit get another place, or wait; then those that wait get what room there is. */
  changeQuantity(change: Pick<EventOf<'BatchQuantityChanged'>, 'ref' | 'qty'>): void {
    const { ref, qty } = change
    this.#alone({ type: 'BatchQuantityChanged', reason: 'quantityChanged', ...change }, () => {
      const before = this.#rows.batch(ref)
      const { sku } = before
      this.#rows.adjust(before, qty)
      const { displaced, kept } = this.#displaced(before, qty)
      this.#rows.putBatch({ ...before, qty, allocated: kept })
      const open = this.#rows.withRoom(sku)
      for (const line of displaced) this.#move(line, open, ref)
      this.#putBatches(open)
      if (qty - kept > before.qty - before.allocated) this.#fill(sku)
    })
  }

  #alone(message: BoundMessage, job: () => void): void {
    this.#rows.inTransaction([message], job)
  }

  #allocate(order: PlannedLine): string | null {
    const ref = this.#rows.firstWithRoom(order.sku, order.qty) ?? null
    if (ref !== null) {
      const batch = this.#rows.batch(ref)
      this.#rows.putBatch({ ...batch, allocated: batch.allocated + order.qty })
    }
    this.#rows.addLine(order, ref)
    return ref
  }

  /** Best protected first, each line stays that still fits. */
  #displaced({ ref, allocated }: BoundBatch, qty: number): { displaced: BoundLine[]; kept: number } {
    let kept = allocated
    const worst: BoundLine[] = []
    if (kept > qty)
      for (const line of this.#rows.worstProtected(ref)) {
        worst.push(line)
        kept -= line.qty
        if (kept <= qty) break
      }
    const displaced: BoundLine[] = []
    for (const line of worst.reverse())
      if (kept + line.qty <= qty) kept += line.qty
      else {
        this.#rows.displace(line, ref, qty - kept)
        displaced.push(line)
      }
    return { displaced, kept }
  }

  #fill(sku: string): void {
    const open = this.#rows.withRoom(sku)
    this.#rows.offer(sku)
    const largest = open.reduce((most, batch) => Math.max(most, batch.qty - batch.allocated), 0)
    if (largest > 0) for (const line of this.#rows.waiting(sku, largest)) this.#move(line, open, null)
    this.#putBatches(open)
  }

  #putBatches(open: BoundBatch[]): void {
    for (const batch of open) this.#rows.putBatch(batch)
  }

  /** Decided in memory; the batches are written at the end. */
  #move(line: BoundLine, open: BoundBatch[], from: string | null): void {
    const batch = open.find((candidate) => candidate.qty - candidate.allocated >= line.qty)
    if (batch) batch.allocated += line.qty
    if (batch || from !== null) this.#rows.move(line, from, batch?.ref ?? null)
  }
}
