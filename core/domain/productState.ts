import { available, type Batch, byPreference } from './batch.ts'
import type { Event, Room } from './events.ts'
import { type LineId, lineKey, type OrderLine } from './orderLine.ts'

/** Why a line came to its place, as the events say it: `from` the batch that it lost, null when it had none. */
export type Cause = { readonly from: string | null; readonly reason: string | null }

const MOST_CONSIDERED = 5

/** Who is where in one product. Each move changes the batch and the line together, counts as a change, and is raised. */
export class Stock {
  readonly sku: string
  readonly #batches = new Map<string, Batch>()
  readonly #lines = new Map<string, OrderLine>()
  #version: number
  #preferred: readonly string[] | null = null
  #raised: Event[] = []

  constructor(sku: string, version: number) {
    this.sku = sku
    this.#version = version
  }

  get version(): number {
    return this.#version
  }
  get batches(): ReadonlyMap<string, Batch> {
    return this.#batches
  }
  get lines(): ReadonlyMap<string, OrderLine> {
    return this.#lines
  }

  nextVersion(): number {
    return ++this.#version
  }
  raise(event: Event): void {
    this.#raised.push(event)
  }
  takeEvents(): Event[] {
    const raised = this.#raised
    this.#raised = []
    return raised
  }

  batch(ref: string): Batch {
    const batch = this.#batches.get(ref)
    if (!batch) throw new Error(`batch ${ref} was not loaded`)
    return batch
  }
  line(id: LineId): OrderLine | undefined {
    return this.#lines.get(lineKey(id))
  }
  linesOf(ref: string): OrderLine[] {
    return [...this.#lines.values()].filter((line) => line.batchRef === ref && line.state === 'allocated')
  }

  putBatch(batch: Batch): void {
    if (this.#batches.get(batch.ref)?.eta !== batch.eta) this.#preferred = null
    this.#batches.set(batch.ref, batch)
  }
  putLine(line: OrderLine): void {
    this.#lines.set(lineKey(line), line)
  }

  /** Allocates the line to the batch, which has room for it. */
  settle(line: OrderLine, batch: Batch, { from, reason }: Cause): void {
    const considered = this.tooSmall(line.qty, batch)
    this.putBatch({ ...batch, allocated: batch.allocated + line.qty })
    this.putLine({ ...line, state: 'allocated', batchRef: batch.ref, allocated: this.nextVersion() })
    this.raise({ type: 'Allocated', ...ofLine(line), ref: batch.ref, from, reason, ...considered })
  }

  /** Gives the line's units back to the batch that it is in, if it is in one. */
  leave(line: OrderLine, reason: string): void {
    if (line.batchRef === null) return
    const batch = this.batch(line.batchRef)
    this.putBatch({ ...batch, allocated: batch.allocated - line.qty })
    this.raise({ type: 'Deallocated', ...ofLine(line), ref: batch.ref, room: null, reason })
  }

  move(line: OrderLine, to: Batch, reason: string): void {
    this.leave(line, reason)
    this.settle(line, to, { from: line.batchRef, reason })
  }

  firstThatCanHold(qty: number, fits: (batch: Batch) => boolean = () => true): Batch | undefined {
    for (const batch of this.#byPreference()) if (available(batch) >= qty && fits(batch)) return batch
    return undefined
  }

  /** The batches with room, but too little, that are preferred to the one that was chosen: what explains the choice. */
  tooSmall(qty: number, chosen?: Batch): { considered?: Room[] } {
    const considered: Room[] = []
    for (const batch of this.#byPreference()) {
      if (batch.ref === chosen?.ref || considered.length === MOST_CONSIDERED) break
      const room = available(batch)
      if (room > 0 && room < qty) considered.push({ ref: batch.ref, available: room })
    }
    return considered.length > 0 ? { considered } : {}
  }

  *#byPreference(): Iterable<Batch> {
    this.#preferred ??= [...this.#batches.values()].sort(byPreference).map((batch) => batch.ref)
    for (const ref of this.#preferred) yield this.batch(ref)
  }
}

/** What an event says of its line. */
export const ofLine = ({ orderId, line, sku, qty }: OrderLine) => ({ orderId, line, sku, qty })
