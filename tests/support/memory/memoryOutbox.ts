import {
  type Attempt,
  LONGEST_DELAY,
  type MailState,
  type Outbox,
  type OutboxChanges,
  QUIET,
  type QueuedMail,
} from '../../../core/ports/outbox.ts'
import type { Envelope, Outcome } from '../../../core/ports/unitOfWork.ts'

type Stored = { readonly mail: QueuedMail; state: MailState; attempts: number; nextAttempt: Date | null }

const MAX_LINES = 20

export class MemoryOutbox implements Outbox {
  enabled = false
  readonly #mails: Stored[] = []

  write({ message, at, by }: Envelope, { notices }: Outcome, { outOfStock, retried, report }: OutboxChanges): void {
    if (this.enabled)
      for (const sku of outOfStock) {
        if (this.#mails.some(({ mail }) => mail.sku === sku && isWithin(QUIET, mail.at, at))) continue
        const waiting = notices.filter((notice) => notice.kind === 'backordered' && notice.sku === sku)
        const all = waiting.map(({ orderId, line, qty }) => ({ orderId: orderId!, line: line!, qty: qty! }))
        const seq = this.#mails.length + 1
        const told = { message, at, by, sku, lines: all.slice(0, MAX_LINES), lineCount: all.length }
        const mail = { seq, messageId: `mail-${seq}`, attempts: 0, ...told }
        this.#mails.push({ mail, state: 'waiting', attempts: 0, nextAttempt: at })
      }
    if (this.enabled && report) {
      const seq = this.#mails.length + 1
      const told = { message, at, by, sku: null, lines: [], lineCount: 0 }
      const mail = { seq, messageId: `mail-${seq}`, attempts: 0, ...told }
      this.#mails.push({ mail, state: 'waiting', attempts: 0, nextAttempt: at })
    }
    for (const seq of retried)
      for (const stored of this.#mails)
        if (seq === null ? stored.state === 'dead' : stored.mail.seq === seq && stored.state !== 'sent')
          Object.assign(stored, { state: 'waiting', attempts: 0, nextAttempt: at })
  }

  get #waiting(): Stored[] {
    const waiting = this.#mails.filter(({ state }) => state === 'waiting')
    return waiting.sort((a, b) => a.nextAttempt!.getTime() - b.nextAttempt!.getTime())
  }
  async nextDue(now: Date): Promise<QueuedMail | null> {
    const tooFar = now.getTime() + LONGEST_DELAY
    const next = this.#waiting.find(({ nextAttempt }) => nextAttempt! <= now || nextAttempt!.getTime() > tooFar)
    return next ? { ...next.mail, attempts: next.attempts } : null
  }
  async nextAttempt(): Promise<Date | null> {
    return this.#waiting[0]?.nextAttempt ?? null
  }
  async settle(seq: number, attempt: Attempt): Promise<void> {
    const stored = this.#mails[seq - 1]!
    if (stored.state !== 'waiting' && attempt.state !== 'sent') return
    const nextAttempt = attempt.state === 'waiting' ? attempt.nextAttempt : null
    Object.assign(stored, { state: attempt.state, attempts: stored.attempts + 1, nextAttempt })
  }
  async makeAllDue(now: Date): Promise<void> {
    for (const stored of this.#waiting) stored.nextAttempt = now
  }
  async abandon(): Promise<void> {
    for (const stored of this.#waiting) Object.assign(stored, { state: 'dead', nextAttempt: null })
  }
}

const isWithin = (milliseconds: number, before: Date, now: Date): boolean =>
  before <= now && now.getTime() - before.getTime() < milliseconds
