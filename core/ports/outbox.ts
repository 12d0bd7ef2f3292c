import type { Message } from '../domain/messages.ts'

/** Milliseconds after a mail in which its SKU causes no other, so that a whole import is told of once. */
export const QUIET = 3_600_000

/** What a message does to the outbox, written with everything else that it did. */
export type OutboxChanges = {
  /** The SKUs that people are to be told of. Nothing is queued while no mail is wanted. */
  readonly outOfStock: string[]
  /** The sequences of mails that are to be tried again now; null: of every dead one. */
  readonly retried: (number | null)[]
}

/** `waiting` for its next attempt, `sent`, or `dead`: given up, until a person has it tried again. */
export type MailState = 'waiting' | 'sent' | 'dead'

/**
 * Why a mail was not sent.
 * - `unreachable`: no connection, or it broke off
 * - `timeout`: the server did not answer in time
 * - `encryption`: TLS was refused, or the certificate is not to be trusted
 * - `login`: user or password were refused
 * - `refused`: the server did not take the mail
 * - `turnedOff`: mail was turned off while it waited
 * - `other`: see the detail
 */
export type MailFailureReason = 'unreachable' | 'timeout' | 'encryption' | 'login' | 'refused' | 'turnedOff' | 'other'

export type MailFailure = {
  readonly reason: MailFailureReason
  /** What the server or the system said, in its words. */
  readonly detail: string
  /** Trying again would not help. */
  readonly permanent: boolean
}

/** What came of an attempt. */
export type Attempt =
  | { readonly state: 'sent' }
  | { readonly state: 'waiting'; readonly nextAttempt: Date; readonly failure: MailFailure }
  | { readonly state: 'dead'; readonly failure: MailFailure }

/** A mail that is due, with what it tells. */
export type QueuedMail = {
  readonly seq: number
  /** Made when it was queued and never changed: a mail that is sent twice can be recognised by it. */
  readonly messageId: string
  readonly sku: string
  /** Attempts that were made so far. */
  readonly attempts: number
  /** The message that left the SKU out of stock. */
  readonly message: Message
  readonly at: Date
  /** null: nobody was named. */
  readonly by: string | null
  /** The first of the lines that found no batch. */
  readonly lines: readonly { readonly orderId: string; readonly line: number; readonly qty: number }[]
  /** How many found none. */
  readonly lineCount: number
}

/** The mails that messages queued, each written in the commit of its message. */
export interface Outbox {
  /** Whether messages queue mails: only while there is a way to send them, so that turning mail on sends no old ones. */
  wanted: boolean
  /** The mail that has been due for longest; null: none is due. */
  nextDue(now: Date): Promise<QueuedMail | null>
  /** When the next mail is due; null: none waits. */
  nextAttempt(): Promise<Date | null>
  /** Stores what came of one more attempt. */
  settle(seq: number, attempt: Attempt): Promise<void>
  /** Every mail that waits is due now. */
  hurry(now: Date): Promise<void>
  /** Every mail that waits is dead. */
  abandon(): Promise<void>
}
