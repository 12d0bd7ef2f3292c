import { z } from 'zod'
import { date, name, remark } from './text.ts'
import { MAX_PRIORITY, MAX_QUANTITY, MAX_SHEET_LINES } from './vocabulary.ts'

// What may arrive from outside: a person, a scanner or a file sends it. Unknown keys are refused.

const ref = name(80)
const sku = name(80)
const orderId = name(80)
/** Why, as a code such as `water`, or in words. */
const reason = remark(80)
const note = remark(500)
/** Units that there are, or are said to be. */
const quantity = z.int().min(0).max(MAX_QUANTITY)
/** Units of something that must be some. */
const units = z.int().min(1).max(MAX_QUANTITY)
const line = z.int().min(1).max(MAX_QUANTITY)
/** Pictures of what happened: the SHA-256 of each file, in lowercase hex. The files are kept beside the database. */
const photos = z
  .array(z.string().regex(/^[0-9a-f]{64}$/))
  .min(1)
  .max(8)
  .refine((hashes) => new Set(hashes).size === hashes.length)
  .readonly()
/** The higher, the better protected, and the earlier offered room. */
const priority = z.int().min(0).max(MAX_PRIORITY)
/** The sequence of an entry: of history, notices or mails. */
const seq = z.int().min(1)

const BatchCreated = z.strictObject({
  type: z.literal('BatchCreated'),
  ref,
  sku,
  qty: units,
  /** null: already in the warehouse. */
  eta: date.nullable().default(null),
})

const AllocationRequired = z.strictObject({
  type: z.literal('AllocationRequired'),
  orderId,
  sku,
  qty: units,
  /** Numbers the lines of one order that ask for the same SKU. */
  line: line.default(1),
  dueDate: date.nullable().default(null),
  /** null: unknown. */
  customer: name(80).nullable().default(null),
  priority: priority.default(0),
})

const BatchQuantityChanged = z.strictObject({
  type: z.literal('BatchQuantityChanged'),
  ref,
  /** The new absolute quantity. */
  qty: quantity,
  reason: reason.default('quantityChanged'),
  note: note.optional(),
})

const StockDamaged = z.strictObject({
  type: z.literal('StockDamaged'),
  ref,
  /** How many units are gone. */
  qty: units,
  reason,
  note: note.optional(),
  photos: photos.optional(),
})

const StockCounted = z.strictObject({
  type: z.literal('StockCounted'),
  ref,
  /** How many units were found. */
  qty: quantity,
  /** How many the batch held when the count began. */
  expected: quantity,
  note: note.optional(),
})

/** Units are not available until they are released or removed; the batch still holds them. */
const StockSetAside = z.strictObject({
  type: z.literal('StockSetAside'),
  ref,
  qty: units,
  reason,
  note: note.optional(),
  photos: photos.optional(),
})

/** Units that were set aside are sound. */
const SetAsideReleased = z.strictObject({
  type: z.literal('SetAsideReleased'),
  ref,
  qty: units,
  note: note.optional(),
})

/** Units that were set aside are gone. */
const SetAsideRemoved = z.strictObject({
  type: z.literal('SetAsideRemoved'),
  ref,
  qty: units,
  reason,
  note: note.optional(),
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
  line: line.default(1),
})

/** From now on the line is protected, and offered room, by another priority; nothing moves. */
const LinePriorityChanged = z.strictObject({
  type: z.literal('LinePriorityChanged'),
  orderId,
  sku,
  line: line.default(1),
  priority,
  reason,
})

/** From now on the line keeps its place in its batch before all lines that are not pinned, and a delay moves it no more. */
const LinePinned = z.strictObject({ type: z.literal('LinePinned'), orderId, sku, line: line.default(1), reason })

const LineUnpinned = z.strictObject({ type: z.literal('LineUnpinned'), orderId, sku, line: line.default(1), reason })

/** The line gives its place to another of the same SKU, and looks for another place itself. */
const PlaceGiven = z.strictObject({
  type: z.literal('PlaceGiven'),
  orderId,
  sku,
  line: line.default(1),
  toOrderId: orderId,
  toLine: line.default(1),
  reason,
})

/** So many units of the line become a line of their own, which is allocated as a new one; the line keeps the rest, and its place. */
const LineSplit = z.strictObject({
  type: z.literal('LineSplit'),
  orderId,
  sku,
  line: line.default(1),
  qty: units,
  reason,
})

const OrderDispatched = z.strictObject({ type: z.literal('OrderDispatched'), orderId })

/** The goods of the order's dispatched lines have left the premises; from now on their dispatch cannot be undone. */
const DispatchConfirmed = z.strictObject({ type: z.literal('DispatchConfirmed'), orderId })

/** The name of a count sheet. */
const sheet = name(80)
/** Of batches, in the order in which they are to be counted. */
const refs = z.array(ref).max(MAX_SHEET_LINES)

const SheetOpened = z.strictObject({
  type: z.literal('SheetOpened'),
  sheet,
  /** Who is to count it; null: anybody. */
  person: name(80).nullable().default(null),
  /** Until it is posted, nobody is told what is expected, what was counted, or a difference. */
  blind: z.boolean(),
  /** A difference of more units asks for a second count; null: none does. */
  recountUnits: quantity.nullable().default(null),
  /** A difference of more percent of what is expected asks for a second count; null: none does. */
  recountPercent: z.int().min(0).max(100).nullable().default(null),
  refs: refs.default([]),
})

/** Batches that are on the sheet stay where they are. */
const SheetLinesAdded = z.strictObject({ type: z.literal('SheetLinesAdded'), sheet, refs: refs.min(1) })

const SheetLineCounted = z.strictObject({
  type: z.literal('SheetLineCounted'),
  sheet,
  ref,
  /** How many units were found. */
  qty: quantity,
})

/** The differences that are agreed upon are applied to what the batches hold now. */
const SheetPosted = z.strictObject({ type: z.literal('SheetPosted'), sheet })

/** Nothing of it is posted. */
const SheetClosed = z.strictObject({ type: z.literal('SheetClosed'), sheet })

const MessageUndone = z.strictObject({
  type: z.literal('MessageUndone'),
  /** The sequence in history of the message that is taken back. */
  undoes: seq,
})

/** Stands in history before the messages of a file, which name it as what they are part of. */
const ImportStarted = z.strictObject({
  type: z.literal('ImportStarted'),
  /** The name of the file, without its folder. */
  file: remark(255),
})

/** Stands in history before the undos of what was part of the import. */
const ImportUndone = z.strictObject({
  type: z.literal('ImportUndone'),
  /** The sequence in history of the import. */
  undoes: seq,
})

const NoticesRead = z.strictObject({
  type: z.literal('NoticesRead'),
  /** The sequence of the newest notice that was read; all up to it count as read. */
  upTo: seq,
})

/** The sequence in history of what caused a group of notices. */
const origin = seq

/** Somebody has dealt with a group of notices, for all. A notice of it that is newer leaves it open, or opens it again. */
const NoticesAcknowledged = z.strictObject({
  type: z.literal('NoticesAcknowledged'),
  origin,
  /** The sequence of the newest notice that this person saw. */
  upTo: seq,
  /** What was done, such as that the customer was called. */
  note: note.optional(),
})

/** A group of notices is somebody's to deal with; whether it was acknowledged before does not matter. */
const NoticesGiven = z.strictObject({
  type: z.literal('NoticesGiven'),
  origin,
  /** null: nobody's, so that it is for everybody. */
  to: name(80).nullable(),
  note: note.optional(),
})

/** Takes back that a group was acknowledged. */
const NoticesReopened = z.strictObject({ type: z.literal('NoticesReopened'), origin })

const MailRetried = z.strictObject({
  type: z.literal('MailRetried'),
  /** The sequence of a mail that was not sent; null: every one that was given up. */
  mail: seq.nullable(),
})

/** The report of a day lies in a folder of the workstation that made it. */
const ReportMade = z.strictObject({
  type: z.literal('ReportMade'),
  day: date,
  folder: remark(1000),
  /** The names of its files. */
  files: z.array(remark(255)).min(1).max(4).readonly(),
  /** It is sent by mail as well, when mail is set up. */
  mail: z.boolean(),
})

export const operatorNameSchema = name(80)

const id = name(100)

/**
 * Who sends a message.
 * - `id`: made by the client, one for each thing that it wants done
 * - `by`: the operator
 * - `partOf`: the id of the message, handled before, that this one belongs to, such as an import
 */
export const senderSchema = z.strictObject({
  id: id.optional(),
  by: operatorNameSchema.optional(),
  partOf: id.optional(),
})

/** The messages that a person can take back. */
const undoable = [
  BatchCreated,
  AllocationRequired,
  BatchQuantityChanged,
  StockDamaged,
  StockCounted,
  StockSetAside,
  SetAsideReleased,
  SetAsideRemoved,
  BatchEtaChanged,
  OrderLineCancelled,
  OrderDispatched,
  DispatchConfirmed,
  SheetPosted,
  SheetClosed,
  MessageUndone,
  LinePriorityChanged,
  LinePinned,
  LineUnpinned,
  PlaceGiven,
  LineSplit,
] as const

export const messageSchema = z.discriminatedUnion('type', [
  ...undoable,
  SheetOpened,
  SheetLinesAdded,
  SheetLineCounted,
  ImportStarted,
  ImportUndone,
  NoticesRead,
  NoticesAcknowledged,
  NoticesGiven,
  NoticesReopened,
  MailRetried,
  ReportMade,
])

export const undoableTypes = undoable.map(({ shape }) => shape.type.value)
export type UndoableType = (typeof undoableTypes)[number]
export const messageTypes = messageSchema.options.map(({ shape }) => shape.type.value)

/** A message as the core works with it: checked, with every default filled in. */
export type Message = Readonly<z.output<typeof messageSchema>>
/** A message as a client may write it. */
export type MessageInput = Readonly<z.input<typeof messageSchema>>
