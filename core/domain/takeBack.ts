import { available, type Batch, capacity } from './batch.ts'
import { changeQuantity, displace, resize, sendOn } from './displacement.ts'
import { DomainError } from './domainError.ts'
import { byProtection, byUrgency, isLate, isOpen, lineKey, type OrderLine } from './orderLine.ts'
import { nowhere, ofLine, ofOrder, ofPlace, type ProductState } from './productState.ts'
import {
  type BatchReversal,
  isSame,
  type LineReversal,
  type PinReversal,
  type PriorityReversal,
  type QuantityReversal,
  type Reversal,
  type Standing,
  standingOf,
} from './reversal.ts'
import { MAX_QUANTITY } from './vocabulary.ts'

// Taking back what a message did. At once, everything is as it was before: states, places, ages and order. Later, what
// happened in between is kept: a line that was moved since stays where it is, and a place that was given away is not
// taken from anybody.

const REASON = 'undone'

/** @throws DomainError when what the message did cannot be taken back any more. Nothing has changed then. */
export function refuseToTakeBack(state: ProductState, reversal: Reversal): void {
  const { batches, lines, priorities, pins, quantities } = reversal
  for (const batch of batches) refuseBatch(state, batch)
  for (const line of lines) refuseLine(state, line)
  for (const priority of priorities) refusePriority(state, priority)
  for (const pin of pins) refusePin(state, pin)
  for (const quantity of quantities) refuseQuantity(state, quantity, reversal)
}

function refuseBatch(state: ProductState, reversal: BatchReversal): void {
  if (reversal.change === 'withdrawn') return
  const { ref } = reversal
  const batch = state.batches.get(ref)
  if (!batch || (reversal.change !== 'created' && batch.created !== reversal.created))
    throw new DomainError('UnknownBatch', { ref })
  if (reversal.change === 'created') {
    const left = [...state.lines.values()].some((line) => line.batchRef === ref && line.state === 'dispatched')
    if (left) throw new DomainError('BatchDispatchedFrom', { ref })
  } else if (reversal.change === 'arrival') {
    if (batch.eta !== reversal.after) throw new DomainError('BatchChangedSince', { ref })
  } else refuseStock(batch, reversal)
}

function refuseStock(batch: Batch, { ref, added, setAside }: Extract<BatchReversal, { change: 'stock' }>): void {
  if (setAside > batch.setAside) throw new DomainError('NotSetAside', { ref, qty: setAside, setAside: batch.setAside })
  if (added - setAside > capacity(batch))
    throw new DomainError('NotEnoughStock', { ref, qty: added - setAside, holds: capacity(batch) })
  if (batch.qty - added > MAX_QUANTITY)
    throw new DomainError('InvalidMessage', {
      problems: [{ field: 'undoes', problem: 'tooLarge', limit: MAX_QUANTITY }],
    })
}

function refuseLine(state: ProductState, { orderId, line, qty, before, after }: LineReversal): void {
  const known = state.line({ orderId, line })
  const now = standingOf(known)
  if (isMove({ before, after })) return
  if (now.departed && !after.departed) throw new DomainError('AlreadyDeparted', { orderId })
  const isStill = before.state === 'dispatched' ? isSame(now, after) : kindOf(now) === kindOf(after)
  const isWhole = before.state !== 'absent' || known?.qty === qty
  if (!isStill || !isWhole) throw new DomainError('LineChangedSince', { orderId, line, sku: state.sku })
}

function refusePriority(state: ProductState, { orderId, line, after }: PriorityReversal): void {
  const now = state.line({ orderId, line })
  if (!now || !isOpen(now) || now.priority !== after)
    throw new DomainError('LineChangedSince', { orderId, line, sku: state.sku })
}

function refusePin(state: ProductState, { orderId, line, ref, since, after }: PinReversal): void {
  const now = state.line({ orderId, line })
  const isThere = now?.state === 'allocated' && now.batchRef === ref && now.allocated === since
  if (!isThere || now.pinned !== after) throw new DomainError('LineChangedSince', { orderId, line, sku: state.sku })
}

/** Parts are joined again only where both are as they were left, and their batch has room. */
function refuseQuantity(state: ProductState, quantity: QuantityReversal, { lines }: Reversal): void {
  const { orderId, line, before, after, ref, since } = quantity
  const now = state.line(quantity)
  const isThere = now && isOpen(now) && now.batchRef === ref && now.allocated === since
  const parts = lines.filter((part) => !isMove(part))
  if (!isThere || now.qty !== after || parts.some((part) => !isSame(standingOf(state.line(part)), part.after)))
    throw new DomainError('LineChangedSince', { orderId, line, sku: state.sku })
  const isLeaving = lines.some((moved) => lineKey(moved) === lineKey(quantity))
  if (ref === null || isLeaving) return
  const leaving = lines.filter((moved) => isSame(standingOf(state.line(moved)), moved.after) && moved.after.ref === ref)
  const room = leaving.reduce((sum, moved) => sum + state.line(moved)!.qty, available(state.batch(ref)))
  if (room < before - after) throw new DomainError('NoRoom', { ref, qty: before - after, room })
}

const kindOf = ({ state }: Standing) => (state === 'allocated' || state === 'backordered' ? 'open' : state)

/** The message moved the line, and no more. */
const isMove = ({ before, after }: Pick<LineReversal, 'before' | 'after'>): boolean =>
  kindOf(before) === 'open' && kindOf(after) === 'open'

/** Needs the batches and lines that it names; and what `resize` needs of a batch that shrinks, or is withdrawn. */
export function takeBack(state: ProductState, reversal: Reversal): void {
  const { batches, lines, priorities, pins, quantities } = reversal
  for (const { before, after, ...id } of priorities)
    state.raise({ type: 'PriorityChanged', ...ofLine(state.line(id)!), before: after, after: before })
  for (const { after, ...id } of pins) {
    const { pinned: _, ...place } = ofPlace(state.line(id)!)
    state.raise({ type: 'PinChanged', ...place, after: !after })
  }
  const changed = lines.filter((line) => !isMove(line) || isSame(standingOf(state.line(line)), line.after))
  const plan = planPlaces(state, { ...reversal, lines: changed })
  for (const line of changed) leave(state, line, plan)
  for (const { before, ...id } of quantities) changeQuantity(state, state.line(id)!, before)
  for (const batch of batches) takeBackBatch(state, batch)
  for (const { reversal, line, from } of plan.restored) {
    const { ref, since, pinned } = reversal.before
    state.settle(line, state.batch(ref!), { from, reason: REASON }, since!, pinned)
    tellLate(state, state.line(line)!)
  }
  for (const { line, from } of plan.waiting.sort((a, b) => byUrgency(a.line, b.line))) tellWaiting(state, line, from)
  for (const { reversal, line } of plan.failed) tellNotRestored(state, reversal, line)
  for (const { line, from } of plan.homeless) sendOn(state, line, { from: from!, reason: REASON })
  if (state.largestRoom > 0) state.raise({ type: 'StockAvailable', sku: state.sku, reason: REASON })
}

/** `line` as it was when the plan was made, but for its units, in batch `from`; null: in none. */
type Planned = { readonly reversal: LineReversal; readonly line: OrderLine; readonly from: string | null }

/** Every line that is to be moved, by what becomes of it. */
type Plan = {
  /** Goes back to where it was. */
  readonly restored: Planned[]
  /** Waits again, as it did before. */
  readonly waiting: Planned[]
  /** Its place was given away. */
  readonly failed: Planned[]
  /** Of those that failed, the ones that stay in the batch that they are in now. */
  readonly staying: Set<LineReversal>
  /** And the ones that cannot. */
  readonly homeless: Planned[]
}

/** Who gets the room that there is once everything that was changed has left, best protected first. */
function planPlaces(state: ProductState, { batches, lines, quantities }: Reversal): Plan {
  const rooms = new Rooms(state, batches)
  const units = new Map(quantities.map((quantity) => [lineKey(quantity), quantity.before]))
  const leaving = new Set(lines.map(lineKey))
  for (const { before, after, ref, ...id } of quantities)
    if (ref !== null && !leaving.has(lineKey(id))) rooms.add(ref, after - before)
  const moving: Planned[] = []
  for (const reversal of lines) {
    const now = state.line(reversal) ?? lineAgain(state, reversal)
    const from = now.state === 'allocated' ? now.batchRef : null
    if (from !== null && reversal.before.state !== 'dispatched') rooms.add(from, now.qty) // whose units leave with it
    const line = { ...now, qty: units.get(lineKey(now)) ?? now.qty }
    if (kindOf(reversal.before) === 'open' && reversal.after.state !== 'dispatched')
      moving.push({ reversal, line, from })
  }
  const plan: Plan = { restored: [], waiting: [], failed: [], staying: new Set(), homeless: [] }
  moving.sort((a, b) => byProtection(atPlace(a), atPlace(b)))
  for (const planned of moving) {
    const { reversal, line } = planned
    if (reversal.before.ref === null) plan.waiting.push(planned)
    else if (rooms.take(reversal.before.ref, line.qty)) plan.restored.push(planned)
    else plan.failed.push(planned)
  }
  for (const planned of plan.failed) {
    if (planned.from === null) continue
    if (rooms.take(planned.from, planned.line.qty)) plan.staying.add(planned.reversal)
    else plan.homeless.push(planned)
  }
  return plan
}

const atPlace = ({ reversal, line }: Planned): OrderLine => ({
  ...line,
  ...{ allocated: reversal.before.since, pinned: reversal.before.pinned },
})

/** A line that was withdrawn, as it will be once it is there again. */
function lineAgain({ sku }: ProductState, { orderId, line, qty, ordered }: LineReversal): OrderLine {
  return { orderId, line, sku, qty, splitOff: 0, ...ordered!, ...nowhere, departed: false }
}

/** The room of each batch once its own change is taken back. */
class Rooms {
  readonly #rooms = new Map<string, number>()
  readonly #state: ProductState

  constructor(state: ProductState, batches: readonly BatchReversal[]) {
    this.#state = state
    for (const batch of batches) {
      if (batch.change === 'withdrawn') this.#rooms.set(batch.ref, capacity(batch))
      else if (batch.change === 'created') this.#rooms.set(batch.ref, Number.NEGATIVE_INFINITY)
      else if (batch.change === 'stock') this.add(batch.ref, batch.setAside - batch.added)
    }
  }
  add(ref: string, units: number): void {
    this.#rooms.set(ref, this.#of(ref) + units)
  }
  take(ref: string, units: number): boolean {
    const has = this.#of(ref) >= units
    if (has) this.add(ref, -units)
    return has
  }
  #of(ref: string): number {
    const batch = this.#state.batches.get(ref)
    return this.#rooms.get(ref) ?? (batch ? available(batch) : 0)
  }
}

/** Brings the line to where it can be placed from, or to where it was when that is no place. */
function leave(state: ProductState, reversal: LineReversal, { staying }: Plan): void {
  const { before, after } = reversal
  const line = state.line(reversal)
  if (!line) state.raise({ type: 'LineReinstated', ...ofLine(lineAgain(state, reversal)), ...reversal.ordered! })
  else if (after.state === 'cancelled') state.raise({ type: 'LineReopened', ...ofLine(line) })
  else if (after.departed) state.raise({ type: 'DepartureUndone', ...ofPlace(line) })
  else if (before.departed) state.raise({ type: 'Departed', ...ofPlace(line) })
  else if (after.state === 'dispatched') state.raise({ type: 'DispatchUndone', ...ofPlace(line) })
  else if (before.state === 'dispatched') state.raise({ type: 'Dispatched', ...ofPlace(line) })
  else if (!staying.has(reversal)) state.leave(line, REASON)
  if (before.state === 'cancelled') state.raise({ type: 'LineCancelled', ...ofLine(line!) })
  if (before.state === 'absent') {
    state.raise({ type: 'LineWithdrawn', ...ofOrder(line!), ordered: line!.ordered })
  }
}

function takeBackBatch(state: ProductState, reversal: BatchReversal): void {
  const { ref } = reversal
  const { sku } = state
  if (reversal.change === 'withdrawn') {
    const { qty, setAside, eta, created } = reversal
    state.raise({ type: 'BatchReinstated', ref, sku, qty, setAside, eta, created })
  } else if (reversal.change === 'created') {
    for (const line of state.linesOf(ref).sort(byProtection)) displace(state, line, REASON, null)
    const { qty, setAside, eta, created } = state.batch(ref)
    state.raise({ type: 'BatchWithdrawn', ref, sku, qty, setAside, eta, created })
  } else if (reversal.change === 'stock') {
    const { qty, setAside } = state.batch(ref)
    resize(state, ref, { qty: qty - reversal.added, setAside: setAside - reversal.setAside }, REASON)
  } else {
    const { created, before, after } = reversal
    state.raise({ type: 'ArrivalChanged', ref, sku, created, before: after, after: before })
    for (const line of state.linesOf(ref).sort(byProtection)) if (!isLate(line.dueDate, after)) tellLate(state, line)
  }
}

/** Says that the line is late where it is now, if it is. */
function tellLate(state: ProductState, line: OrderLine): void {
  const { eta } = state.batch(line.batchRef!)
  if (!isLate(line.dueDate, eta)) return
  state.raise({ type: 'Late', ...ofLine(line), ref: line.batchRef!, dueDate: line.dueDate!, eta: eta! })
}

function tellWaiting(state: ProductState, line: OrderLine, from: string | null): void {
  if (from === null) return // it waited all the time, or was not there
  state.raise({ type: 'Backordered', ...ofLine(line), from, reason: REASON, ...state.tooSmall(line.qty, null) })
}

function tellNotRestored(state: ProductState, { before }: LineReversal, line: OrderLine): void {
  const now = state.line(line)
  const batch = state.batches.get(before.ref!)
  if (!now || !isOpen(now) || !batch) return
  state.raise({ type: 'NotRestored', ...ofLine(line), ref: batch.ref, room: available(batch) })
}
