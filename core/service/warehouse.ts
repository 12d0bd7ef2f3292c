import { z } from 'zod'
import { DomainError } from '../domain/domainError.ts'
import { type MessageInput, messageSchema, senderSchema } from '../domain/messages.ts'
import { parse } from '../domain/parse.ts'
import { Listeners } from '../lib/listeners.ts'
import { SerialQueue } from '../lib/serialQueue.ts'
import type { CopyOptions } from '../ports/backups.ts'
import type { BrokenInvariant, StoodOptions, Store } from '../ports/store.ts'
import { type Commit, ConcurrencyError, type Outcome, type UnitOfWork } from '../ports/unitOfWork.ts'
import {
  momentSchema,
  type StoodRow,
  type ViewName,
  type ViewParams,
  type ViewQuery,
  type ViewResult,
  viewParams,
  type Why,
} from '../ports/views.ts'
import { type Foresight, foresightOf } from './foresee.ts'
import { type Answer, type Handling, handleEach, type Written } from './handleEach.ts'
import { Mailer } from './mail/mailer.ts'

export type { Foresight } from './foresee.ts'
export type { Answer } from './handleEach.ts'

export type Sender = Readonly<z.input<typeof senderSchema>>

/** One message of a list, with the id that its client made for it. */
export type Entry = {
  readonly message: MessageInput
  readonly id?: string | undefined
  /** The id of the message, handled before or earlier in the list, that this one belongs to. */
  readonly partOf?: string | undefined
}

export type ListOptions = Omit<Sender, 'id'> & {
  /** A message that is refused is left out, and the others are done. Otherwise nothing is. */
  readonly skipRefused?: boolean
}

export type ForeseeOptions = Pick<Sender, 'by'> & {
  /** Gives it up before the next message. */
  readonly signal?: AbortSignal | undefined
  /** Told how many messages were worked out, after each. */
  readonly onHandled?: ((done: number) => void) | undefined
}

/** Lines that `previewWhy` takes at once. */
const MOST_EXPLAINED = 100
const linesSchema = z.array(viewParams.why).max(MOST_EXPLAINED)

/** After so many attempts at the same work, in each of which another process was faster, the file counts as locked. */
const ATTEMPTS = 20

/** The whole core behind one door. Messages are handled one at a time, in the order in which they come. */
export class Warehouse {
  /** Sends what messages put into the outbox, once it is told how. */
  readonly mail: Mailer
  readonly #store: Store
  readonly #now: () => Date
  readonly #listeners = new Listeners<[Commit]>()
  readonly #queue = new SerialQueue()
  readonly #closing = new AbortController()
  /** Settles when nothing is being foreseen any more. */
  #foreseeing: Promise<unknown> = Promise.resolve()

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
  async handle(message: MessageInput, { id, ...sender }: Sender = {}): Promise<Outcome> {
    return outcomeOf(await this.handleAll([{ message, id }], sender))
  }

  /**
   * Handles the messages one after the other, and writes what all of them come to in one commit. Each has its own place in
   * history, and comes to what it would have come to alone.
   * @returns an answer for each message, in order
   * @throws DomainError of the first message that is refused, unless those are skipped
   * @throws StorageError as `handle` does
   */
  async handleAll(entries: readonly Entry[], options: ListOptions = {}): Promise<readonly Answer[]> {
    const written = this.#write(entries, options)
    return this.#inTurn(async () => {
      const uow = this.#store.unitOfWork()
      const { answers, commits } = await handleEach(written, uow, handling(options))
      await this.#commit(uow, commits)
      return answers
    })
  }

  /**
   * What the messages would come to together, compared with now. Nothing is written, and other messages are handled
   * meanwhile: it is worked out from what stood when it began. Those that would be refused are left out.
   * @throws the signal's reason when it is aborted; StorageError
   */
  foresee(entries: readonly Entry[], { by, signal, onHandled }: ForeseeOptions = {}): Promise<Foresight> {
    const written = this.#write(entries, { by, skipRefused: true })
    const signals = AbortSignal.any([this.#closing.signal, ...(signal ? [signal] : [])])
    const foresight = againOnConflict(async () => {
      signals.throwIfAborted()
      const snapshot = this.#store.snapshot()
      try {
        const handling = { skipRefused: true, signal: signals, onHandled }
        const { answers, commits } = await handleEach(written, snapshot.unitOfWork(), handling)
        return await foresightOf(snapshot, answers, commits)
      } finally {
        snapshot.end()
      }
    }).catch((error) => {
      throw this.#store.failureOf(error)
    })
    // Settles with nothing, so that no foresight is kept.
    this.#foreseeing = Promise.allSettled([this.#foreseeing, foresight]).then(() => {})
    return foresight
  }

  /**
   * Handles the messages in one commit if they come to what was seen; refused ones are left out.
   * @param seen the mark of a foresight of these messages
   * @returns what they came to; `isDone` is false when that is not what was seen: then nothing was written
   * @throws StorageError as `handle` does
   */
  async handleForeseen(
    entries: readonly Entry[],
    seen: string,
    { by }: Pick<Sender, 'by'> = {},
  ): Promise<{ readonly isDone: boolean; readonly foresight: Foresight }> {
    const written = this.#write(entries, { by, skipRefused: true })
    return this.#inTurn(async () => {
      const uow = this.#store.unitOfWork()
      const { answers, commits } = await handleEach(written, uow, { skipRefused: true })
      const foresight = await foresightOf(this.#store, answers, commits)
      const isDone = foresight.mark === seen
      if (isDone) await this.#commit(uow, commits)
      return { isDone, foresight }
    })
  }

  async #commit(uow: UnitOfWork, commits: readonly Commit[]): Promise<void> {
    if (commits.length > 0) await uow.commit()
    // On their own: a fault of a listener is not one of the messages, which are written.
    for (const commit of commits) queueMicrotask(() => this.#listeners.call(commit))
  }

  /**
   * What `handle` would answer now; nothing is written.
   * @throws DomainError when it would be refused
   */
  async preview(message: MessageInput, sender: Omit<Sender, 'id'> = {}): Promise<Outcome> {
    return outcomeOf(await this.previewAll([{ message }], sender))
  }

  /** What `handleAll` would answer now; nothing is written. */
  async previewAll(entries: readonly Entry[], options: ListOptions = {}): Promise<readonly Answer[]> {
    const written = this.#write(entries, options)
    return this.#inTurn(async () => {
      const { answers } = await handleEach(written, this.#store.unitOfWork(), handling(options))
      return answers
    })
  }

  /**
   * Why each of the lines would wait, or be late, once the message was handled; nothing is written. null: it would do neither.
   * @throws DomainError when the message would be refused, or there are more lines than `MOST_EXPLAINED`
   */
  async previewWhy(message: MessageInput, lines: readonly ViewQuery<'why'>[]): Promise<readonly (Why | null)[]> {
    return this.#why(this.#write([{ message }], {}), lines, { skipRefused: false })
  }

  /** The same once all of the messages were handled; those that would be refused are left out. */
  async whyForeseen(entries: readonly Entry[], lines: readonly ViewQuery<'why'>[]): Promise<readonly (Why | null)[]> {
    return this.#why(this.#write(entries, { skipRefused: true }), lines, { skipRefused: true })
  }

  #why(written: readonly Written[], lines: readonly ViewQuery<'why'>[], handling: Handling) {
    const params = parse(linesSchema, lines)
    return this.#inTurn(async () => {
      const uow = this.#store.unitOfWork()
      await handleEach(written, uow, handling)
      return this.#store.whyAfter(uow, params)
    })
  }

  /** @throws DomainError InvalidMessage when the parameters are not those of the view */
  async view<N extends ViewName>(name: N, query: ViewQuery<N>): Promise<ViewResult<N>> {
    if (!Object.hasOwn(viewParams, name))
      throw new DomainError('InvalidMessage', { problems: [{ field: 'name', problem: 'unknown' }] })
    return this.#store.view(name, parse(viewParams[name], query) as ViewParams<N>)
  }

  /**
   * Every SKU as it stood when a message had been handled, or at an instant.
   * @throws the signal's reason when it is aborted; StorageError
   */
  async stood(moment: z.input<typeof momentSchema>, options?: StoodOptions): Promise<readonly StoodRow[]> {
    try {
      return await this.#store.stood(parse(momentSchema, moment), options)
    } catch (error) {
      throw this.#store.failureOf(error)
    }
  }

  /** Every broken invariant, found from what is stored alone; empty when all is well. */
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

  /** Tells the listener of every message that was written, until the returned function is called. */
  subscribe(listener: (commit: Commit) => void): () => void {
    return this.#listeners.add(listener)
  }

  /** Waits for what was begun, then lets go of the store. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#foreseeing
    return this.#inTurn(async () => {
      await this.mail.close()
      await this.#store.close()
    })
  }

  #write(entries: readonly Entry[], { skipRefused, ...options }: ListOptions): Written[] {
    const at = this.#now()
    return entries.map(({ message, id, partOf: whole = options.partOf }) => {
      try {
        const sender = parse(senderSchema, { ...options, id, partOf: whole })
        const { by = null, partOf = null } = sender
        return { message: parse(messageSchema, message), id: sender.id ?? null, by, partOf, at }
      } catch (error) {
        if (!skipRefused || !(error instanceof DomainError)) throw error
        return error
      }
    })
  }

  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    return this.#queue.run(() =>
      againOnConflict(job).catch((error) => {
        throw this.#store.failureOf(error)
      }),
    )
  }
}

const handling = ({ skipRefused = false }: ListOptions) => ({ skipRefused })

/** Another process was faster: what it wrote is read anew. */
async function againOnConflict<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS; ; left--) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof ConcurrencyError) || left === 1) throw error
    }
  }
}

function outcomeOf([answer]: readonly Answer[]): Outcome {
  if (!answer?.outcome) throw answer?.refusal
  return answer.outcome
}
