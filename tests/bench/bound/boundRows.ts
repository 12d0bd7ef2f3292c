import type { EventOf } from '../../../core/domain/events.ts'
import type { PlannedBatch, PlannedLine } from '../data/plan.ts'

export type BoundBatch = { ref: string; sku: string; qty: number; allocated: number }
/** `since`: the age of its place; null: it waits. */
export type BoundLine = {
  seq: number
  orderId: string
  line: number
  sku: string
  qty: number
  since: number | null
  dueDate: string | null
  customer: string | null
  priority: number
}
export type BoundMessage = PlannedBatch | PlannedLine | EventOf<'BatchQuantityChanged'>

/** Where the bound reads and writes. What it decides is the same wherever that is. */
export interface BoundRows {
  /** Does the job in one transaction, with what is kept of the message beside it. */
  inTransaction<T>(messages: readonly BoundMessage[], job: (message: BoundMessage) => T): T[]
  /** The first batch that can hold the units; undefined: none can. */
  firstWithRoom(sku: string, units: number): string | undefined
  /** In the order of preference. */
  withRoom(sku: string): BoundBatch[]
  batch(ref: string): BoundBatch
  worstProtected(ref: string): Iterable<BoundLine>
  /** Those that ask for no more than the units, the most urgent first. */
  waiting(sku: string, units: number): BoundLine[]
  addBatch(batch: PlannedBatch): void
  /** @param ref null: it waits */
  addLine(line: PlannedLine, ref: string | null): void
  putBatch(batch: BoundBatch): void
  /** The line lost its place; it is moved afterwards. `room`: what was left for it. */
  displace(line: BoundLine, from: string, room: number): void
  /** @param from null: it waited. @param ref null: it waits */
  move(line: BoundLine, from: string | null, ref: string | null): void
  adjust(before: BoundBatch, qty: number): void
  /** Waiting lines are offered room. */
  offer(sku: string): void
  close(): void
}
