import type { Event, EventOf } from '../../../domain/events.ts'

type Type = Event['type']

/** What a row of history has a column for: it is found by these, or leads to another row. */
type Column = 'sku' | 'ref' | 'orderId' | 'undoes'

/**
 * Where a field is kept: in its column, or among the details; there, one that is optional may be missing, and of one that is
 * mostly 0, a 0 is stored as null, which at the end of the list takes no room.
 */
export type Place = 'column' | 'detail' | 'optional' | 'mostlyZero'

type PlaceOf<E, Field extends keyof E> = Field extends Column
  ? 'column'
  : object extends Pick<E, Field>
    ? 'optional'
    : Field extends 'priority'
      ? 'mostlyZero'
      : 'detail'

/** Every field of an event but its type. Of those that are details, the order is the one in the stored list. */
type FieldsOf<E> = { readonly [Field in Exclude<keyof E, 'type'>]-?: PlaceOf<E, Field> }

type Shape<T extends Type> = { readonly number: number; readonly fields: FieldsOf<EventOf<T>> }

const column = 'column'
const detail = 'detail'
const optional = 'optional'
const mostlyZero = 'mostlyZero'

const ofLine = { orderId: column, sku: column, qty: detail, line: detail } as const
const ofPlace = { ...ofLine, ref: column, since: detail, pinned: optional } as const
const report = { reason: detail, note: optional, photos: optional } as const
const move = { from: detail, reason: detail, considered: optional } as const
const ofBatch = { ref: column, sku: column, created: detail } as const
const ordered = { ...ofLine, dueDate: detail, ordered: detail, customer: detail, priority: mostlyZero } as const
const received = { ...ofBatch, qty: detail, setAside: detail, eta: detail } as const
const behindDueDate = { ...ofLine, ref: column, dueDate: detail, eta: detail } as const

/**
 * How an event of each type is stored. A shape that was released is frozen: one that changes gets a new number here, and
 * `upcasters.ts` makes of the old one what it is now (docs/decisions/0025).
 */
export const shapes: { readonly [T in Type]: Shape<T> } = {
  BatchCreated: { number: 1, fields: { ref: column, sku: column, qty: detail, eta: detail } },
  AllocationRequired: { number: 2, fields: { ...ofLine, dueDate: detail, customer: detail, priority: mostlyZero } },
  BatchQuantityChanged: { number: 3, fields: { ref: column, qty: detail, reason: detail, note: optional } },
  StockDamaged: { number: 4, fields: { ref: column, qty: detail, ...report } },
  StockCounted: { number: 5, fields: { ref: column, qty: detail, expected: detail, note: optional } },
  BatchEtaChanged: { number: 6, fields: { ref: column, eta: detail } },
  OrderLineCancelled: { number: 7, fields: { orderId: column, sku: column, line: detail } },
  OrderDispatched: { number: 8, fields: { orderId: column } },
  DispatchConfirmed: { number: 9, fields: { orderId: column } },
  MessageUndone: { number: 10, fields: { undoes: column } },
  ImportStarted: { number: 11, fields: { file: detail } },
  ImportUndone: { number: 12, fields: { undoes: column } },
  NoticesRead: { number: 13, fields: { upTo: detail } },
  MailRetried: { number: 14, fields: { mail: detail } },
  NoticesAcknowledged: { number: 56, fields: { origin: detail, upTo: detail, note: optional } },
  NoticesGiven: { number: 57, fields: { origin: detail, to: detail, note: optional } },
  NoticesReopened: { number: 58, fields: { origin: detail } },
  ReportMade: { number: 55, fields: { day: detail, folder: detail, files: detail, mail: detail } },
  StockSetAside: { number: 15, fields: { ref: column, qty: detail, ...report } },
  SetAsideReleased: { number: 16, fields: { ref: column, qty: detail, note: optional } },
  SetAsideRemoved: { number: 17, fields: { ref: column, qty: detail, reason: detail, note: optional } },

  LinePriorityChanged: {
    number: 40,
    fields: { orderId: column, sku: column, line: detail, priority: mostlyZero, reason: detail },
  },

  LinePinned: { number: 49, fields: { orderId: column, sku: column, line: detail, reason: detail } },
  PlaceGiven: {
    number: 52,
    fields: { orderId: column, sku: column, line: detail, toOrderId: detail, toLine: detail, reason: detail },
  },
  LineSplit: { number: 53, fields: { ...ofLine, reason: detail } },
  LineUnpinned: { number: 50, fields: { orderId: column, sku: column, line: detail, reason: detail } },

  Allocated: { number: 18, fields: { ...ofLine, ref: column, since: detail, ...move, pinned: optional } },
  Deallocated: {
    number: 19,
    fields: { ...ofLine, ref: column, since: detail, room: detail, reason: detail, pinned: optional },
  },
  StockAdjusted: { number: 20, fields: { ...ofBatch, before: detail, after: detail, reason: detail } },
  SetAsideChanged: { number: 21, fields: { ...ofBatch, before: detail, after: detail, reason: detail } },
  ArrivalChanged: { number: 22, fields: { ...ofBatch, before: detail, after: detail } },
  LineCancelled: { number: 23, fields: ofLine },
  Dispatched: { number: 24, fields: ofPlace },
  Departed: { number: 25, fields: ofPlace },
  PriorityChanged: { number: 41, fields: { ...ofLine, before: detail, after: detail } },
  LineQuantityChanged: {
    number: 54,
    fields: { orderId: column, sku: column, line: detail, before: detail, after: detail, ref: column, since: detail },
  },
  PinChanged: { number: 51, fields: { ...ofLine, ref: column, since: detail, after: detail } },
  BatchWithdrawn: { number: 26, fields: received },
  BatchReinstated: { number: 27, fields: received },
  LineWithdrawn: { number: 28, fields: ordered },
  LineReinstated: { number: 29, fields: ordered },
  LineReopened: { number: 30, fields: ofLine },
  DispatchUndone: { number: 31, fields: ofPlace },
  DepartureUndone: { number: 32, fields: ofPlace },

  Backordered: { number: 33, fields: { ...ofLine, ...move } },
  DueDateMissed: { number: 34, fields: behindDueDate },
  Late: { number: 35, fields: behindDueDate },
  NotDispatched: { number: 36, fields: { ...ofLine, ref: column } },
  NotRestored: { number: 37, fields: { ...ofLine, ref: column, room: detail } },
  OutOfStock: { number: 38, fields: { sku: column } },
  StockAvailable: { number: 39, fields: { sku: column, reason: detail } },

  SheetOpened: {
    number: 42,
    fields: {
      sheet: detail,
      person: detail,
      blind: detail,
      recountUnits: detail,
      recountPercent: detail,
      refs: detail,
    },
  },
  SheetLinesAdded: { number: 43, fields: { sheet: detail, refs: detail } },
  SheetLineCounted: { number: 44, fields: { sheet: detail, ref: column, qty: detail } },
  SheetPosted: { number: 45, fields: { sheet: detail } },
  SheetClosed: { number: 46, fields: { sheet: detail } },
  SheetStateChanged: { number: 47, fields: { sheet: detail, before: detail, after: detail, changes: detail } },
  CountLeftOut: { number: 48, fields: { sheet: detail, ref: column, sku: column, difference: detail, holds: detail } },
}
