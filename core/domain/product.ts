import { available, type Batch } from './batch.ts'
import { DomainError } from './domainError.ts'
import type { Event, EventOf } from './events.ts'
import { byProtection, byUrgency, isLate, type LineId, lineKey, type OrderLine } from './orderLine.ts'
import { type Cause, ofLine, Stock } from './stock.ts'

type Order = LineId & Pick<OrderLine, 'qty' | 'dueDate'>

/**
 * One SKU with its batches and order lines: the aggregate that keeps every line somewhere and no batch over-allocated.
 *
 * It need not hold all of them. A repository loads the batches that have room and what a method says it needs; more
 * changes no outcome.
 */
export class Product {
  readonly sku: string
  readonly #stock: Stock
  /** Lines on the way from a batch that lost their place there, until `allocate` finds them another or they wait. */
  readonly #displaced = new Map<string, Cause>()
  #saidOutOfStock = false

  constructor(sku: string, version = 0) {
    this.sku = sku
    this.#stock = new Stock(sku, version)
  }

  /** Counts every change; guards against lost updates, and orders batches and lines by age. */
  get version(): number {
    return this.#stock.version
  }
  get batches(): ReadonlyMap<string, Batch> {
    return this.#stock.batches
  }
  get lines(): ReadonlyMap<string, OrderLine> {
    return this.#stock.lines
  }
  /** The most units that one line could ask for and still find a batch. */
  get largestRoom(): number {
    let largest = 0
    for (const batch of this.batches.values()) largest = Math.max(largest, available(batch))
    return largest
  }

  /** For repositories: takes in more of what is stored. What the product holds already is newer, and must not come again. */
  restore(batches: readonly Batch[], lines: readonly OrderLine[]): void {
    for (const batch of batches) this.#stock.putBatch(batch)
    for (const line of lines) this.#stock.putLine(line)
  }

  /** The events raised since the last call, in order. */
  takeEvents(): Event[] {
    return this.#stock.takeEvents()
  }

  addBatch({ ref, qty, eta }: Pick<Batch, 'ref' | 'qty' | 'eta'>): void {
    this.#stock.putBatch({ ref, sku: this.sku, qty, allocated: 0, eta, created: this.#stock.nextVersion() })
    this.#offerRoom('batchCreated')
  }

  /**
   * Allocates a new or a displaced line; a line that has its place, or waits, just answers where it stands.
   * Needs the line, when it was ordered before.
   * @returns the reference of its batch, or null when it waits
   * @throws DomainError LineConflict when the line is known otherwise
   */
  allocate(order: Order): string | null {
    const known = this.#stock.line(order)
    const displaced = this.#displaced.get(lineKey(order))
    if (known && !displaced) return whereItStands(known, order)
    this.#displaced.delete(lineKey(order))
    const line = known ?? this.#newLine(order)
    const cause = displaced ?? { from: null, reason: null }
    return this.#place(line, cause) ?? this.#keepWaiting(line, cause)
  }

  /** @throws DomainError NotEnoughStock */
  damage({ ref, qty, reason, note }: EventOf<'StockDamaged'>): void {
    const { qty: holds } = this.#stock.batch(ref)
    if (qty > holds) throw new DomainError('NotEnoughStock', { ref, qty, holds })
    this.#stock.raise({ type: 'BatchQuantityChanged', ref, qty: holds - qty, reason, ...noteOf(note) })
  }

  /** @throws DomainError StaleCount */
  count({ ref, qty, expected, note }: EventOf<'StockCounted'>): void {
    const { qty: holds } = this.#stock.batch(ref)
    if (holds !== expected) throw new DomainError('StaleCount', { ref, expected, holds })
    this.#stock.raise({ type: 'BatchQuantityChanged', ref, qty, reason: 'counted', ...noteOf(note) })
  }

  /**
   * Best protected first, each line keeps its place if it still fits; the others are displaced, in the same order.
   * Needs, of the batch's lines, the worst protected that together hold what no longer fits.
   */
  changeBatchQuantity({ ref, qty, reason }: Pick<EventOf<'BatchQuantityChanged'>, 'ref' | 'qty' | 'reason'>): void {
    const before = available(this.#stock.batch(ref))
    this.#resize(ref, qty, reason)
    if (available(this.#stock.batch(ref)) > before) this.#offerRoom(reason)
  }

  /**
   * Takes a change of a batch's quantity back, and the lines that it displaced back to where they were, as far as they
   * fit. Needs what `changeBatchQuantity` needs, and the displaced lines with the batches that they are in.
   * @param added what the change added to the batch; negative when it took away
   * @throws DomainError NotEnoughStock when the batch holds less than the change added; InvalidMessage when it would
   * hold more than can be counted
   */
  undo({ ref, added, displaced }: { ref: string; added: number; displaced: readonly LineId[] }): void {
    const { qty: holds } = this.#stock.batch(ref)
    if (added > holds) throw new DomainError('NotEnoughStock', { ref, qty: added, holds })
    if (!Number.isSafeInteger(holds - added)) throw tooLarge('undoes')
    this.#resize(ref, holds - added, 'undone')
    for (const id of displaced) this.#restore(id, ref)
    if (this.largestRoom > 0) this.#offerRoom('undone')
  }

  /**
   * A batch that comes later keeps its lines, but for those that become late and, best protected first, find one in time.
   * Needs the batch's lines that are due before the new ETA.
   */
  changeBatchEta({ ref, eta }: Pick<EventOf<'BatchEtaChanged'>, 'ref' | 'eta'>): void {
    const batch = this.#stock.batch(ref)
    this.#stock.nextVersion()
    this.#stock.putBatch({ ...batch, eta })
    if (eta === null || eta <= (batch.eta ?? '')) return
    const late = this.#stock.linesOf(ref).filter(({ dueDate }) => isLate(dueDate, eta))
    for (const line of late.sort(byProtection)) this.#moveInTime(line, line.dueDate!, eta)
    if (this.#stock.batch(ref).allocated < batch.allocated) this.#offerRoom('delayed')
  }

  /**
   * The line needs no stock any more. Needs the line and its batch.
   * @throws DomainError UnknownLine; LineConflict when it was dispatched
   */
  cancel({ orderId, line: number }: LineId): void {
    const line = this.#stock.line({ orderId, line: number })
    if (!line) throw new DomainError('UnknownLine', { orderId, line: number, sku: this.sku })
    if (line.state === 'dispatched') throw conflict(line)
    if (line.state === 'cancelled') return
    this.#stock.nextVersion()
    this.#stock.leave(line, 'lineCancelled')
    this.#stock.putLine({ ...line, state: 'cancelled', batchRef: null, allocated: null })
    if (line.state === 'allocated') this.#offerRoom('lineCancelled')
  }

  /** Lines in warehouse stock leave, and their units with them; the others stay. Needs the order's lines and their batches. */
  dispatch(orderId: string): void {
    const lines = [...this.lines.values()].filter((line) => line.orderId === orderId)
    for (const line of lines.sort((a, b) => a.line - b.line)) {
      if (!isOpen(line)) continue
      const batch = line.batchRef === null ? null : this.#stock.batch(line.batchRef)
      if (batch?.eta === null) this.#sendOut(line, batch)
      else this.#stock.raise({ type: 'NotDispatched', ...ofLine(line), ref: line.batchRef })
    }
  }

  /** Offers all room to the waiting lines. Needs those that ask for no more than `largestRoom`. */
  fillBackorders(reason: string): void {
    const waiting = [...this.lines.values()].filter((line) => line.state === 'backordered')
    for (const line of waiting.sort(byUrgency))
      if (!this.#displaced.has(lineKey(line))) this.#place(line, { from: null, reason })
  }

  #newLine({ orderId, line, qty, dueDate }: Order): OrderLine {
    const place = { state: 'backordered', batchRef: null, allocated: null } as const
    const added = { orderId, line, sku: this.sku, qty, dueDate, ...place, ordered: this.#stock.nextVersion() }
    this.#stock.putLine(added)
    return added
  }

  #place(line: OrderLine, cause: Cause): string | null {
    const batch = this.#stock.firstThatCanHold(line.qty)
    if (batch) this.#stock.settle(line, batch, cause)
    return batch?.ref ?? null
  }

  #keepWaiting(line: OrderLine, cause: Cause): null {
    this.#stock.raise({ type: 'Backordered', ...ofLine(line), ...cause, ...this.#stock.tooSmall(line.qty) })
    if (!this.#saidOutOfStock) this.#stock.raise({ type: 'OutOfStock', sku: this.sku })
    this.#saidOutOfStock = true
    return null
  }

  #resize(ref: string, qty: number, reason: string): void {
    const batch = this.#stock.batch(ref)
    this.#stock.nextVersion()
    this.#stock.raise({ type: 'StockAdjusted', ref, sku: this.sku, before: batch.qty, after: qty, reason })
    const lines = this.#stock.linesOf(ref)
    let kept = lines.reduce((sum, line) => sum - line.qty, batch.allocated) // the lines that were not loaded stay
    if (kept > qty) throw new Error(`too few lines of batch ${ref} were loaded`)
    for (const line of lines.sort(byProtection)) {
      if (kept + line.qty <= qty) kept += line.qty
      else this.#displace(line, { from: ref, reason }, qty - kept)
    }
    this.#stock.putBatch({ ...batch, qty, allocated: kept })
  }

  #displace(line: OrderLine, cause: { from: string; reason: string }, room: number): void {
    this.#stock.putLine({ ...line, state: 'backordered', batchRef: null, allocated: null })
    this.#displaced.set(lineKey(line), cause)
    this.#stock.raise({ type: 'Deallocated', ...ofLine(line), ref: cause.from, room, reason: cause.reason })
    this.#stock.raise({ type: 'AllocationRequired', ...ofLine(line), dueDate: line.dueDate })
  }

  #moveInTime(line: OrderLine, dueDate: string, eta: string): void {
    const inTime = this.#stock.firstThatCanHold(line.qty, (batch) => (batch.eta ?? '') <= dueDate)
    if (inTime) this.#stock.move(line, inTime, 'delayed')
    else this.#stock.raise({ type: 'Late', ...ofLine(line), ref: line.batchRef!, dueDate, eta })
  }

  #restore(id: LineId, ref: string): void {
    const line = this.#stock.line(id)
    if (!line || !isOpen(line) || line.batchRef === ref) return
    const batch = this.#stock.batch(ref)
    if (available(batch) >= line.qty) this.#stock.move(line, batch, 'undone')
    else this.#stock.raise({ type: 'NotRestored', ...ofLine(line), ref, room: available(batch) })
  }

  #sendOut(line: OrderLine, batch: Batch): void {
    this.#stock.nextVersion()
    this.#stock.putBatch({ ...batch, qty: batch.qty - line.qty, allocated: batch.allocated - line.qty })
    this.#stock.putLine({ ...line, state: 'dispatched' })
    this.#stock.raise({ type: 'Dispatched', ...ofLine(line), ref: batch.ref })
  }

  #offerRoom(reason: string): void {
    this.#stock.raise({ type: 'StockAvailable', sku: this.sku, reason })
  }
}

/** A field that is undefined would be stored as none, and not be found equal. */
const noteOf = (note: string | undefined) => (note === undefined ? {} : { note })

function whereItStands(known: OrderLine, { qty, dueDate }: Order): string | null {
  if (isOpen(known) && known.qty === qty && known.dueDate === dueDate) return known.batchRef
  throw conflict(known)
}

const isOpen = ({ state }: OrderLine): boolean => state === 'allocated' || state === 'backordered'

const tooLarge = (field: string) =>
  new DomainError('InvalidMessage', { problems: [{ field, problem: 'tooLarge', limit: Number.MAX_SAFE_INTEGER }] })

const conflict = ({ orderId, line, sku, qty, dueDate, state }: OrderLine) =>
  new DomainError('LineConflict', { orderId, line, sku, qty, dueDate, state })
