import { available, type Batch, byPreference } from './batch.ts'
import { DomainError } from './domainError.ts'
import type { Event, EventOf } from './events.ts'
import { byProtection, byUrgency, type LineId, lineKey, type OrderLine } from './orderLine.ts'

/**
 * One SKU with its batches and order lines: the aggregate that keeps every line somewhere and no batch over-allocated.
 *
 * It need not hold all of them. A repository loads the batches that have room and what a method says it needs; more
 * changes no outcome.
 */
export class Product {
  readonly sku: string
  readonly #batches = new Map<string, Batch>()
  readonly #lines = new Map<string, OrderLine>()
  /** Lines on the way from a batch that lost their place there, until `allocate` finds them another or they wait. */
  readonly #displaced = new Map<string, { from: string; reason: string }>()
  #version: number
  #preferred: readonly string[] | null = null
  #saidOutOfStock = false
  #raised: Event[] = []

  constructor(sku: string, version = 0) {
    this.sku = sku
    this.#version = version
  }

  /** Counts every change; guards against lost updates, and orders batches and lines by age. */
  get version(): number {
    return this.#version
  }
  get batches(): ReadonlyMap<string, Batch> {
    return this.#batches
  }
  get lines(): ReadonlyMap<string, OrderLine> {
    return this.#lines
  }
  /** The most units that one line could ask for and still find a batch. */
  get largestRoom(): number {
    let largest = 0
    for (const batch of this.#batches.values()) largest = Math.max(largest, available(batch))
    return largest
  }

  /** For repositories: takes in more of what is stored. What the product holds already is newer, and must not come again. */
  restore(batches: readonly Batch[], lines: readonly OrderLine[]): void {
    for (const batch of batches) this.#putBatch(batch)
    for (const line of lines) this.#putLine(line)
  }

  /** The events raised since the last call, in order. */
  takeEvents(): Event[] {
    const raised = this.#raised
    this.#raised = []
    return raised
  }

  addBatch({ ref, qty, eta }: Pick<Batch, 'ref' | 'qty' | 'eta'>): void {
    this.#putBatch({ ref, sku: this.sku, qty, allocated: 0, eta, created: ++this.#version })
    this.#raise({ type: 'StockAvailable', sku: this.sku, reason: 'batchCreated' })
  }

  /**
   * Allocates a new or a displaced line; a line that has its place, or waits, just answers where it stands.
   * Needs the line, when it was ordered before.
   * @returns the reference of its batch, or null when it waits
   * @throws DomainError LineConflict when the line is known otherwise
   */
  allocate(order: LineId & Pick<OrderLine, 'qty' | 'dueDate'>): string | null {
    const key = lineKey(order)
    const known = this.#lines.get(key)
    const displaced = this.#displaced.get(key)
    if (known && !displaced) return this.#whereItStands(known, order)
    this.#displaced.delete(key)
    const line = known ?? this.#newLine(order)
    const { from, reason } = displaced ?? { from: null, reason: null }
    return this.#place(line, from, reason) ?? this.#keepWaiting(line, from, reason)
  }

  /** @throws DomainError NotEnoughStock */
  damage({ ref, qty, reason, note }: EventOf<'StockDamaged'>): void {
    const { qty: holds } = this.#batch(ref)
    if (qty > holds) throw new DomainError('NotEnoughStock', { ref, qty, holds })
    this.#raise({ type: 'BatchQuantityChanged', ref, qty: holds - qty, reason, ...(note !== undefined && { note }) })
  }

  /**
   * Best protected first, each line keeps its place if it still fits; the others are displaced, in the same order.
   * Needs, of the batch's lines, the worst protected that together hold what no longer fits.
   */
  changeBatchQuantity({ ref, qty, reason }: Pick<EventOf<'BatchQuantityChanged'>, 'ref' | 'qty' | 'reason'>): void {
    const batch = this.#batch(ref)
    const lines = [...this.#lines.values()].filter((line) => line.batchRef === ref && line.state === 'allocated')
    let kept = lines.reduce((sum, line) => sum - line.qty, batch.allocated) // the lines that were not loaded stay
    if (kept > qty) throw new Error(`too few lines of batch ${ref} were loaded`)
    for (const line of lines.sort(byProtection)) {
      if (kept + line.qty <= qty) kept += line.qty
      else this.#displace(line, { from: ref, room: qty - kept, reason })
    }
    this.#version++
    this.#putBatch({ ...batch, qty, allocated: kept })
    if (qty - kept > available(batch)) this.#raise({ type: 'StockAvailable', sku: this.sku, reason })
  }

  /** Offers all room to the waiting lines. Needs those that ask for no more than `largestRoom`. */
  fillBackorders(reason: string): void {
    const waiting = [...this.#lines.values()].filter((line) => line.state === 'backordered')
    for (const line of waiting.sort(byUrgency)) if (!this.#displaced.has(lineKey(line))) this.#place(line, null, reason)
  }

  #whereItStands(known: OrderLine, asked: Pick<OrderLine, 'qty' | 'dueDate'>): string | null {
    const { orderId, line, sku, qty, dueDate, state, batchRef } = known
    const open = state === 'allocated' || state === 'backordered'
    if (open && qty === asked.qty && dueDate === asked.dueDate) return batchRef
    throw new DomainError('LineConflict', { orderId, line, sku, qty, dueDate, state })
  }

  #newLine({ orderId, line, qty, dueDate }: LineId & Pick<OrderLine, 'qty' | 'dueDate'>): OrderLine {
    const place = { state: 'backordered', batchRef: null, allocated: null } as const
    const added = { orderId, line, sku: this.sku, qty, dueDate, ...place, ordered: ++this.#version }
    this.#putLine(added)
    return added
  }

  #place(line: OrderLine, from: string | null, reason: string | null): string | null {
    const batch = this.#firstThatCanHold(line.qty)
    if (!batch) return null
    this.#putBatch({ ...batch, allocated: batch.allocated + line.qty })
    this.#putLine({ ...line, state: 'allocated', batchRef: batch.ref, allocated: ++this.#version })
    this.#raise({ type: 'Allocated', ...ofLine(line), ref: batch.ref, from, reason })
    return batch.ref
  }

  #keepWaiting(line: OrderLine, from: string | null, reason: string | null): null {
    this.#raise({ type: 'Backordered', ...ofLine(line), from, reason })
    if (!this.#saidOutOfStock) this.#raise({ type: 'OutOfStock', sku: this.sku })
    this.#saidOutOfStock = true
    return null
  }

  #displace(line: OrderLine, { from, room, reason }: { from: string; room: number; reason: string }): void {
    this.#putLine({ ...line, state: 'backordered', batchRef: null, allocated: null })
    this.#displaced.set(lineKey(line), { from, reason })
    this.#raise({ type: 'Deallocated', ...ofLine(line), ref: from, room, reason })
    this.#raise({ type: 'AllocationRequired', ...ofLine(line), dueDate: line.dueDate })
  }

  #firstThatCanHold(qty: number): Batch | undefined {
    this.#preferred ??= [...this.#batches.values()].sort(byPreference).map((batch) => batch.ref)
    for (const ref of this.#preferred) {
      const batch = this.#batch(ref)
      if (available(batch) >= qty) return batch
    }
    return undefined
  }

  #batch(ref: string): Batch {
    const batch = this.#batches.get(ref)
    if (!batch) throw new Error(`batch ${ref} was not loaded`)
    return batch
  }
  #putBatch(batch: Batch): void {
    if (!this.#batches.has(batch.ref)) this.#preferred = null
    this.#batches.set(batch.ref, batch)
  }
  #putLine(line: OrderLine): void {
    this.#lines.set(lineKey(line), line)
  }
  #raise(event: Event): void {
    this.#raised.push(event)
  }
}

const ofLine = ({ orderId, line, sku, qty }: OrderLine) => ({ orderId, line, sku, qty })
