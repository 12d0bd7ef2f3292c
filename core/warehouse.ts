import type { z } from 'zod'
import type { CopyOptions } from './backups.ts'
import { DomainError } from './domain/domainError.ts'
import { type MessageInput, messageSchema, senderSchema } from './domain/events.ts'
import { Mailer } from './mail/mailer.ts'
import type { Outbox } from './mail/outbox.ts'
import { handle } from './messageBus.ts'
import { parse } from './parse.ts'
import { ConcurrencyError, type Envelope, type Outcome, type UnitOfWork } from './unitOfWork.ts'
import { type ViewName, type ViewParams, type ViewQuery, type ViewResult, viewParams } from './views.ts'

/** Where everything is kept: a port, which an adapter implements. */
export interface Store {
  readonly outbox: Outbox
  unitOfWork(): UnitOfWork
  view<N extends ViewName>(name: N, params: ViewParams<N>): Promise<ViewResult<N>>
  check(): Promise<readonly BrokenInvariant[]>
  /** Makes a file that holds all that is committed; messages are handled meanwhile. */
  copyTo(file: string, options?: CopyOptions): Promise<void>
  /** What a unit of work threw, as a StorageError where people can do something about it; any other as it is. */
  failureOf(error: unknown): unknown
  /** Gives up the copies that are being made. */
  close(): Promise<void>
}

/** A rule of the domain that the stored lines break, with what shows it. */
export type BrokenInvariant = {
  readonly rule: string
  readonly details: Readonly<Record<string, string | number | null>>
}

export type Sender = Readonly<z.input<typeof senderSchema>>

export type Commit = { readonly envelope: Envelope; readonly outcome: Outcome }

const ATTEMPTS = 5

/** The whole core behind one door. Messages are handled one at a time, in the order in which they come. */
export class Warehouse {
  /** Sends what messages put into the outbox, once it is told how. */
  readonly mail: Mailer
  readonly #store: Store
  readonly #now: () => Date
  readonly #listeners = new Set<(commit: Commit) => void>()
  #lastTurn: Promise<unknown> = Promise.resolve()

  constructor(store: Store, now: () => Date) {
    this.#store = store
    this.#now = now
    this.mail = new Mailer(store.outbox, now)
    this.subscribe(({ envelope, outcome }) => this.mail.afterCommit(envelope.message, outcome))
  }

  /**
   * Handles a message and everything that it causes, and writes it all in one commit, or nothing.
   * An `id` that was handled before answers what it came to then, and does nothing.
   * @throws DomainError when it is refused
   * @throws StorageError when it cannot be kept, as on a full disk: nothing was written, and it may be sent again
   */
  async handle(input: MessageInput, sender: Sender = {}): Promise<Outcome> {
    const message = parse(messageSchema, input)
    const { id, by } = parse(senderSchema, sender)
    const envelope = { message, id: id ?? null, by: by ?? null, at: this.#now() }
    return this.#inTurn(() => handleAgainOnConflict(() => this.#handle(envelope)))
  }

  /**
   * What `handle` would answer now; nothing is written.
   * @throws DomainError when it would be refused
   */
  async preview(input: MessageInput): Promise<Outcome> {
    const message = parse(messageSchema, input)
    return this.#inTurn(() => handleAgainOnConflict(() => handle(message, this.#store.unitOfWork())))
  }

  /** @throws DomainError InvalidMessage when the parameters are not those of the view */
  async view<N extends ViewName>(name: N, query: ViewQuery<N>): Promise<ViewResult<N>> {
    if (!Object.hasOwn(viewParams, name))
      throw new DomainError('InvalidMessage', { problems: [{ field: 'name', problem: 'unknown' }] })
    return this.#store.view(name, parse(viewParams[name], query) as ViewParams<N>)
  }

  /** Every broken invariant, found from the lines themselves; empty when all is well. */
  check(): Promise<readonly BrokenInvariant[]> {
    return this.#inTurn(() => this.#store.check())
  }

  /**
   * Makes a file that holds all that was written; messages are handled meanwhile.
   * @throws StorageError when it cannot be written
   */
  copyTo(file: string, options?: CopyOptions): Promise<void> {
    return this.#store.copyTo(file, options)
  }

  /** Tells the listener of every message that was written, until the answered function is called. */
  subscribe(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Waits for what was begun, then lets go of the store. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      await this.mail.close()
      await this.#store.close()
    })
  }

  async #handle(envelope: Envelope): Promise<Outcome> {
    const uow = this.#store.unitOfWork()
    const before = envelope.id === null ? null : await uow.findHandled(envelope.id)
    if (before) return sameMessage(before, envelope)
    const outcome = await handle(envelope.message, uow)
    await uow.commit(envelope, outcome)
    // On their own: a fault of theirs is not one of the message, which is written.
    for (const listener of this.#listeners) queueMicrotask(() => listener({ envelope, outcome }))
    return outcome
  }

  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.#lastTurn.then(job).catch((error) => {
      throw this.#store.failureOf(error)
    })
    this.#lastTurn = turn.catch(() => {}) // who asked for it hears of it; the next one has its turn all the same
    return turn
  }
}

/** Another process was faster: what it wrote is read anew. */
async function handleAgainOnConflict<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS; ; left--) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof ConcurrencyError) || left === 1) throw error
    }
  }
}

function sameMessage(before: { message: unknown; outcome: Outcome }, { message }: Envelope): Outcome {
  // An earlier version may have stored it without a field that has a default by now.
  const { data } = messageSchema.safeParse(before.message)
  // As JSON, where a field that is undefined is none.
  if (JSON.stringify(data) === JSON.stringify(message)) return before.outcome
  throw new DomainError('InvalidMessage', { problems: [{ field: 'id', problem: 'alreadyUsed' }] })
}
