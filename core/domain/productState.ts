import { available, type Batch } from './batch.ts'
import { type Event, type EventOf, isChange, type Room } from './events.ts'
import { type LineId, lineKey, type OrderLine } from './orderLine.ts'
import { PreferenceIndex } from './preferenceIndex.ts'

/** Why a line came to its place, as the events say it: `from` the batch that it lost, null when it had none. */
export type Cause = { readonly from: string | null; readonly reason: string | null }

/** How many batches and lines a product has in all, loaded or not. */
export type Size = { batches: number; lines: number }

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
  readonly #size: Size
  #raised: Event[] = []

  constructor(sku: string, version: number, size: Size) {
    this.sku = sku
    this.#version = version
    this.#size = { ...size }
  }

  get version(): number {
    return this.#version
  }
  get size(): Readonly<Size> {
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

  /** Allocates the line to the batch, which has room for it. `since`, `pinned`: of the place when it had it before. */
  settle(line: OrderLine, { ref }: Batch, { from, reason }: Cause, since = this.#version + 1, pinned = false): void {
    const considered = this.tooSmall(line.qty, ref)
    this.raise({ type: 'Allocated', ...ofLine(line), ref, since, ...pin(pinned), from, reason, ...considered })
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
    if (!isChange(event) || this.#isKnownLine(event)) return
    this.#version++
    switch (event.type) {
      case 'BatchCreated':
        this.#addBatch({ ...event, setAside: 0, created: this.#version })
        break
      case 'BatchReinstated':
        this.#addBatch(event)
        break
      case 'BatchWithdrawn':
        this.#batches.delete(event.ref)
        this.#byPreference.delete(event.ref)
        this.#size.batches--
        break
      case 'StockAdjusted':
        this.#setBatch({ ...this.batch(event.ref), qty: event.after })
        break
      case 'SetAsideChanged':
        this.#setBatch({ ...this.batch(event.ref), setAside: event.after })
        break
      case 'ArrivalChanged':
        this.#setBatch({ ...this.batch(event.ref), eta: event.after })
        break
      case 'AllocationRequired':
        this.#addLine({ ...event, ordered: this.#version })
        break
      case 'LineReinstated':
        this.#addLine(event)
        break
      case 'LineWithdrawn':
        this.#lines.delete(lineKey(event))
        this.#size.lines--
        break
      case 'LineCancelled':
        this.#setLine({ ...this.line(event)!, ...nowhere, state: 'cancelled' })
        break
      case 'LineReopened':
        this.#setLine({ ...this.line(event)!, ...nowhere })
        break
      case 'PriorityChanged':
        this.#setLine({ ...this.line(event)!, priority: event.after })
        break
      case 'LineQuantityChanged':
        this.#changeQuantity(event)
        break
      case 'PinChanged':
        this.#setLine({ ...this.line(event)!, pinned: event.after })
        break
      case 'Departed':
      case 'DepartureUndone':
        this.#setLine({ ...this.line(event)!, departed: event.type === 'Departed' })
        break
      default:
        this.#changePlace(event)
    }
  }

  /** A line that is required again was known before, or is on its way to another place. */
  #isKnownLine(event: Event): boolean {
    return event.type === 'AllocationRequired' && this.line(event) !== undefined
  }

  #addBatch({ ref, qty, setAside, eta, created }: Omit<Batch, 'sku' | 'allocated'>): void {
    this.#setBatch({ ref, sku: this.sku, qty, allocated: 0, setAside, eta, created })
    this.#size.batches++
  }

  #addLine({
    orderId,
    line,
    qty,
    dueDate,
    customer,
    priority,
    ordered,
  }: Omit<OrderLine, 'sku' | 'splitOff' | 'departed' | keyof typeof nowhere>): void {
    const order = { orderId, line, sku: this.sku, qty, splitOff: 0, dueDate, customer, priority }
    this.#setLine({ ...order, ordered, departed: false, ...nowhere })
    this.#size.lines++
  }

  #changeQuantity(event: EventOf<'LineQuantityChanged'>): void {
    const line = this.line(event)!
    const more = event.after - event.before
    this.#setLine({ ...line, qty: event.after, splitOff: line.splitOff - more })
    if (line.state !== 'allocated') return
    const batch = this.batch(line.batchRef!)
    this.#setBatch({ ...batch, allocated: batch.allocated + more })
  }

  #changePlace({ type, ref, since, qty, pinned, ...id }: PlaceEvent): void {
    const batch = this.batch(ref)
    const { held, allocated } = unitsMoved[type]
    this.#setBatch({ ...batch, qty: batch.qty + held * qty, allocated: batch.allocated + allocated * qty })
    const state = type === 'Dispatched' ? 'dispatched' : 'allocated'
    const place =
      type === 'Deallocated' ? nowhere : ({ state, batchRef: ref, allocated: since, pinned: pinned === true } as const)
    this.#setLine({ ...this.line(id)!, ...place })
  }

  #setBatch(batch: Batch): void {
    this.#batches.set(batch.ref, batch)
    this.#byPreference.set(batch)
  }
  #setLine(line: OrderLine): void {
    this.#lines.set(lineKey(line), line)
  }
}

/** Where a line is that waits. */
export const nowhere = { state: 'backordered', batchRef: null, allocated: null, pinned: false } as const

/** What an event adds, for each unit of its line, to what the batch holds and to what is allocated of that. */
const unitsMoved = {
  Allocated: { held: 0, allocated: 1 },
  Deallocated: { held: 0, allocated: -1 },
  Dispatched: { held: -1, allocated: -1 },
  DispatchUndone: { held: 1, allocated: 1 },
} as const
type PlaceEvent = EventOf<keyof typeof unitsMoved>

/** What an event says of its line. */
export const ofLine = ({ orderId, line, sku, qty }: OrderLine) => ({ orderId, line, sku, qty })
/** And what it was ordered with. */
export const ofOrder = (line: OrderLine) => {
  const { dueDate, customer, priority } = line
  return { ...ofLine(line), dueDate, customer, priority }
}
/** And of the place that the line has. */
export const ofPlace = (line: OrderLine) => ({
  ...ofLine(line),
  ...{ ref: line.batchRef!, since: line.allocated!, ...pin(line.pinned) },
})
const pin = (pinned: boolean) => (pinned ? ({ pinned } as const) : {})
