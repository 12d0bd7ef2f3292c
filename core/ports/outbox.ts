import type { Message } from '../domain/messages.ts'

/** Milliseconds after a mail during which its SKU queues no other, so that an import causes one mail per SKU. */
export const QUIET = 3_600_000

/** Milliseconds. A mail whose next attempt is further away was queued under a wrong clock, and is due at once. */
export const LONGEST_DELAY = 24 * 3_600_000

/** What a message changes in the outbox, in the same commit as everything else. */
export type OutboxChanges = {
  /** The SKUs to send a mail about. Nothing is queued while mail is disabled. */
  readonly outOfStock: string[]
  /** Sequences of mails to try again now; null: every dead one. */
  readonly retried: (number | null)[]
  /** The message is a report that is to be sent. Nothing is queued while mail is disabled. */
  report: boolean
}

/** `waiting` for its next attempt, `sent`, or `dead`: not tried again unless a person retries it. */
export type MailState = 'waiting' | 'sent' | 'dead'

/**
 * Why a mail was not sent.
 * - `unreachable`: no connection, or it was lost
 * - `timeout`: the server did not answer in time
 * - `encryption`: TLS was refused, or the certificate is not trusted
 * - `login`: the user or password was refused
 * - `refused`: the server did not take the mail
 * - `turnedOff`: mail was disabled while it waited
 * - `other`: see the detail
 */
export type MailFailureReason = 'unreachable' | 'timeout' | 'encryption' | 'login' | 'refused' | 'turnedOff' | 'other'

export type MailFailure = {
  readonly reason: MailFailureReason
  /** The text of the server or the system. */
  readonly detail: string
  /** The server will not accept this mail later either. */
  readonly permanent: boolean
}

/** The result of an attempt to send a mail. */
export type Attempt =
  | { readonly state: 'sent' }
  | { readonly state: 'waiting'; readonly nextAttempt: Date; readonly failure: MailFailure }
  | { readonly state: 'dead'; readonly failure: MailFailure }

/** A mail that is due, with its content. */
export type QueuedMail = {
  readonly seq: number
  /** Stays the same for every attempt, so that a mail that arrives twice is recognised. */
  readonly messageId: string
  /** null: the message is a report, which is sent. */
  readonly sku: string | null
  /** Attempts so far. */
  readonly attempts: number
  /** The message that left the SKU out of stock, or the report. */
  readonly message: Message
  readonly at: Date
  /** The operator; null: none was named. */
  readonly by: string | null
  /** The first lines that found no batch; at most 20. */
  readonly lines: readonly { readonly orderId: string; readonly line: number; readonly qty: number }[]
  /** How many found none. */
  readonly lineCount: number
}

/** The queue of mails. A mail is written in the commit of the message that caused it. */
export interface Outbox {
  /** Whether messages queue mails. False while there is no transport, so that enabling mail sends no old ones. */
  enabled: boolean
  /** The waiting mail with the earliest `nextAttempt` that is due: not later than `now`, or after `now + LONGEST_DELAY`. null: none. */
  nextDue(now: Date): Promise<QueuedMail | null>
  /** The earliest next attempt of a waiting mail; null: none waits. */
  nextAttempt(): Promise<Date | null>
  /** Stores the result of an attempt. Ignored when the mail was given up meanwhile, unless it was sent all the same. */
  settle(seq: number, attempt: Attempt): Promise<void>
  /** Makes every waiting mail due. */
  makeAllDue(now: Date): Promise<void>
  /** Makes every waiting mail dead, as `turnedOff`. */
  abandon(): Promise<void>
}
