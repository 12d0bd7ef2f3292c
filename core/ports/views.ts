import { z } from 'zod'
import type { Event, EventOf } from '../domain/events.ts'
import type { Message } from '../domain/messages.ts'
import { messageTypes } from '../domain/messages.ts'
import type { Notice } from '../domain/notice.ts'
import {
  type LineState,
  lineStates,
  MAX_SHEET_LINES,
  type NoticeKind,
  noticeKinds,
  type SheetLineState,
  type SheetState,
  sheetLineStates,
  sheetStates,
} from '../domain/vocabulary.ts'
import type { Why } from '../domain/why.ts'
import type { MailFailureReason, MailState } from './outbox.ts'

export type { Remedy, Why } from '../domain/why.ts'

// What people see. A list comes in pages: `next` is where the following page begins (pass it as `after`), null when
// there is none. With `until`, a page ends where an earlier one ended, so that it can be read again as it is now.

const cursor = z.array(z.union([z.string().max(200), z.number()])).max(4)
const page = { after: cursor.optional(), until: cursor.optional(), limit: z.int().min(1).max(1000).default(100) }
/** As messages write it, so that what was entered is found. NUL is where SQLite takes a text to end. */
const name = z
  .string()
  .max(200, { abort: true })
  .normalize()
  .refine((text) => !text.includes('\0'))
const text = name.optional()
/** As history writes it. */
const instant = z.iso
  .datetime({ offset: true })
  .transform((at) => new Date(at).toISOString())
  .optional()
const missing = (field: string) => ({ path: [field], params: { problem: 'missing' } })

export const viewParams = {
  /** `reader`: whose notices are counted; undefined: of nobody who was named. */
  summary: z.strictObject({ reader: text }),
  /** By SKU. `search`: a part of the SKU. */
  products: z.strictObject({ sku: text, search: text, ...page }),
  /** By SKU, then in the order in which lines prefer them. `search`: a part of the reference or the SKU. */
  batches: z.strictObject({ ref: text, sku: text, search: text, ...page }),
  /** `search`: a part of the order or the SKU. */
  lines: z.strictObject({
    orderId: text,
    sku: text,
    batchRef: text,
    state: z.enum(lineStates).optional(),
    /** `true`: those whose batch arrives after their due date. */
    late: z.literal(true).optional(),
    /** A day: those that were due before it and have not been dispatched, in a batch or waiting. */
    overdue: z.iso.date().optional(),
    /** A day: those that are due on it or later. */
    dueSince: z.iso.date().optional(),
    /** Those whose batch arrives so many days after their due date. */
    daysLate: z.strictObject({ from: z.int().min(1), to: z.int().min(1) }).optional(),
    search: text,
    sort: z.enum(['age', 'order', 'sku', 'due']).default('age'),
    descending: z.boolean().default(false),
    ...page,
  }),
  /**
   * Orders that a person may mean: those that begin with the text, as it is written or in capitals, then others that contain it,
   * among the newest lines.
   */
  orders: z.strictObject({ search: name, limit: z.int().min(1).max(100).default(20) }),
  /**
   * What a manager asks first.
   * - `day`: the day where the person is; lines that were due before it are overdue
   * - `since`: an instant, since which lost stock is added up
   */
  today: z.strictObject({ day: z.iso.date(), since: z.iso.datetime({ offset: true }) }),
  /**
   * Who gave way, by customer, or by order where none is named; who lost the most days since `quarter` first.
   * - `day`: the day where the person is
   * - `month`, `quarter`: instants since which it is added up; `quarter` is the earlier one
   */
  gaveWay: z.strictObject({
    day: z.iso.date(),
    month: z.iso.datetime({ offset: true }),
    quarter: z.iso.datetime({ offset: true }),
    limit: z.int().min(1).max(1000).default(100),
  }),
  /** Shipments, the earliest first. `from`, `to`: days, both included. */
  arrivals: z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional(), ...page }),
  /** The SKUs that lines wait for: by the earliest due date of those lines, or by units, the most first. */
  shortages: z.strictObject({ sku: text, sort: z.enum(['due', 'units']).default('due'), ...page }),
  /** Supply and demand of a SKU, day by day. */
  balance: z.strictObject({ sku: name }),
  /** Of one line that waits, or is late; null: it does neither, or there is none. */
  why: z.strictObject({ orderId: name, sku: name, line: z.int().min(1).default(1) }),
  /**
   * The lines whose place the line could have if they gave way, the worst protected first: those that are not pinned, in a
   * batch that arrives earlier than the line's own and could hold the line. Reads the allocated lines of the SKU.
   */
  givers: z.strictObject({
    orderId: name,
    sku: name,
    line: z.int().min(1).default(1),
    limit: z.int().min(1).max(1000).default(100),
  }),
  /**
   * As of then: batches and lines as they stood when a message had been handled, by SKU, batches before lines, in the order of
   * preference and of age.
   * - `sku`, `batchRef`, `orderId`: at least one. Of an order, its lines and the batches that they were in; of a batch, its
   *   lines as well
   * - `seq`: a sequence of history: of the message, or of an event that it caused
   * - `at`: an instant in ISO 8601, at which it was the last message. Where the clock was set back, one of those that were
   *
   * One of `seq` and `at`.
   */
  standing: z
    .strictObject({ sku: text, batchRef: text, orderId: text, seq: z.int().min(1).optional(), at: instant, ...page })
    .refine(({ sku, batchRef, orderId }) => (sku ?? batchRef ?? orderId) !== undefined, missing('sku'))
    .refine(({ seq, at }) => (seq ?? at) !== undefined, missing('seq'))
    .refine(({ seq, at }) => seq === undefined || at === undefined, { path: ['at'] }),
  /**
   * Notices by what caused them, the one with the newest notice first.
   * - `reader`: who reads them; undefined: nobody who was named
   * - `unread`: those with a notice that the reader has not read
   * - `work`: those that nobody has acknowledged; of those, the reader's own and nobody's; those that somebody has
   */
  noticeGroups: z.strictObject({
    origin: z.int().min(1).optional(),
    reader: text,
    unread: z.boolean().optional(),
    work: z.enum(['open', 'mine', 'acknowledged']).optional(),
    ...page,
  }),
  /** Newest first. `origin`: those of one group. */
  notices: z.strictObject({
    origin: z.int().min(1).optional(),
    reader: text,
    unread: z.boolean().optional(),
    kind: z.enum(noticeKinds).optional(),
    sku: text,
    orderId: text,
    ...page,
  }),
  /**
   * Newest first.
   * - `id`: the message that a client gave this id
   * - `cause`: the message of this sequence, and what it caused
   * - `partOf`: the messages that are part of the message of this sequence, such as an import
   * - `messages`: only what people did, not what it caused
   * - `oldestFirst`: in the order in which it happened
   */
  history: z.strictObject({
    id: text,
    cause: z.int().min(1).optional(),
    partOf: z.int().min(1).optional(),
    sku: text,
    batchRef: text,
    orderId: text,
    messages: z.boolean().optional(),
    oldestFirst: z.boolean().optional(),
    ...page,
  }),
  /**
   * What people did, newest first: the messages.
   * - `sku`, `batchRef`, `orderId`: those that are about it, or caused something that is
   * - `type`, `by`: of this kind, by this person
   * - `partOf`: the parts of the message of this sequence, such as an import, oldest first
   *
   * Without `sku`, `batchRef`, `orderId`, `type`, `id` and `partOf`, a message that is part of another is left out.
   */
  entries: z.strictObject({
    id: text,
    partOf: z.int().min(1).optional(),
    type: z.enum(messageTypes).optional(),
    by: text,
    sku: text,
    batchRef: text,
    orderId: text,
    ...page,
  }),
  /** Count sheets, newest first. */
  sheets: z.strictObject({ name: text, state: z.enum(sheetStates).optional(), ...page }),
  /** The lines of a count sheet, in their order. */
  sheetLines: z.strictObject({ sheet: name, ref: text, state: z.enum(sheetLineStates).optional(), ...page }),
  /**
   * The batches in the warehouse that a count sheet may be made of, as many as it can have. It tells no quantity.
   * - `search`: a part of the reference or the SKU
   * - `refs`: these references, whatever they hold
   * - `notCountedSince`: an instant, since which nobody has counted it
   * - `troubledSince`: an instant, since which units of it were damaged or set aside, or a count found fewer
   * - `sort`: by SKU, or the largest quantity first
   */
  toCount: z.strictObject({
    sku: text,
    search: text,
    refs: z.array(name).max(MAX_SHEET_LINES).optional(),
    notCountedSince: instant,
    troubledSince: instant,
    sort: z.enum(['sku', 'quantity']).default('sku'),
    limit: z.int().min(1).max(MAX_SHEET_LINES).default(MAX_SHEET_LINES),
  }),
  /** Newest first. */
  outbox: z.strictObject({ seq: z.int().optional(), state: z.enum(['waiting', 'sent', 'dead']).optional(), ...page }),
}

/** When a message had been handled: see `standing`. */
export const momentSchema = z.union([z.strictObject({ seq: z.int().min(1) }), z.strictObject({ at: instant.unwrap() })])
export type Moment = z.output<typeof momentSchema>

export type Cursor = z.output<typeof cursor>
export type Page<Row> = { readonly rows: readonly Row[]; readonly next: Cursor | null }

export type FoundOrder = { readonly orderId: string }

export type Summary = {
  readonly products: number
  readonly batches: number
  readonly lines: { readonly [S in LineState]: number }
  readonly unreadNotices: number
  /** Counted up to 1,000. */
  readonly unreadNoticeGroups: number
  /** Groups of notices that nobody has acknowledged: those given to the reader, and nobody's that the reader has not read. Counted up to 2,000. */
  readonly noticesForReader: number
}

/** Lines by how many days. */
export type LinesByDays = { readonly upTo3: number; readonly upTo7: number; readonly more: number }

/** Of the lines that were due in a period and are not cancelled, those that are in time. */
export type Service = { readonly due: number; readonly inTime: number }

/**
 * How often lines lost their place to a later one or to none, with their units, and the days until the new place, or until they
 * had one, or until now.
 */
export type Sacrifice = { readonly times: number; readonly units: number; readonly days: number }
/** `orderId`: null: the row is of a customer. */
export type GaveWayRow = {
  readonly customer: string | null
  readonly orderId: string | null
  readonly month: Sacrifice
  readonly quarter: Sacrifice
}
/** `more`: rows that were not asked for. `since`: null: all that lost a place count; else those since then, the newest 10,000. */
export type GaveWay = { readonly rows: readonly GaveWayRow[]; readonly more: number; readonly since: string | null }

export type Today = {
  /** `due`: the earliest due date; null: none of them has one. */
  readonly waiting: {
    readonly lines: number
    readonly units: number
    readonly skus: number
    readonly due: string | null
  }
  /** Lines that were due before the day and have not been dispatched, by days since then. */
  readonly overdue: LinesByDays
  /** Lines in a batch that arrives after their due date, by days between. */
  readonly late: LinesByDays
  /** Of the lines that were due on the day; of the 30 days that end with it. */
  readonly service: { readonly day: Service; readonly month: Service }
  /** Units that batches lost, by reason, the most first. What was taken back does not count. */
  readonly lost: readonly { readonly reason: string; readonly units: number }[]
  /** Of the day and the 29 after it: the days on which shipments arrive, earliest first. */
  readonly arrivals: readonly ArrivalDay[]
  /** Shipments that were to arrive before the day. */
  readonly missed: number
}

/** `qty`, `allocated`: units of all its shipments. */
export type ArrivalDay = {
  readonly day: string
  readonly shipments: number
  readonly qty: number
  readonly allocated: number
}

/** A shipment. `lines`: that are allocated to it, counted up to 1,000. */
export type ArrivalRow = BatchRow & { readonly eta: string; readonly lines: number }

/** A SKU that lines wait for. */
export type ShortageRow = {
  readonly sku: string
  readonly lines: number
  readonly units: number
  /** The earliest due date of the lines that wait; null: none has one. */
  readonly due: string | null
  /** The line that is offered room first. */
  readonly first: { readonly orderId: string; readonly line: number }
  /** Free in the warehouse: too few for any line that waits. */
  readonly availableNow: number
  /** Set aside for inspection, in the warehouse or in shipments. */
  readonly setAside: number
  /** Units of the shipments of each day, and how many of them are free, earliest first. */
  readonly shipments: readonly { readonly eta: string; readonly qty: number; readonly available: number }[]
}

/** Supply and demand of one SKU. */
export type Balance = {
  /** Units in the warehouse, without those that are set aside. */
  readonly onHand: number
  /** Earliest first; at last what has no due date. Only days on which something arrives or is due. */
  readonly days: readonly BalanceDay[]
}

/**
 * - `day`: null: no due date
 * - `arriving`: units of shipments, without those that are set aside
 * - `due`: units of lines that are allocated or wait
 * - `left`: what is on hand and has arrived by then, less what was due by then. Below nothing: it cannot all be in time
 */
export type BalanceDay = {
  readonly day: string | null
  readonly arriving: number
  readonly due: number
  readonly left: number
}

/** Units of one SKU. */
export type ProductRow = {
  readonly sku: string
  /** In the warehouse. */
  readonly onHand: number
  /** In shipments that are on their way. */
  readonly inShipments: number
  readonly allocated: number
  /** Set aside for inspection, in the warehouse or in shipments. */
  readonly setAside: number
  /** In the warehouse and free. */
  readonly availableNow: number
  /** Free in the shipments of each day, earliest first. */
  readonly availableByEta: readonly { readonly eta: string; readonly qty: number }[]
  readonly backordered: number
}

export type BatchRow = {
  readonly ref: string
  readonly sku: string
  /** null: in the warehouse. */
  readonly eta: string | null
  readonly qty: number
  readonly allocated: number
  /** Units that are set aside for inspection. */
  readonly setAside: number
  readonly available: number
}

export type LineRow = {
  /** Orders lines by age. */
  readonly seq: number
  readonly orderId: string
  readonly line: number
  readonly sku: string
  readonly qty: number
  readonly dueDate: string | null
  readonly priority: number
  /** null: unknown. */
  readonly customer: string | null
  readonly state: LineState
  /** null while it waits. */
  readonly batchRef: string | null
  /** When its batch arrives; null: in the warehouse, or it waits. */
  readonly eta: string | null
  /** Its batch arrives after its due date. */
  readonly late: boolean
  /** It keeps its place before lines that are not pinned. */
  readonly pinned: boolean
  /** It was dispatched, and its goods are confirmed as gone. */
  readonly departed: boolean
}

/** A line that could give way. `rows`: at most as many as were asked for; `more`: there are others. */
export type Givers = { readonly rows: readonly GiverRow[]; readonly more: boolean }
export type GiverRow = LineRow & {
  readonly batchRef: string
  /** Its batch arrives after the due date of the line that would have its place. */
  readonly lateForTaker: boolean
}

export type StandingRow = ({ readonly kind: 'batch' } & BatchRow) | ({ readonly kind: 'line' } & Omit<LineRow, 'seq'>)

/** A SKU as it stood: its units, and the lines that waited for it. `due`: the earliest due date of those; null: none has one. */
export type StoodRow = Omit<ProductRow, 'availableByEta'> & {
  readonly waiting: number
  readonly due: string | null
}

/** `at` is an instant in ISO 8601, UTC; `by` is null when nobody was named. */
export type NoticeRow = Notice & {
  readonly seq: number
  readonly at: string
  readonly by: string | null
  readonly unread: boolean
}

/**
 * The notices of one message, or of all parts of a message such as an import. That a SKU is out of stock is one notice,
 * however many parts said so.
 */
export type NoticeGroupRow = {
  /** The sequence in history of the message, or of the one whose parts caused the notices. */
  readonly origin: number
  readonly event: Message
  readonly at: string
  readonly by: string | null
  readonly counts: { readonly [K in NoticeKind]: number }
  /** The sequence of its newest notice. */
  readonly newest: number
  /** The reader has not read its newest notice. */
  readonly unread: boolean
  /** Nobody has acknowledged its newest notice. */
  readonly isOpen: boolean
  /** Whose it is to deal with; null: nobody's. */
  readonly givenTo: string | null
  /** null: nobody did, or nobody was named. */
  readonly acknowledgedBy: string | null
  /** What somebody noted last; null: nothing. */
  readonly note: string | null
}

/** As history tells of it: of a count on a blind sheet, `qty` is null until the sheet is posted. */
export type ToldEvent =
  | Exclude<Event, CountOnSheet>
  | (Omit<CountOnSheet, 'qty'> & { readonly qty: CountOnSheet['qty'] | null })
type CountOnSheet = EventOf<'SheetLineCounted'>

export type HistoryRow = {
  readonly seq: number
  /** The sequence of the message that caused it; its own for a message. */
  readonly cause: number
  readonly at: string
  readonly by: string | null
  readonly event: ToldEvent
  /** A later message took it back, and was not taken back itself; of an import, all of its parts. */
  readonly undone: boolean
  /** The sequence of the message that this one is part of, such as an import; null: of none. */
  readonly partOf: number | null
}

/** A message, with what it came to. */
export type EntryRow = HistoryRow & {
  /** How many events it caused: they follow it in history. */
  readonly caused: number
  /** How many messages are part of it. */
  readonly parts: number
  /** How many notices of each kind it caused; a kind that it did not is missing. */
  readonly told: { readonly [K in NoticeKind]?: number }
  /** A person can take it back by a `MessageUndone`. */
  readonly undoable: boolean
  /** The message that it took back; null: it is no undo. */
  readonly undoes: Event | null
}

/**
 * A mail that says that a SKU is out of stock, or has the report of a day. `at`, `by`: when that became so, and by whom, as in
 * notices.
 */
export type MailRow = {
  readonly seq: number
  /** null: it has a report. */
  readonly sku: string | null
  /** The day of the report; null: it has none. */
  readonly report: string | null
  readonly at: string
  readonly by: string | null
  readonly state: MailState
  /** How often it was tried, since a person last had it tried again. */
  readonly attempts: number
  /** An instant in ISO 8601, UTC; null: it is not tried again. */
  readonly nextAttempt: string | null
  /** Why the last attempt failed; null: none was made, or it was sent. */
  readonly failure: MailFailureReason | null
  /** What the server or the system said of that, in its words. */
  readonly detail: string | null
}

/** What a posted sheet came to. Units and their percentage are of the lines that were agreed upon. */
export type Accuracy = {
  /** Lines that are agreed upon. */
  readonly counted: number
  /** Of those, the ones without a difference. */
  readonly exact: number
  /** Units that were found too many, and too few. */
  readonly surplus: number
  readonly missing: number
  /** Units that were expected. */
  readonly expected: number
  /** Lines of which the difference could not be posted. */
  readonly leftOut: number
}

export type SheetRow = {
  readonly seq: number
  readonly name: string
  /** Who is to count it; null: anybody. */
  readonly person: string | null
  readonly blind: boolean
  readonly recountUnits: number | null
  readonly recountPercent: number | null
  readonly state: SheetState
  readonly lines: number
  readonly counts: { readonly [S in SheetLineState]: number }
  /** null until it is posted. */
  readonly accuracy: Accuracy | null
}

/** Of a blind sheet that is not posted, every field that could tell what is expected is null. */
export type SheetLineRow = {
  /** Orders the lines. */
  readonly place: number
  readonly ref: string
  readonly sku: string
  readonly state: SheetLineState
  /** How often it was counted, without corrections. */
  readonly times: number
  /** Who counted last; null: nobody, or nobody was named. */
  readonly by: string | null
  /** Units that were found last; null: it was not counted. */
  readonly qty: number | null
  /** Units that the batch held then, or holds now; null: it is no more. */
  readonly expected: number | null
  readonly difference: number | null
  /** Units that were added to the batch; null: the sheet is not posted, or the line was left out. */
  readonly posted: number | null
}

export type ToCount = {
  readonly batches: readonly { readonly ref: string; readonly sku: string }[]
  /** There are others. */
  readonly more: boolean
}

type Results = {
  summary: Summary
  products: Page<ProductRow>
  batches: Page<BatchRow>
  lines: Page<LineRow>
  orders: readonly FoundOrder[]
  today: Today
  arrivals: Page<ArrivalRow>
  gaveWay: GaveWay
  shortages: Page<ShortageRow>
  balance: Balance
  why: Why | null
  givers: Givers
  standing: Page<StandingRow>
  noticeGroups: Page<NoticeGroupRow>
  notices: Page<NoticeRow>
  history: Page<HistoryRow>
  entries: Page<EntryRow>
  sheets: Page<SheetRow>
  sheetLines: Page<SheetLineRow>
  toCount: ToCount
  outbox: Page<MailRow>
}

export type ViewName = keyof typeof viewParams
export type ViewParams<N extends ViewName> = z.output<(typeof viewParams)[N]>
/** As a client may write them. */
export type ViewQuery<N extends ViewName> = z.input<(typeof viewParams)[N]>
export type ViewResult<N extends ViewName> = Results[N]
