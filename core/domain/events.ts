import { z } from 'zod'

/** A text that people type or scan: trimmed, one line, 1 to `max` characters, no half of a surrogate pair. */
const text = (max: number) =>
  z
    .string()
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

const NoticesRead = z.strictObject({
  type: z.literal('NoticesRead'),
  /** The sequence of the newest notice that was read; all up to it count as read. */
  upTo: positive,
})

/** What may arrive from outside; unknown keys are refused. */
export const messageSchema = z.discriminatedUnion('type', [
  BatchCreated,
  AllocationRequired,
  BatchQuantityChanged,
  StockDamaged,
  NoticesRead,
])

/** A message as the core works with it: checked, with every default filled in. */
export type Message = Readonly<z.output<typeof messageSchema>>
/** A message as a client may write it. */
export type MessageInput = Readonly<z.input<typeof messageSchema>>

type OfLine = { readonly orderId: string; readonly line: number; readonly sku: string; readonly qty: number }
type Move = { readonly from: string | null; readonly reason: string | null }

/** What the domain raises itself, beside the messages that it sends on. */
export type RaisedEvent =
  /**
   * A line has its place. `from`: the batch that it was displaced from, null when it had none. `reason`: why it was
   * displaced or why there was room at last, null when it was just ordered.
   */
  | ({ readonly type: 'Allocated'; readonly ref: string } & OfLine & Move)
  /** A line lost its place. `room`: what the batch could still hold when the line's turn came. */
  | ({ readonly type: 'Deallocated'; readonly ref: string; readonly room: number; readonly reason: string } & OfLine)
  /** A line found no batch and waits. `from` and `reason` as in `Allocated`. */
  | ({ readonly type: 'Backordered' } & OfLine & Move)
  | { readonly type: 'OutOfStock'; readonly sku: string }
  /** Room appeared that waiting lines may fit. */
  | { readonly type: 'StockAvailable'; readonly sku: string; readonly reason: string }

export type Event = Message | RaisedEvent
export type EventOf<T extends Event['type']> = Extract<Event, { readonly type: T }>
