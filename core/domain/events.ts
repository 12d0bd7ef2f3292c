import { z } from 'zod'

/**
 * A text that people type or scan: trimmed, one line, 1 to `max` characters, no half of a surrogate pair. Hangul that comes
 * in single letters, as macOS writes it, is put together, so that one name is one name.
 */
const text = (max: number) =>
  z
    .string()
    .normalize()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)

const ref = text(80)
const sku = text(80)
const orderId = text(80)
/** Why, as a code such as `water`, or in words. */
const reason = text(80)
const note = text(500)
/** A plain calendar date, `YYYY-MM-DD`, of no time zone. */
const date = z.iso.date()
const positive = z.int().min(1)

const BatchCreated = z.strictObject({
  type: z.literal('BatchCreated'),
  ref,
  sku,
  qty: positive,
  /** null: already in the warehouse. */
  eta: date.nullable().default(null),
})

const AllocationRequired = z.strictObject({
  type: z.literal('AllocationRequired'),
  orderId,
  sku,
  qty: positive,
  /** Numbers the lines of one order that ask for the same SKU. */
  line: positive.default(1),
  dueDate: date.nullable().default(null),
})

const BatchQuantityChanged = z.strictObject({
  type: z.literal('BatchQuantityChanged'),
  ref,
  /** The new absolute quantity. */
  qty: z.int().min(0),
  reason: reason.default('quantityChanged'),
  note: note.optional(),
})

const StockDamaged = z.strictObject({
  type: z.literal('StockDamaged'),
  ref,
  /** How many units are gone. */
  qty: positive,
  reason,
  note: note.optional(),
})

const StockCounted = z.strictObject({
  type: z.literal('StockCounted'),
  ref,
  /** How many units were found. */
  qty: z.int().min(0),
  /** How many the batch held when the count began. */
  expected: z.int().min(0),
  note: note.optional(),
})

const QuantityChangeUndone = z.strictObject({
  type: z.literal('QuantityChangeUndone'),
  /** The sequence in history of the damage, count or quantity change. */
  undoes: positive,
})

const BatchEtaChanged = z.strictObject({
  type: z.literal('BatchEtaChanged'),
  ref,
  /** null: it has arrived. */
  eta: date.nullable(),
})

const OrderLineCancelled = z.strictObject({
  type: z.literal('OrderLineCancelled'),
  orderId,
  sku,
  line: positive.default(1),
})

const OrderDispatched = z.strictObject({ type: z.literal('OrderDispatched'), orderId })

const NoticesRead = z.strictObject({
  type: z.literal('NoticesRead'),
  /** The sequence of the newest notice that was read; all up to it count as read. */
  upTo: positive,
})

const MailRetried = z.strictObject({
  type: z.literal('MailRetried'),
  /** The sequence of a mail that was not sent; null: every one that was given up. */
  mail: positive.nullable(),
})

/** Who sends a message. `id`: made by the client, one for each thing that it wants done. `by`: the operator. */
export const senderSchema = z.strictObject({ id: text(100).optional(), by: text(80).optional() })

/** What may arrive from outside; unknown keys are refused. */
export const messageSchema = z.discriminatedUnion('type', [
  BatchCreated,
  AllocationRequired,
  BatchQuantityChanged,
  StockDamaged,
  StockCounted,
  QuantityChangeUndone,
  BatchEtaChanged,
  OrderLineCancelled,
  OrderDispatched,
  NoticesRead,
  MailRetried,
])

/** A message as the core works with it: checked, with every default filled in. */
export type Message = Readonly<z.output<typeof messageSchema>>
/** A message as a client may write it. */
export type MessageInput = Readonly<z.input<typeof messageSchema>>

/** What a batch could still hold. */
export type Room = { readonly ref: string; readonly available: number }

type OfLine = { readonly orderId: string; readonly line: number; readonly sku: string; readonly qty: number }
type Move = {
  /** The batch that the line was in before; null: none. */
  readonly from: string | null
  /** Why it was moved, or why there was room at last; null: it was just ordered. */
  readonly reason: string | null
  /** The first batches, in the order of preference, that had room but too little for the line. */
  readonly considered?: readonly Room[]
}

/** What the domain raises itself, beside the messages that it sends on. */
export type RaisedEvent =
  /** A line has its place. */
  | ({ readonly type: 'Allocated'; readonly ref: string } & OfLine & Move)
  /**
   * A line lost its place. `room`: what the batch could still hold when the line's turn came; null: it did not leave for
   * want of room.
   */
  | ({
      readonly type: 'Deallocated'
      readonly ref: string
      readonly room: number | null
      readonly reason: string
    } & OfLine)
  /** A line found no batch and waits. */
  | ({ readonly type: 'Backordered' } & OfLine & Move)
  /** A line stays in a batch that comes after its due date, since no batch that is in time can hold it. */
  | ({ readonly type: 'Late'; readonly ref: string; readonly dueDate: string; readonly eta: string } & OfLine)
  /** A line left the warehouse, out of this batch. */
  | ({ readonly type: 'Dispatched'; readonly ref: string } & OfLine)
  /** A line of an order that was dispatched stays, since it waits (`ref` is null) or its batch has not arrived. */
  | ({ readonly type: 'NotDispatched'; readonly ref: string | null } & OfLine)
  /** A line could not go back to the batch that it was displaced from. `room`: what that could still hold. */
  | ({ readonly type: 'NotRestored'; readonly ref: string; readonly room: number } & OfLine)
  /** A batch holds another quantity than before. */
  | ({ readonly type: 'StockAdjusted'; readonly ref: string; readonly sku: string } & Adjustment)
  | { readonly type: 'OutOfStock'; readonly sku: string }
  /** Room appeared that waiting lines may fit. */
  | { readonly type: 'StockAvailable'; readonly sku: string; readonly reason: string }

type Adjustment = { readonly before: number; readonly after: number; readonly reason: string }

export type Event = Message | RaisedEvent
export type EventOf<T extends Event['type']> = Extract<Event, { readonly type: T }>
