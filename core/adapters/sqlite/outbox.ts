import type Database from 'better-sqlite3'
import { type Attempt, type Outbox, type OutboxChanges, QUIET, type QueuedMail } from '../../ports/outbox.ts'

const MOST_LINES = 20 // that a mail names

type StoredMail = Omit<QueuedMail, 'message' | 'at' | 'lines'> & { messageSeq: number; event: string; at: string }

/** The outbox in the same file as everything else, so that a message and its mails are one commit. */
export class SqliteOutbox implements Outbox {
  wanted = false
  readonly #sql: ReturnType<typeof prepareOutbox>

  constructor(db: Database.Database) {
    this.#sql = prepareOutbox(db)
  }

  /** Within the commit's transaction. `at`: an instant in ISO 8601, UTC. */
  write(message: number | bigint, at: string, { outOfStock, retried }: OutboxChanges): void {
    const since = new Date(Date.parse(at) - QUIET).toISOString()
    if (this.wanted) for (const sku of outOfStock) this.#sql.queue.run({ message, sku, at, since })
    for (const seq of retried) this.#sql.retry.run({ seq, at })
  }

  async nextDue(now: Date): Promise<QueuedMail | null> {
    const row = this.#sql.due.get(now.toISOString())
    if (!row) return null
    const { messageSeq, event, at, ...mail } = row
    const lines = this.#sql.lines.all(messageSeq, mail.sku, MOST_LINES)
    return { ...mail, message: JSON.parse(event), at: new Date(at), lines }
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

  async hurry(now: Date): Promise<void> {
    this.#sql.hurry.run(now.toISOString())
  }

  async abandon(): Promise<void> {
    this.#sql.abandon.run()
  }
}

function prepareOutbox(db: Database.Database) {
  return {
    queue: db.prepare(
      `INSERT INTO outbox (message, sku, next_attempt) SELECT @message, @sku, @at WHERE NOT EXISTS (
         SELECT 1 FROM outbox JOIN history ON history.seq = message WHERE outbox.sku = @sku AND history.at > @since
       )`,
    ),
    retry: db.prepare(
      `UPDATE outbox SET state = 'waiting', attempts = 0, next_attempt = @at
       WHERE (seq = @seq AND state <> 'sent') OR (@seq IS NULL AND state = 'dead')`,
    ),
    due: db.prepare<[string], StoredMail>(
      `SELECT outbox.seq, message_id AS messageId, outbox.sku, attempts, message AS messageSeq, event, at, by,
         (SELECT count(*) FROM notices
          WHERE notices.message = outbox.message AND notices.sku = outbox.sku AND kind = 'backordered') AS lineCount
       FROM outbox JOIN history ON history.seq = message
       WHERE state = 'waiting' AND next_attempt <= ? ORDER BY next_attempt, outbox.seq LIMIT 1`,
    ),
    lines: db.prepare<[number, string, number], QueuedMail['lines'][number]>(
      `SELECT order_id AS orderId, line, qty FROM notices
       WHERE message = ? AND sku = ? AND kind = 'backordered' ORDER BY seq LIMIT ?`,
    ),
    nextAttempt: db
      .prepare<[], string>(`SELECT next_attempt FROM outbox WHERE state = 'waiting' ORDER BY next_attempt LIMIT 1`)
      .pluck(),
    /** A mail that was given up meanwhile stays so, unless it has gone out all the same. */
    settle: db.prepare(
      `UPDATE outbox SET state = @state, attempts = attempts + 1, next_attempt = @nextAttempt,
         failure = @reason, detail = @detail
       WHERE seq = @seq AND (state = 'waiting' OR @state = 'sent')`,
    ),
    hurry: db.prepare(`UPDATE outbox SET next_attempt = ? WHERE state = 'waiting'`),
    abandon: db.prepare(
      `UPDATE outbox SET state = 'dead', next_attempt = NULL, failure = 'turnedOff', detail = NULL
       WHERE state = 'waiting'`,
    ),
  }
}
