import { compare } from './batch.ts'
import type { Event, EventOf } from './events.ts'
import { type LineId, lineKey, type OrderLine } from './orderLine.ts'
import type { LineState } from './vocabulary.ts'

/** Where a line stands, as far as a message can change it. `ref`, `since`: its place and the age of that; null: it has none. */
export type Standing = Pick<OrderLine, 'departed' | 'pinned'> & {
  readonly state: LineState | 'absent'
  readonly ref: string | null
  readonly since: number | null
}

/** What a message did to a line. `ordered`: what is needed to have a line again that was withdrawn; null: it was not. */
export type LineReversal = LineId & {
  readonly qty: number
  readonly before: Standing
  readonly after: Standing
  readonly ordered: Pick<OrderLine, 'dueDate' | 'customer' | 'priority' | 'ordered'> | null
}

/** What a message did to a batch. */
export type BatchReversal = { readonly ref: string } & (
  | { readonly change: 'created' }
  | ({ readonly change: 'withdrawn' } & Pick<EventOf<'BatchWithdrawn'>, 'created' | 'qty' | 'setAside' | 'eta'>)
  /** Units that it added, and that it set aside; negative when it took some away, or released some. */
  | { readonly change: 'stock'; readonly created: number; readonly added: number; readonly setAside: number }
  | {
      readonly change: 'arrival'
      readonly created: number
      readonly before: string | null
      readonly after: string | null
    }
)

/** What a message did to the priority of a line. */
export type PriorityReversal = LineId & { readonly before: number; readonly after: number }

/** What a message did to the units of a line. `ref`, `since`: the place in which the message left it; null: it waits. */
export type QuantityReversal = LineId & {
  readonly before: number
  readonly after: number
  readonly ref: string | null
  readonly since: number | null
}

/** What a message did to the pin of a line in that place. */
export type PinReversal = LineId & { readonly ref: string; readonly since: number; readonly after: boolean }

/** What one message did to one product, to be taken back. Batches and lines are in the order in which they changed first. */
export type Reversal = {
  readonly sku: string
  readonly batches: readonly BatchReversal[]
  readonly lines: readonly LineReversal[]
  readonly priorities: readonly PriorityReversal[]
  readonly pins: readonly PinReversal[]
  readonly quantities: readonly QuantityReversal[]
}

/** What has to be taken back of a message and everything that it caused, in the order of SKUs. Empty: it changed no product. */
export function reversalsOf(message: Event, events: readonly Event[]): Reversal[] {
  const bySku = Map.groupBy([message, ...events], (event) => ('sku' in event ? event.sku : null))
  bySku.delete(null)
  return [...bySku]
    .map(([sku, events]) => ({
      sku: sku!,
      batches: batchChanges(events),
      lines: lineChanges(events),
      priorities: events.filter((event) => event.type === 'PriorityChanged'),
      pins: events.filter((event) => event.type === 'PinChanged'),
      quantities: quantityChanges(events),
    }))
    .filter(({ sku: _, ...changes }) => Object.values(changes).some(({ length }) => length > 0))
    .sort((a, b) => compare(a.sku, b.sku))
}

/** A batch of which units were added and set aside has changed once. */
function batchChanges(events: readonly Event[]): BatchReversal[] {
  const changes: BatchReversal[] = []
  for (const change of events.flatMap(batchChange)) {
    const index = changes.findIndex((known) => known.change === 'stock' && known.ref === change.ref)
    const known = changes[index]
    if (known?.change !== 'stock' || change.change !== 'stock') changes.push(change)
    else changes[index] = { ...change, added: known.added + change.added, setAside: known.setAside + change.setAside }
  }
  return changes
}

function batchChange(event: Event): BatchReversal[] {
  switch (event.type) {
    case 'BatchCreated':
    case 'BatchReinstated':
      return [{ ref: event.ref, change: 'created' }]
    case 'BatchWithdrawn': {
      const { ref, created, qty, setAside, eta } = event
      return [{ ref, change: 'withdrawn', created, qty, setAside, eta }]
    }
    case 'StockAdjusted':
      if (event.after === event.before) return []
      return [
        { ref: event.ref, change: 'stock', created: event.created, added: event.after - event.before, setAside: 0 },
      ]
    case 'SetAsideChanged':
      return [
        { ref: event.ref, change: 'stock', created: event.created, added: 0, setAside: event.after - event.before },
      ]
    case 'ArrivalChanged':
      if (event.after === event.before) return []
      return [{ ref: event.ref, change: 'arrival', created: event.created, before: event.before, after: event.after }]
    default:
      return []
  }
}

/** First and last, as each line was before the first change of it and after the last. */
function lineChanges(events: readonly Event[]): LineReversal[] {
  const changes = new Map<string, LineReversal>()
  for (const event of events) {
    const change = lineChange(event)
    if (!change) continue
    const { orderId, line, qty } = event as LineId & { qty: number }
    const key = lineKey({ orderId, line })
    const known = changes.get(key)
    const ordered = event.type === 'LineWithdrawn' ? orderedWith(event) : null
    changes.set(key, { orderId, line, qty, before: known?.before ?? change.before, after: change.after, ordered })
  }
  return [...changes.values()].filter(({ before, after }) => !isSame(before, after))
}

/** Each with the place that the line had after the last change of it. */
function quantityChanges(events: readonly Event[]): QuantityReversal[] {
  const changes = new Map<string, QuantityReversal>()
  for (const event of events) {
    const after = event.type === 'LineQuantityChanged' ? event : lineChange(event)?.after
    if (!after) continue
    const key = lineKey(event as LineId)
    const known = changes.get(key)
    if (event.type === 'LineQuantityChanged') changes.set(key, event)
    else if (known) changes.set(key, { ...known, ref: after.ref, since: after.since })
  }
  return [...changes.values()]
}

function orderedWith({ dueDate, customer, priority, ordered }: EventOf<'LineWithdrawn'>) {
  return { dueDate, customer, priority, ordered }
}

/** What the event alone changes of its line; null: nothing. */
function lineChange(event: Event): { before: Standing; after: Standing } | null {
  switch (event.type) {
    case 'Allocated': // for no reason: it was just ordered
      return { before: event.reason === null ? absent : waiting, after: placed(event) }
    case 'Backordered':
      return event.reason === null ? { before: absent, after: waiting } : null
    case 'Deallocated':
      return { before: placed(event), after: waiting }
    case 'Dispatched':
      return { before: placed(event), after: dispatched(event) }
    case 'DispatchUndone':
      return { before: dispatched(event), after: placed(event) }
    case 'Departed':
      return { before: dispatched(event), after: departed(event) }
    case 'DepartureUndone':
      return { before: departed(event), after: dispatched(event) }
    case 'LineCancelled':
      return { before: waiting, after: cancelled }
    case 'LineReopened':
      return { before: cancelled, after: waiting }
    case 'LineReinstated':
      return { before: absent, after: waiting }
    case 'LineWithdrawn':
      return { before: waiting, after: absent }
    default:
      return null
  }
}

type Place = { readonly ref: string; readonly since: number; readonly pinned?: true }
const nowhere = { ref: null, since: null, pinned: false, departed: false }
const absent: Standing = { state: 'absent', ...nowhere }
const waiting: Standing = { state: 'backordered', ...nowhere }
const cancelled: Standing = { state: 'cancelled', ...nowhere }
const placed = ({ ref, since, pinned }: Place): Standing => ({
  ...{ state: 'allocated', ref, since },
  ...{ pinned: pinned === true, departed: false },
})
const dispatched = (place: Place): Standing => ({ ...placed(place), state: 'dispatched' })
const departed = (place: Place): Standing => ({ ...dispatched(place), departed: true })

/** Of the line as it is now; undefined: there is none. */
export const standingOf = (line: OrderLine | undefined): Standing =>
  line
    ? { state: line.state, ref: line.batchRef, since: line.allocated, pinned: line.pinned, departed: line.departed }
    : absent

export const isSame = (a: Standing, b: Standing): boolean =>
  a.state === b.state && a.ref === b.ref && a.since === b.since && a.pinned === b.pinned && a.departed === b.departed
