import type { Message } from '../../domain/messages.ts'
import type { MailTransport } from '../../ports/mailTransport.ts'
import type { Outbox } from '../../ports/outbox.ts'
import type { Outcome } from '../../ports/unitOfWork.ts'
import { afterAttempt } from './afterAttempt.ts'

/** `changed`: mails were sent, given up or put off. `failed`: the outbox itself could not be read or written. */
export type MailListener = { readonly changed: () => void; readonly failed: (fault: unknown) => void }

/** Milliseconds until the outbox is looked at again: after a failure, and at the latest, whatever the clock did meanwhile. */
const PAUSE = 60_000

/**
 * Sends what the outbox holds, one mail at a time, beside the messages and never in their way. What it was sending when
 * the process ended waits still, and goes out again with the same Message-ID.
 */
export class Mailer {
  readonly #outbox: Outbox
  readonly #now: () => Date
  readonly #listeners = new Set<MailListener>()
  readonly #stop = new AbortController()
  #transport: MailTransport | null = null
  #running: Promise<void> | null = null
  #look: { readonly timer: NodeJS.Timeout; readonly at: number } | null = null
  /** The last attempt failed, perhaps for all: what is queued now waits for the end of the pause. */
  #pausing = false

  constructor(outbox: Outbox, now: () => Date) {
    this.#outbox = outbox
    this.#now = now
  }

  /** From now on messages queue mails, and they are sent this way. */
  start(transport: MailTransport): void {
    this.#transport = transport
    this.#outbox.wanted = true
    this.#lookIn(0)
  }

  /** A person wants mails sent another way: those that wait are tried at once. null: not at all, and they are dead. */
  async change(transport: MailTransport | null): Promise<void> {
    this.#transport = transport
    this.#outbox.wanted = transport !== null
    if (transport) await this.#outbox.hurry(this.#now())
    else await this.#outbox.abandon()
    this.#tell('changed')
    this.#lookIn(0)
  }

  /** Looks at the outbox soon, if the message may have put something there. */
  afterCommit({ type }: Message, { events }: Outcome): void {
    const queued = !this.#pausing && events.some((event) => event.type === 'OutOfStock')
    if (queued || type === 'MailRetried') this.#lookIn(0)
  }

  /** Sends all that is due, until one must wait. Never throws. */
  sendDue(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** Calls the listener until the answered function is called. */
  subscribe(listener: MailListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Breaks off what is being sent: it waits still. */
  async close(): Promise<void> {
    this.#stop.abort()
    clearTimeout(this.#look?.timer)
    await this.#running
  }

  async #run(): Promise<void> {
    try {
      this.#pausing = !(await this.#sendUntilOneMustWait())
      const next = this.#transport && (await this.#outbox.nextAttempt())
      if (next) this.#lookIn(this.#pausing ? PAUSE : next.getTime() - this.#now().getTime())
    } catch (fault) {
      this.#pausing = true
      this.#lookIn(PAUSE)
      this.#tell('failed', fault)
    }
  }

  /** True: nothing is due any more. */
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
      this.#tell('changed')
      if (failure && !failure.permanent) return false
    }
    return true
  }

  /** Unless it looks sooner anyway. */
  #lookIn(milliseconds: number): void {
    const wait = Math.min(Math.max(milliseconds, 0), PAUSE)
    const at = performance.now() + wait
    if (this.#stop.signal.aborted || (this.#look && this.#look.at <= at)) return
    clearTimeout(this.#look?.timer)
    const timer = setTimeout(() => {
      this.#look = null
      void this.sendDue()
    }, wait)
    timer.unref() // a process that has nothing else to do may end
    this.#look = { timer, at }
  }

  #tell(what: 'changed'): void
  #tell(what: 'failed', fault: unknown): void
  #tell(what: keyof MailListener, fault?: unknown): void {
    for (const listener of this.#listeners) listener[what](fault)
  }
}
