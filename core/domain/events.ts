import type { Message } from './messages.ts'
import type { OrderLine } from './orderLine.ts'
import type { SheetState } from './vocabulary.ts'

/** What a batch could still hold. */
export type Room = { readonly ref: string; readonly available: number }

type OfLine = { readonly orderId: string; readonly line: number; readonly sku: string; readonly qty: number }
/**
 * `since`: the age of the line's place, a version of its product: what protects it among lines with the same due date.
 * `pinned`: the line is, or was, pinned to this place.
 */
type OfPlace = OfLine & { readonly ref: string; readonly since: number; readonly pinned?: true }
type Move = {
  /** The batch that the line was in before; null: none. */
  readonly from: string | null
  /** Why it was moved, or why there was room at last; null: it was just ordered. */
  readonly reason: string | null
  /** The first batches, in the order of preference, that had room but too little for the line. */
  readonly considered?: readonly Room[]
}
/** `created`: the version of the product that the batch was created at, which tells it from a later one of the same reference. */
type OfBatch = { readonly ref: string; readonly sku: string; readonly created: number }
type Ordered = OfLine & Pick<OrderLine, 'dueDate' | 'ordered' | 'customer' | 'priority'>
type Received = OfBatch & { readonly qty: number; readonly setAside: number; readonly eta: string | null }

/**
 * A change of a product, which `ProductState.apply` makes. Each has what its reverse needs, and counts as one version of the
 * product, so that history can be replayed to the present, ages included. Two messages are changes as well: `BatchCreated`,
 * and an `AllocationRequired` of a line that is new.
 */
export type ChangeEvent =
  /** A line has its place. */
  | ({ readonly type: 'Allocated' } & OfPlace & Move)
  /**
   * A line lost its place. `room`: what the batch could still hold when the line's turn came; null: it did not leave for
   * want of room.
   */
  | ({ readonly type: 'Deallocated'; readonly room: number | null; readonly reason: string } & OfPlace)
  /** A batch holds another quantity than before. */
  | ({
      readonly type: 'StockAdjusted'
      readonly before: number
      readonly after: number
      readonly reason: string
    } & OfBatch)
  /** Another number of the batch's units is set aside than before. */
  | ({
      readonly type: 'SetAsideChanged'
      readonly before: number
      readonly after: number
      readonly reason: string
    } & OfBatch)
  /** A batch arrives on another day than before; null: it is in the warehouse. */
  | ({ readonly type: 'ArrivalChanged'; readonly before: string | null; readonly after: string | null } & OfBatch)
  | ({ readonly type: 'LineCancelled' } & OfLine)
  /** A line has another priority than before. */
  | ({ readonly type: 'PriorityChanged'; readonly before: number; readonly after: number } & OfLine)
  /** A line asks for another number of units than before, in its place. `ref`, `since`: that place; null: it waits. */
  | ({
      readonly type: 'LineQuantityChanged'
      readonly before: number
      readonly after: number
      readonly ref: string | null
      readonly since: number | null
    } & Omit<OfLine, 'qty'>)
  /** A line is pinned to its place, or no more. */
  | ({ readonly type: 'PinChanged'; readonly after: boolean } & Omit<OfPlace, 'pinned'>)
  /** A line left the warehouse, out of this batch, and its units with it. */
  | ({ readonly type: 'Dispatched' } & OfPlace)
  /** The goods of a dispatched line are confirmed as gone. */
  | ({ readonly type: 'Departed' } & OfPlace)

  // What taking a message back does, beside the changes above.
  | ({ readonly type: 'BatchWithdrawn' } & Received)
  | ({ readonly type: 'BatchReinstated' } & Received)
  | ({ readonly type: 'LineWithdrawn' } & Ordered)
  /** The line is there again, and waits. */
  | ({ readonly type: 'LineReinstated' } & Ordered)
  /** A cancelled line waits again. */
  | ({ readonly type: 'LineReopened' } & OfLine)
  /** A dispatched line is back in its batch, with its units. */
  | ({ readonly type: 'DispatchUndone' } & OfPlace)
  | ({ readonly type: 'DepartureUndone' } & OfPlace)

/** What changes nothing, but is told, recorded or acted upon. */
type Remark =
  /** A line found no batch and waits. */
  | ({ readonly type: 'Backordered' } & OfLine & Move)
  /** A line's batch was put off behind the line's due date: it is to be moved to one that is in time, if one can hold it. */
  | ({ readonly type: 'DueDateMissed'; readonly ref: string; readonly dueDate: string; readonly eta: string } & OfLine)
  /** A line stays in a batch that comes after its due date. */
  | ({ readonly type: 'Late'; readonly ref: string; readonly dueDate: string; readonly eta: string } & OfLine)
  /** A line of an order that was dispatched stays, since it waits (`ref` is null) or its batch has not arrived. */
  | ({ readonly type: 'NotDispatched'; readonly ref: string | null } & OfLine)
  /** A line could not go back to the batch that it was moved from. `room`: what that could still hold. */
  | ({ readonly type: 'NotRestored'; readonly ref: string; readonly room: number } & OfLine)
  | { readonly type: 'OutOfStock'; readonly sku: string }
  /** `changes`: how often batches were put on the sheet or counted by then, which tells whether more were since. */
  | {
      readonly type: 'SheetStateChanged'
      readonly sheet: string
      readonly before: SheetState
      readonly after: SheetState
      readonly changes: number
    }
  /**
   * A difference that was agreed upon could not be posted. `holds`: fewer than it takes away, or so many that the batch would
   * hold more than can be; null: the batch is no more.
   */
  | {
      readonly type: 'CountLeftOut'
      readonly sheet: string
      readonly ref: string
      readonly sku: string
      readonly difference: number
      readonly holds: number | null
    }
  /** Room appeared that waiting lines may fit. */
  | { readonly type: 'StockAvailable'; readonly sku: string; readonly reason: string }

/** What the domain raises itself, beside the messages that it sends on. */
export type RaisedEvent = ChangeEvent | Remark

export type Event = Message | RaisedEvent

/** The types of the events that change a product. */
const changes = {
  BatchCreated: true,
  AllocationRequired: true,
  Allocated: true,
  Deallocated: true,
  StockAdjusted: true,
  SetAsideChanged: true,
  ArrivalChanged: true,
  LineCancelled: true,
  PriorityChanged: true,
  LineQuantityChanged: true,
  PinChanged: true,
  Dispatched: true,
  Departed: true,
  BatchWithdrawn: true,
  BatchReinstated: true,
  LineWithdrawn: true,
  LineReinstated: true,
  LineReopened: true,
  DispatchUndone: true,
  DepartureUndone: true,
} as const satisfies Record<ChangeEvent['type'] | 'BatchCreated' | 'AllocationRequired', true>

export const isChange = (event: Event): event is EventOf<keyof typeof changes> => Object.hasOwn(changes, event.type)

export type EventOf<T extends Event['type']> = Extract<Event, { readonly type: T }>
