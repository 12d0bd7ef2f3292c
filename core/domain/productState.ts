import { available, type Batch } from './batch.ts'
import type { Event, Room } from './events.ts'
import { type LineId, lineKey, type OrderLine } from './orderLine.ts'
import { PreferenceIndex } from './preferenceIndex.ts'

/** Why a line came to its place, as the events say it: `from` the batch that it lost, null when it had none. */
export type Cause = { readonly from: string | null; readonly reason: string | null }

/** How many batches and lines a product has in all, loaded or not. */
export type Size = { readonly batches: number; readonly lines: number }

const MOST_CONSIDERED = 5

/**
 * Who is where in one product. It changes only by the events that it applies, one version for each, so the same events give
 * the same state again.
 */
export class ProductState {
  readonly sku: string
  readonly #batches = new Map<string, Batch>()
  readonly #lines = new Map<string, OrderLine>()
  readonly #byPreference = new PreferenceIndex()
  readonly #displaced = new Map<string, Cause>()
  #version: number
  #size: Size
  #raised: Event[] = []

  constructor(sku: string, version: number, size: Size) {
    this.sku = sku
    this.#version = version
    this.#size = size
  }

  get version(): number {
    return this.#version
  }
  get size(): Size {
    return this.#size
  }
  get batches(): ReadonlyMap<string, Batch> {
    return this.#batches
  }
  get lines(): ReadonlyMap<string, OrderLine> {
    return this.#lines
  }
  get largestRoom(): number {
    return this.#byPreference.largestRoom
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

  /** Takes in what is stored. */
  load(batches: readonly Batch[], lines: readonly OrderLine[]): void {
    for (const batch of batches) this.#setBatch(batch)
    for (const line of lines) this.#setLine(line)
  }

  /** Makes the change that the event is, if it is one, and passes the event on. */
  raise(event: Event): void {
    this.apply(event)
    this.#raised.push(event)
  }
  takeEvents(): readonly Event[] {
    const raised = this.#raised
    if (raised.length > 0) this.#raised = []
    return raised
  }

  /** Remembers why a line lost its place, while it is on its way to another. */
  displace(line: LineId, cause: Cause): void {
    this.#displaced.set(lineKey(line), cause)
  }
  /** Why the line lost its place; null: it is not on its way to another. */
  causeOf(line: LineId): Cause | null {
    return this.#displaced.get(lineKey(line)) ?? null
  }
  /** The line has come to an end of its way: it has a place, or waits. */
  arrive(line: LineId): void {
    this.#displaced.delete(lineKey(line))
  }

  /** Allocates the line to the batch, which has room for it. `since`: the age of the place when it had it before. */
  settle(line: OrderLine, { ref }: Batch, { from, reason }: Cause, since = this.#version + 1): void {
    const considered = this.tooSmall(line.qty, ref)
    this.raise({ type: 'Allocated', ...ofLine(line), ref, since, from, reason, ...considered })
  }

  /** Takes the line out of the batch that it is in, if it is in one. */
  leave(line: OrderLine, reason: string, room: number | null = null): void {
    if (line.state !== 'allocated') return
    this.raise({ type: 'Deallocated', ...ofPlace(line), room, reason })
  }

  /** The most preferred batch that can hold the units; undefined: none can. */
  firstThatCanHold(units: number): Batch | undefined {
    return this.#byPreference.first(units)
  }

  /** The batches with room, but too little, that are preferred to the one that was chosen: what explains the choice. */
  tooSmall(units: number, chosen: string | null): { considered?: Room[] } {
    const considered: Room[] = []
    for (const batch of this.#byPreference.withRoom()) {
      if (batch.ref === chosen || considered.length === MOST_CONSIDERED) break
      const room = available(batch)
      if (room < units) considered.push({ ref: batch.ref, available: room })
    }
    return considered.length > 0 ? { considered } : {}
  }

  /** Makes the change that the event is, and no other: nothing is decided here. */
  apply(event: Event): void {
    switch (event.type) {
      case 'BatchCreated':
      case 'BatchWithdrawn':
      case 'BatchReinstated':
      case 'StockAdjusted':
      case 'ArrivalChanged':
        this.#version++
        return this.#applyToBatch(event)
      case 'AllocationRequired':
        if (this.line(event)) return // it was known, or is on its way to another place
        this.#version++
        return this.#addLine({ ...event, ordered: this.#version })
      case 'LineReinstated':
        this.#version++
        return this.#addLine(event)
      case 'LineWithdrawn':
        this.#version++
        this.#lines.delete(lineKey(event))
        this.#size = { ...this.#size, lines: this.#size.lines - 1 }
        return
      case 'Allocated':
      case 'Deallocated':
      case 'Dispatched':
      case 'DispatchUndone':
        this.#version++
        return this.#applyToPlace(event)
      case 'LineCancelled':
      case 'LineReopened':
      case 'Departed':
      case 'DepartureUndone':
        this.#version++
        return this.#setLine({ ...this.line(event)!, ...standingAfter[event.type] })
    }
  }

  #applyToBatch(event: Extract<Event, { type: keyof typeof batchesAdded | 'StockAdjusted' | 'ArrivalChanged' }>): void {
    switch (event.type) {
      case 'BatchCreated':
      case 'BatchReinstated': {
        const { ref, qty, eta } = event
        const created = event.type === 'BatchCreated' ? this.#version : event.created
        this.#setBatch({ ref, sku: this.sku, qty, allocated: 0, eta, created })
        break
      }
      case 'BatchWithdrawn':
        this.#batches.delete(event.ref)
        this.#byPreference.delete(event.ref)
        break
      case 'StockAdjusted':
        return this.#setBatch({ ...this.batch(event.ref), qty: event.after })
      case 'ArrivalChanged':
        return this.#setBatch({ ...this.batch(event.ref), eta: event.after })
    }
    this.#size = { ...this.#size, batches: this.#size.batches + batchesAdded[event.type] }
  }

  #addLine({
    orderId,
    line,
    qty,
    dueDate,
    ordered,
  }: Omit<OrderLine, 'sku' | 'state' | 'batchRef' | 'allocated' | 'departed'>): void {
    const waits = { state: 'backordered', batchRef: null, allocated: null, departed: false } as const
    this.#setLine({ orderId, line, sku: this.sku, qty, dueDate, ordered, ...waits })
    this.#size = { ...this.#size, lines: this.#size.lines + 1 }
  }

  #applyToPlace(event: Extract<Event, { type: keyof typeof unitsMoved }>): void {
    const batch = this.batch(event.ref)
    const { held, allocated } = unitsMoved[event.type]
    this.#setBatch({ ...batch, qty: batch.qty + held * event.qty, allocated: batch.allocated + allocated * event.qty })
    const line = this.line(event)!
    if (event.type === 'Deallocated') this.#setLine({ ...line, ...standingAfter.LineReopened })
    else {
      const state = event.type === 'Dispatched' ? 'dispatched' : 'allocated'
      this.#setLine({ ...line, state, batchRef: event.ref, allocated: event.since })
    }
  }

  #setBatch(batch: Batch): void {
    this.#batches.set(batch.ref, batch)
    this.#byPreference.set(batch)
  }
  #setLine(line: OrderLine): void {
    this.#lines.set(lineKey(line), line)
  }
}

const batchesAdded = { BatchCreated: 1, BatchReinstated: 1, BatchWithdrawn: -1 } as const

/** What an event adds, for each unit of its line, to what the batch holds and to what is allocated of that. */
const unitsMoved = {
  Allocated: { held: 0, allocated: 1 },
  Deallocated: { held: 0, allocated: -1 },
  Dispatched: { held: -1, allocated: -1 },
  DispatchUndone: { held: 1, allocated: 1 },
} as const

const standingAfter = {
  LineCancelled: { state: 'cancelled', batchRef: null, allocated: null },
  LineReopened: { state: 'backordered', batchRef: null, allocated: null },
  Departed: { departed: true },
  DepartureUndone: { departed: false },
} as const

/** What an event says of its line. */
export const ofLine = ({ orderId, line, sku, qty }: OrderLine) => ({ orderId, line, sku, qty })
/** And of the place that the line has. */
export const ofPlace = (line: OrderLine) => ({ ...ofLine(line), ref: line.batchRef!, since: line.allocated! })
