import type { Event, Message } from '../domain/events.ts'
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
}

/**
 * Products as one message sees them: the same one however often it is asked for, with the changes made to it so far.
 * Each holds at least the batches that have room, and what the method adds to them.
 */
export interface ProductRepository {
  add(product: Product): Product
  /** Adds the line and its batch, when it was ordered before. null: no batch of this SKU was ever created. */
  get(sku: string, line?: LineId): Promise<Product | null>
  /**
   * Adds the batch; and, when it is about to hold `qty` and that is fewer than are allocated to it, its worst protected
   * lines, as many as cannot stay and perhaps more. null: no such batch.
   */
  getByBatchRef(ref: string, qty?: number): Promise<Product | null>
  /** Adds the waiting lines that may find room. */
  getWithBackorders(sku: string): Promise<Product | null>
  /** Adds the batch, and its lines that are due before the day. null: no such batch. */
  getWithLinesDueBefore(ref: string, day: string): Promise<Product | null>
  /** Every product that the order asks for, by SKU, with its lines and their batches. */
  getByOrder(orderId: string): Promise<Product[]>
}

/** One message's view of the store, and the one commit at its end. Before that commit it has written nothing. */
export interface UnitOfWork {
  readonly products: ProductRepository
  /** What the handlers tell the people, in order. */
  readonly notices: Notice[]
  /** Notices up to this sequence were read; null: none was by this message. */
  noticesReadUpTo: number | null
  readonly outbox: OutboxChanges
  /** The events that products raised since the last call, in order. */
  collectNewEvents(): Event[]
  /** What was stored for the message that had this id; null: no such message was handled. */
  findHandled(id: string): Promise<{ message: Message; outcome: Outcome } | null>
  /** What was stored under this sequence of history; null: no message. */
  findMessage(seq: number): Promise<{ message: Message; outcome: Outcome; undone: boolean } | null>
  /**
   * Writes products, history, notices and mails, all or nothing.
   * @throws ConcurrencyError when another process changed one of the products since it was loaded
   */
  commit(envelope: Envelope, outcome: Outcome): Promise<void>
}

/** Somebody else changed what this message read: handle it again. */
export class ConcurrencyError extends Error {
  override readonly name = 'ConcurrencyError'
}
