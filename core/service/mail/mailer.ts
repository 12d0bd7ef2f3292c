import type { Message } from '../../domain/messages.ts'
import { Listeners } from '../../lib/listeners.ts'
import type { MailTransport } from '../../ports/mailTransport.ts'
import type { Outbox } from '../../ports/outbox.ts'
import type { Outcome } from '../../ports/unitOfWork.ts'
import { afterAttempt } from './afterAttempt.ts'

/** `changed`: the state of mails changed. `failed`: the outbox itself could not be read or written. */
export type MailListener = { readonly changed: () => void; readonly failed: (fault: unknown) => void }

/** Milliseconds until the outbox is read again after a failure, and at most, since the clock may be changed meanwhile. */
const PAUSE = 60_000

/**
 * Sends the mails of the outbox one at a time, in the background. A mail in flight at a crash stays queued, and is sent
 * again with the same Message-ID.
 */
export class Mailer {
  readonly #outbox: Outbox
  readonly #now: () => Date
  readonly #changed = new Listeners()
  readonly #failed = new Listeners<[fault: unknown]>()
  readonly #stop = new AbortController()
  #transport: MailTransport | null = null
  #running: Promise<void> | null = null
  /** `at`: milliseconds of `performance.now()`. */
  #scheduled: { readonly timer: NodeJS.Timeout; readonly at: number } | null = null
  /** After a failure, which may concern every mail: what is queued now waits for the end of the pause. */
  #pausing = false

  constructor(outbox: Outbox, now: () => Date) {
    this.#outbox = outbox
    this.#now = now
  }

  /** From now on messages queue mails, and this transport sends them. */
  start(transport: MailTransport): void {
    this.#transport = transport
    this.#outbox.enabled = true
    this.#sendIn(0)
  }

  /** The settings have changed: waiting mails are sent at once, with this transport. null: mail is off, and they are dead. */
  async change(transport: MailTransport | null): Promise<void> {
    this.#transport = transport
    this.#outbox.enabled = transport !== null
    if (transport) await this.#outbox.makeAllDue(this.#now())
    else await this.#outbox.abandon()
    this.#changed.call()
    this.#sendIn(0)
  }

  /** Sends soon if the message may have queued a mail. */
  afterCommit({ type }: Message, { events }: Outcome): void {
    const queued = !this.#pausing && (type === 'ReportMade' || events.some((event) => event.type === 'OutOfStock'))
    if (queued || type === 'MailRetried') this.#sendIn(0)
  }

  /** Sends every mail that is due, until one fails and must wait. Never rejects: faults go to the listeners. */
  sendDue(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** Calls the listener until the returned function is called. */
  subscribe({ changed, failed }: MailListener): () => void {
    const removals = [this.#changed.add(changed), this.#failed.add(failed)]
    return () => {
      for (const remove of removals) remove()
    }
  }

  /** Aborts the mail that is being sent, which stays queued. */
  async close(): Promise<void> {
    this.#stop.abort()
    clearTimeout(this.#scheduled?.timer)
    await this.#running
  }

  async #run(): Promise<void> {
    try {
      this.#pausing = !(await this.#sendUntilOneMustWait())
      const next = this.#transport && (await this.#outbox.nextAttempt())
      if (next) this.#sendIn(this.#pausing ? PAUSE : next.getTime() - this.#now().getTime())
    } catch (fault) {
      this.#pausing = true
      this.#sendIn(PAUSE)
      this.#failed.call(fault)
    }
  }

  /** Returns true when no mail is due any more. */
  async #sendUntilOneMustWait(): Promise<boolean> {
    const { signal } = this.#stop
    while (this.#transport && !signal.aborted) {
      const transport = this.#transport
      const mail = await this.#outbox.nextDue(this.#now())
      if (!mail) return true
      const { messageId, at: date } = mail
      const failure = await transport.send({ messageId, date, ...transport.write(mail) }, signal)
      if (failure && signal.aborted) return false
      await this.#outbox.settle(mail.seq, afterAttempt(mail.attempts + 1, failure, this.#now()))
      this.#changed.call()
      if (failure && !failure.permanent) return false
    }
    return true
  }

  /** Does nothing when an earlier run is scheduled. */
  #sendIn(milliseconds: number): void {
    const wait = Math.min(Math.max(milliseconds, 0), PAUSE)
    const at = performance.now() + wait
    if (this.#stop.signal.aborted || (this.#scheduled && this.#scheduled.at <= at)) return
    clearTimeout(this.#scheduled?.timer)
    const timer = setTimeout(() => {
      this.#scheduled = null
      void this.sendDue()
    }, wait)
    timer.unref() // must not keep the process alive
    this.#scheduled = { timer, at }
  }
}
