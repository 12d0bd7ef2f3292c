import type { CountSheet } from '../domain/countSheet.ts'
import type { Event } from '../domain/events.ts'
import type { Message } from '../domain/messages.ts'
import type { Notice } from '../domain/notice.ts'
import type { LineId } from '../domain/orderLine.ts'
import type { Product } from '../domain/product.ts'
import type { OutboxChanges } from './outbox.ts'

/** What a message came to. */
export type Outcome = {
  /** One entry for each handler that ran, in order: the batch reference of a line that was allocated, else null. */
  readonly results: readonly (string | null)[]
  /** Every event that was raised, in order; the message itself is not among them. */
  readonly events: readonly Event[]
  readonly notices: readonly Notice[]
}

/** A message with the one who sent it, when, and under which id; null: none was given. */
export type Envelope = {
  readonly message: Message
  readonly id: string | null
  readonly by: string | null
  readonly at: Date
  /** The id of the message that this one is part of, such as an import; null: of none. */
  readonly partOf: string | null
}

/** A message that was handled, with what it came to. */
export type Commit = { readonly envelope: Envelope; readonly outcome: Outcome }

/** What a message makes of a group of notices; what it leaves out stays. */
export type NoticeWork = {
  readonly origin: number
  /** To whom it is given; null: to nobody. */
  readonly given?: string | null
  /** null: it is open again. */
  readonly acknowledged?: { readonly upTo: number; readonly by: string | null } | null
  readonly note?: string | null
}

/** What the handlers of one message leave beside the changes of products. */
export class SideEffects {
  /** What the people are told, in order. */
  readonly notices: Notice[] = []
  readonly outbox: OutboxChanges = { outOfStock: [], retried: [], report: false }
  /** Notices up to this sequence were read; null: none was by this message. */
  noticesReadUpTo: number | null = null
  /** null: nothing by this message. */
  noticeWork: NoticeWork | null = null
}

/** What is stored of a message. `undone`: a later message took it back, and was not taken back itself. */
export type StoredMessage = { readonly message: Message; readonly outcome: Outcome; readonly undone: boolean }

/**
 * Products as one unit of work sees them: the same one however often it is asked for, with the changes made to it so far.
 * A method that adds something to a product leaves what was loaded before. Everything that is loaded of a product is of one
 * moment.
 * @throws ConcurrencyError when another process changed the product between two loads
 */
export interface ProductRepository {
  add(product: Product): Product
  /** Adds the line and its batch, when it was ordered before. null: no message ever named this SKU. */
  get(sku: string, line?: LineId): Promise<Product | null>
  /**
   * Adds, to what `get` does, the most preferred batch that can hold the units, and up to five that are preferred to it and
   * have room, but too little.
   */
  getToPlace(sku: string, line: LineId, units: number): Promise<Product | null>
  /**
   * Adds the batch; and, when its lines are about to have `units` of it and that is fewer than are allocated to them, the
   * worst protected ones, as many as cannot stay and perhaps more. null: no such batch.
   */
  getByBatchRef(ref: string, units?: number): Promise<Product | null>
  /** Adds the batch, its allocated lines, and one that was dispatched from it, if there is any. null: no such batch. */
  getToWithdraw(ref: string): Promise<Product | null>
  /** Adds the waiting lines that may find room in the batches that are loaded. */
  getWithBackorders(sku: string): Promise<Product | null>
  /** Adds the batch, and its lines that are due before the day. null: no such batch. */
  getWithLinesDueBefore(ref: string, day: string): Promise<Product | null>
  /** Every product that the order asks for, by SKU, with its lines and their batches. */
  getByOrder(orderId: string): Promise<Product[]>
}

/** Count sheets as one unit of work sees them: each the same one however often it is asked for, and always whole. */
export interface CountSheetRepository {
  add(sheet: CountSheet): void
  /** null: there is none of this name. */
  get(name: string): Promise<CountSheet | null>
}

/**
 * A view of the store for one message or several, one after the other, and the one commit at its end. Before that commit it
 * has written nothing.
 */
export interface UnitOfWork {
  readonly products: ProductRepository
  readonly sheets: CountSheetRepository
  /** Begins the next message. */
  begin(): void
  /** The events that products, and then sheets, raised since the last call, in order. */
  collectNewEvents(): Event[]
  /** Keeps what the message came to for the commit, and for the messages after it. */
  record(commit: Commit, effects: SideEffects): void
  /** What was stored, or recorded here, for the message that had this id; null: no such message was handled. */
  findHandled(id: string): Promise<StoredMessage | null>
  /** What was stored under this sequence of history; null: no message. */
  findMessage(seq: number): Promise<StoredMessage | null>
  /** The message of this sequence, or its parts, caused notices that are stored. */
  hasNotices(origin: number): Promise<boolean>
  /**
   * Writes the products and sheets, and for each message that was recorded its history, notices and mails: all or nothing.
   * @throws ConcurrencyError when another process changed one of them since it was loaded
   */
  commit(): Promise<void>
}

/** Somebody else changed what this unit of work read: do it again. */
export class ConcurrencyError extends Error {
  override readonly name = 'ConcurrencyError'
}
