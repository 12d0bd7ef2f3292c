import type Database from 'better-sqlite3'
import {
  type Attempt,
  LONGEST_DELAY,
  type Outbox,
  type OutboxChanges,
  QUIET,
  type QueuedMail,
} from '../../ports/outbox.ts'
import { decodeMessage } from './history/storedEvent.ts'

const MAX_LINES = 20 // listed in a mail

type StoredMail = Omit<QueuedMail, 'message' | 'at' | 'lines'> & { messageSeq: number; event: string; at: number }

/** The outbox lies in the warehouse's own file, so that a message and its mails are one commit. */
export class SqliteOutbox implements Outbox {
  enabled = false
  readonly #sql: ReturnType<typeof prepareOutbox>

  constructor(db: Database.Database) {
    this.#sql = prepareOutbox(db)
  }

  /** Call within the transaction of the commit. */
  write(message: number | bigint, at: Date, { outOfStock, retried, report }: OutboxChanges): void {
    const due = at.toISOString()
    const quiet = { at: at.getTime(), since: at.getTime() - QUIET }
    if (this.enabled) for (const sku of outOfStock) this.#sql.queue.run({ message, sku, due, ...quiet })
    if (this.enabled && report) this.#sql.queueReport.run({ message, due })
    for (const seq of retried) this.#sql.retry.run({ seq, due })
  }

  async nextDue(now: Date): Promise<QueuedMail | null> {
    const tooFar = new Date(now.getTime() + LONGEST_DELAY)
    const row = this.#sql.due.get({ now: now.toISOString(), tooFar: tooFar.toISOString() })
    if (!row) return null
    const { messageSeq, event, at, ...mail } = row
    const lines = mail.sku === null ? [] : this.#sql.lines.all(messageSeq, mail.sku, MAX_LINES)
    return { ...mail, message: decodeMessage(event), at: new Date(at), lines }
  }

  async nextAttempt(): Promise<Date | null> {
    const next = this.#sql.nextAttempt.get()
    return next === undefined ? null : new Date(next)
  }

  async settle(seq: number, attempt: Attempt): Promise<void> {
    const { reason = null, detail = null } = attempt.state === 'sent' ? {} : attempt.failure
    const nextAttempt = attempt.state === 'waiting' ? attempt.nextAttempt.toISOString() : null
    this.#sql.settle.run({ seq, state: attempt.state, nextAttempt, reason, detail })
  }

  async makeAllDue(now: Date): Promise<void> {
    this.#sql.makeAllDue.run(now.toISOString())
  }

  async abandon(): Promise<void> {
    this.#sql.abandon.run()
  }
}

function prepareOutbox(db: Database.Database) {
  return {
    /** History of the future comes from a wrong clock, and keeps no mail back. */
    queue: db.prepare(
      `INSERT INTO outbox (message, sku, next_attempt) SELECT @message, @sku, @due WHERE NOT EXISTS (
         SELECT 1 FROM outbox JOIN history ON history.seq = message WHERE outbox.sku = @sku AND history.at > @since AND history.at <= @at
       )`,
    ),
    queueReport: db.prepare('INSERT INTO outbox (message, sku, next_attempt) VALUES (@message, NULL, @due)'),
    retry: db.prepare(
      `UPDATE outbox SET state = 'waiting', attempts = 0, next_attempt = @due
       WHERE (seq = @seq AND state <> 'sent') OR (@seq IS NULL AND state = 'dead')`,
    ),
    due: db.prepare<{ now: string; tooFar: string }, StoredMail>(
      `SELECT outbox.seq, message_id AS messageId, outbox.sku, attempts, message AS messageSeq, event, at, by,
         (SELECT count(*) FROM notices
          WHERE notices.message = outbox.message AND notices.sku = outbox.sku AND kind = 'backordered') AS lineCount
       FROM outbox JOIN history ON history.seq = message
       WHERE state = 'waiting' AND (next_attempt <= @now OR next_attempt > @tooFar) ORDER BY next_attempt, outbox.seq LIMIT 1`,
    ),
    lines: db.prepare<[number, string, number], QueuedMail['lines'][number]>(
      `SELECT order_id AS orderId, line, qty FROM notices
       WHERE message = ? AND sku = ? AND kind = 'backordered' ORDER BY seq LIMIT ?`,
    ),
    nextAttempt: db
      .prepare<[], string>(`SELECT next_attempt FROM outbox WHERE state = 'waiting' ORDER BY next_attempt LIMIT 1`)
      .pluck(),
    /** A mail that was given up meanwhile stays dead, unless it was sent all the same. */
    settle: db.prepare(
      `UPDATE outbox SET state = @state, attempts = attempts + 1, next_attempt = @nextAttempt,
         failure = @reason, detail = @detail
       WHERE seq = @seq AND (state = 'waiting' OR @state = 'sent')`,
    ),
    makeAllDue: db.prepare(`UPDATE outbox SET next_attempt = ? WHERE state = 'waiting'`),
    abandon: db.prepare(
      `UPDATE outbox SET state = 'dead', next_attempt = NULL, failure = 'turnedOff', detail = NULL
       WHERE state = 'waiting'`,
    ),
  }
}
