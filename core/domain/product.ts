import { available, type Batch, capacity, compare } from './batch.ts'
import { changeQuantity, resize, sendOn } from './displacement.ts'
import { DomainError } from './domainError.ts'
import type { Event, EventOf } from './events.ts'
import { byProtection, byUrgency, isLate, isOpen, type LineId, type OrderLine } from './orderLine.ts'
import { type Cause, ofLine, ofPlace, ProductState, type Size } from './productState.ts'
import type { Reversal } from './reversal.ts'
import { refuseToTakeBack, takeBack } from './takeBack.ts'

type Order = LineId & Pick<OrderLine, 'qty' | 'dueDate' | 'customer' | 'priority'>

/**
 * One SKU with its batches and order lines: the aggregate that keeps every line somewhere and no batch over-allocated.
 *
 * It need not hold all of them. A repository loads what a method says it needs; more changes no outcome. A method that
 * refuses does so before it changes anything, so that several messages can share one unit of work.
 */
export class Product {
  readonly #state: ProductState
  /** Said once for a message. */
  #saidOutOfStock = false
  #offeredRoom = false

  /** @param size how many batches and lines are stored, loaded or not */
  constructor(sku: string, version = 0, size: Readonly<Size> = { batches: 0, lines: 0 }) {
    this.#state = new ProductState(sku, version, size)
  }

  get sku(): string {
    return this.#state.sku
  }
  /** Counts every change; guards against lost updates, and orders batches and lines by age. */
  get version(): number {
    return this.#state.version
  }
  get batches(): ReadonlyMap<string, Batch> {
    return this.#state.batches
  }
  get lines(): ReadonlyMap<string, OrderLine> {
    return this.#state.lines
  }
  /** How many batches and lines it has, loaded or not. */
  get size(): Readonly<Size> {
    return this.#state.size
  }
  /** It has a batch or a line, so that people may order it. */
  get isKnown(): boolean {
    return this.size.batches + this.size.lines > 0
  }
  /** The most units that one line could ask for and still find a batch among those that are loaded. */
  get largestRoom(): number {
    return this.#state.largestRoom
  }

  /** The most preferred batch that can hold the units, among those that are loaded; undefined: none can. */
  firstThatCanHold(units: number): Batch | undefined {
    return this.#state.firstThatCanHold(units)
  }

  /** For repositories: takes in more of what is stored. What the product holds already is newer, and must not come again. */
  load(batches: readonly Batch[], lines: readonly OrderLine[]): void {
    this.#state.load(batches, lines)
  }

  /** The events raised since the last call, in order. */
  takeEvents(): readonly Event[] {
    return this.#state.takeEvents()
  }

  /** What was said once for a message may be said again for the next. */
  beginMessage(): void {
    this.#saidOutOfStock = false
    this.#offeredRoom = false
  }

  addBatch({ ref, qty, eta }: Pick<Batch, 'ref' | 'qty' | 'eta'>): void {
    this.#state.apply({ type: 'BatchCreated', ref, sku: this.sku, qty, eta })
    this.#offerRoom('batchCreated')
  }

  /**
   * Allocates a new or a displaced line; a line that has its place, or waits, just answers where it stands.
   * Needs the line, when it was ordered before, and the most preferred batch that can hold it.
   * @returns the reference of its batch, or null when it waits
   * @throws DomainError LineConflict when the line is known otherwise
   */
  allocate(order: Order): string | null {
    const known = this.#state.line(order)
    const displaced = this.#state.causeOf(order)
    if (known && !displaced) return whereItStands(known, order)
    const line = known ?? this.#addLine(order)
    this.#state.arrive(order)
    const cause = displaced ?? { from: null, reason: null }
    return this.#place(line, cause) ?? this.#keepWaiting(line, cause)
  }

  /** @throws DomainError NotEnoughStock */
  damage({ ref, qty, reason, note }: EventOf<'StockDamaged'>): void {
    const batch = this.#holding(ref, qty)
    this.#state.raise({ type: 'BatchQuantityChanged', ref, qty: batch.qty - qty, reason, ...noteOf(note) })
  }

  /** @throws DomainError StaleCount */
  count({ ref, qty, expected, note }: EventOf<'StockCounted'>): void {
    const { qty: holds } = this.#state.batch(ref)
    if (holds !== expected) throw new DomainError('StaleCount', { ref, expected, holds })
    this.#state.raise({ type: 'BatchQuantityChanged', ref, qty, reason: 'counted', ...noteOf(note) })
  }

  /** The batch holds so many more than before, or fewer: as two counts found. */
  postDifference(ref: string, difference: number): void {
    const { qty } = this.#state.batch(ref)
    this.#state.raise({ type: 'BatchQuantityChanged', ref, qty: qty + difference, reason: 'counted' })
  }

  /** What the lines of the batch may have once it holds so many units: what is set aside stays so, as far as there is as much. */
  capacityWith(ref: string, qty: number): number {
    return capacity({ qty, setAside: this.#setAsideWith(ref, qty) })
  }

  /** Needs, of the batch's lines, the worst protected that together hold what no longer fits. */
  changeBatchQuantity({ ref, qty, reason }: Pick<EventOf<'BatchQuantityChanged'>, 'ref' | 'qty' | 'reason'>): void {
    this.#resize(ref, { qty, setAside: this.#setAsideWith(ref, qty) }, reason)
  }

  /**
   * Needs, of the batch's lines, the worst protected that together hold what no longer fits.
   * @throws DomainError NotEnoughStock
   */
  setAside({ ref, qty, reason }: Pick<EventOf<'StockSetAside'>, 'ref' | 'qty' | 'reason'>): void {
    const batch = this.#holding(ref, qty)
    this.#resize(ref, { qty: batch.qty, setAside: batch.setAside + qty }, reason)
  }

  /** @throws DomainError NotSetAside */
  release({ ref, qty }: Pick<EventOf<'SetAsideReleased'>, 'ref' | 'qty'>): void {
    const batch = this.#settingAside(ref, qty)
    this.#resize(ref, { qty: batch.qty, setAside: batch.setAside - qty }, 'released')
  }

  /** @throws DomainError NotSetAside */
  discard({ ref, qty, reason }: Pick<EventOf<'SetAsideRemoved'>, 'ref' | 'qty' | 'reason'>): void {
    const batch = this.#settingAside(ref, qty)
    this.#resize(ref, { qty: batch.qty - qty, setAside: batch.setAside - qty }, reason)
  }

  /**
   * A batch that comes later keeps its lines, but for those that become late: best protected first they look for one in
   * time. Needs the batch's lines that are due before the new ETA.
   */
  changeBatchEta({ ref, eta }: Pick<EventOf<'BatchEtaChanged'>, 'ref' | 'eta'>): void {
    const { eta: before, created } = this.#state.batch(ref)
    this.#state.raise({ type: 'ArrivalChanged', ref, sku: this.sku, created, before, after: eta })
    if (eta === null || eta <= (before ?? '')) return
    const late = this.#state.linesOf(ref).filter(({ dueDate }) => isLate(dueDate, eta))
    for (const line of late.sort(byProtection))
      this.#state.raise({ type: 'DueDateMissed', ...ofLine(line), ref, dueDate: line.dueDate!, eta })
  }

  /** Moves the line to a batch that is in time, or says that it is late, as one is that is pinned. Needs the most preferred batch that can hold it. */
  moveInTime({ orderId, line, ref, dueDate, eta }: EventOf<'DueDateMissed'>): void {
    const late = this.#state.line({ orderId, line })!
    const best = this.#state.firstThatCanHold(late.qty)
    if (late.pinned || !best || isLate(dueDate, best.eta)) {
      this.#state.raise({ type: 'Late', ...ofLine(late), ref, dueDate, eta })
      return
    }
    this.#state.leave(late, 'delayed')
    this.#state.settle(late, best, { from: ref, reason: 'delayed' })
    if (!this.#offeredRoom) this.#offerRoom('delayed') // behind the other lines of the batch, which are on the bus already
    this.#offeredRoom = true
  }

  /**
   * The line needs no stock any more. Needs the line and its batch.
   * @throws DomainError UnknownLine; LineConflict when it was dispatched
   */
  cancel(id: LineId): void {
    const line = this.#known(id)
    if (line.state === 'dispatched') throw conflict(line)
    if (line.state === 'cancelled') return
    this.#state.leave(line, 'lineCancelled')
    this.#state.raise({ type: 'LineCancelled', ...ofLine(line) })
    if (line.state === 'allocated') this.#offerRoom('lineCancelled')
  }

  /**
   * Needs the line.
   * @throws DomainError UnknownLine; LineConflict when it was cancelled or dispatched
   */
  changePriority({ orderId, line: number, priority }: LineId & Pick<OrderLine, 'priority'>): void {
    const line = this.#open({ orderId, line: number })
    if (line.priority === priority) return
    this.#state.raise({ type: 'PriorityChanged', ...ofLine(line), before: line.priority, after: priority })
  }

  /**
   * Needs the line.
   * @throws DomainError UnknownLine; LineConflict when it was cancelled or dispatched; NoPlace when it waits
   */
  pin(id: LineId): void {
    this.#changePin(id, true)
  }

  /** As `pin`. */
  unpin(id: LineId): void {
    this.#changePin(id, false)
  }

  /**
   * The first line gives its place to the second, and looks for another, unless its batch has room for both. Needs both lines
   * and their batches.
   * @throws DomainError UnknownLine, LineConflict, NoPlace, LineIsPinned, NoGain, NoRoom
   */
  givePlace({ toOrderId, toLine, reason, ...id }: EventOf<'PlaceGiven'>): void {
    const giver = this.#open(id)
    const taker = this.#open({ orderId: toOrderId, line: toLine })
    const batch = this.#placeToGive(giver, taker)
    const from = taker.batchRef
    const isTaken = available(batch) < taker.qty
    if (isTaken) this.#state.leave(giver, reason)
    this.#state.leave(taker, reason)
    this.#state.settle(taker, batch, { from, reason })
    if (isTaken) sendOn(this.#state, giver, { from: batch.ref, reason })
    this.#offerRoom(reason)
  }

  /**
   * So many units of the line become a line of their own, with the next number of the order, which is allocated as a new one;
   * the line keeps the rest, its number and its place. Needs the order's lines and their batches.
   * @throws DomainError UnknownLine; LineConflict when it was cancelled or dispatched; NothingLeft
   */
  split({ orderId, line: number, qty }: Pick<EventOf<'LineSplit'>, 'orderId' | 'line' | 'qty'>): void {
    const line = this.#open({ orderId, line: number })
    if (qty >= line.qty)
      throw new DomainError('NothingLeft', { orderId, line: number, sku: this.sku, qty, asks: line.qty })
    changeQuantity(this.#state, line, line.qty - qty)
    const last = this.#linesOfOrder(orderId).at(-1)!
    const part = { ...line, line: last.line + 1, qty }
    sendOn(this.#state, part, { from: null, reason: null })
    this.#offerRoom('split')
  }

  /** Lines in warehouse stock leave, and their units with them; the others stay. Needs the order's lines and their batches. */
  dispatch(orderId: string): void {
    for (const line of this.#linesOfOrder(orderId).filter(isOpen)) {
      const isHere = line.batchRef !== null && this.#state.batch(line.batchRef).eta === null
      if (isHere) this.#state.raise({ type: 'Dispatched', ...ofPlace(line) })
      else this.#state.raise({ type: 'NotDispatched', ...ofLine(line), ref: line.batchRef })
    }
  }

  /** The goods of the order's dispatched lines are gone for good. Needs the order's lines and their batches. */
  confirm(orderId: string): void {
    for (const line of this.#linesOfOrder(orderId))
      if (line.state === 'dispatched' && !line.departed) this.#state.raise({ type: 'Departed', ...ofPlace(line) })
  }

  /** @throws DomainError when what the message did cannot be taken back any more */
  refuseToTakeBack(reversal: Reversal): void {
    refuseToTakeBack(this.#state, reversal)
  }

  /** Takes back what a message did, once every product that it changed has agreed. */
  takeBack(reversal: Reversal): void {
    takeBack(this.#state, reversal)
  }

  /**
   * Offers all room to the waiting lines. Needs the batches that have got more room, and the lines that ask for no more
   * than `largestRoom`: no other batch can hold a line that waits.
   */
  fillBackorders(reason: string): void {
    const waiting = [...this.lines.values()].filter((line) => line.state === 'backordered')
    for (const line of waiting.sort(byUrgency))
      if (!this.#state.causeOf(line)) this.#place(line, { from: null, reason })
  }

  #addLine({ orderId, line, qty, dueDate, customer, priority }: Order): OrderLine {
    this.#state.apply({ type: 'AllocationRequired', orderId, line, sku: this.sku, qty, dueDate, customer, priority })
    return this.#state.line({ orderId, line })!
  }

  #known({ orderId, line: number }: LineId): OrderLine {
    const line = this.#state.line({ orderId, line: number })
    if (!line) throw new DomainError('UnknownLine', { orderId, line: number, sku: this.sku })
    return line
  }

  /** The line, which has its place or waits. */
  #open(id: LineId): OrderLine {
    const line = this.#known(id)
    if (!isOpen(line)) throw conflict(line)
    return line
  }

  #changePin({ orderId, line: number }: LineId, after: boolean): void {
    const line = this.#open({ orderId, line: number })
    if (line.batchRef === null) throw new DomainError('NoPlace', { orderId, line: number, sku: this.sku })
    if (line.pinned === after) return
    const { pinned: _, ...place } = ofPlace(line)
    this.#state.raise({ type: 'PinChanged', ...place, after })
  }

  /** The batch of the first line, when the second may have its place. */
  #placeToGive(giver: OrderLine, taker: OrderLine): Batch {
    const { sku } = this
    if (giver.batchRef === null) throw new DomainError('NoPlace', { ...idOf(giver), sku })
    for (const line of [giver, taker]) if (line.pinned) throw new DomainError('LineIsPinned', { ...idOf(line), sku })
    const batch = this.#state.batch(giver.batchRef)
    const { ref, eta } = batch
    const own = taker.batchRef === null ? null : this.#state.batch(taker.batchRef)
    if (own && (own.eta ?? '') <= (eta ?? '')) throw new DomainError('NoGain', { ...idOf(taker), sku, ref })
    const room = available(batch) + giver.qty
    if (room < taker.qty) throw new DomainError('NoRoom', { ref, qty: taker.qty, room })
    return batch
  }

  #place(line: OrderLine, cause: Cause): string | null {
    const batch = this.#state.firstThatCanHold(line.qty)
    if (batch) this.#state.settle(line, batch, cause)
    return batch?.ref ?? null
  }

  #keepWaiting(line: OrderLine, cause: Cause): null {
    this.#state.raise({ type: 'Backordered', ...ofLine(line), ...cause, ...this.#state.tooSmall(line.qty, null) })
    if (!this.#saidOutOfStock) this.#state.raise({ type: 'OutOfStock', sku: this.sku })
    this.#saidOutOfStock = true
    return null
  }

  #linesOfOrder(orderId: string): OrderLine[] {
    return [...this.lines.values()].filter((line) => line.orderId === orderId).sort((a, b) => a.line - b.line)
  }

  /** The batch, which has so many units that are not set aside. */
  #holding(ref: string, qty: number): Batch {
    const batch = this.#state.batch(ref)
    if (qty > capacity(batch)) throw new DomainError('NotEnoughStock', { ref, qty, holds: capacity(batch) })
    return batch
  }

  /** The batch, of which so many units are set aside. */
  #settingAside(ref: string, qty: number): Batch {
    const batch = this.#state.batch(ref)
    if (qty > batch.setAside) throw new DomainError('NotSetAside', { ref, qty, setAside: batch.setAside })
    return batch
  }

  #setAsideWith(ref: string, qty: number): number {
    return Math.min(this.#state.batch(ref).setAside, qty)
  }

  /** Also when a batch shrinks there may be more room: when a large line had to go. */
  #resize(ref: string, to: Pick<Batch, 'qty' | 'setAside'>, reason: string): void {
    const room = () => available(this.#state.batch(ref))
    const before = room()
    resize(this.#state, ref, to, reason)
    if (room() > before) this.#offerRoom(reason)
  }

  #offerRoom(reason: string): void {
    this.#state.raise({ type: 'StockAvailable', sku: this.sku, reason })
  }
}

const idOf = ({ orderId, line }: LineId): LineId => ({ orderId, line })

/** A field that is undefined would be stored as none, and not be found equal. */
const noteOf = (note: string | undefined) => (note === undefined ? {} : { note })

function whereItStands(known: OrderLine, { qty, dueDate }: Order): string | null {
  const ordered = { ...known, qty: known.qty + known.splitOff }
  if (isOpen(known) && ordered.qty === qty && known.dueDate === dueDate) return known.batchRef
  throw conflict(ordered)
}

const conflict = ({ orderId, line, sku, qty, dueDate, state }: OrderLine) =>
  new DomainError('LineConflict', { orderId, line, sku, qty, dueDate, state })

/** The events that the products raised since the last call, by SKU, so that it does not matter which was loaded first. */
export function takeEvents(products: Iterable<Product>): Event[] {
  const raised: { sku: string; events: readonly Event[] }[] = []
  for (const product of products) {
    const events = product.takeEvents()
    if (events.length > 0) raised.push({ sku: product.sku, events })
  }
  return raised.sort((a, b) => compare(a.sku, b.sku)).flatMap(({ events }) => events)
}
