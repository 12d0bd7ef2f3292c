import type { Batch } from '../../../core/domain/batch.ts'
import type { Event } from '../../../core/domain/events.ts'
import type { Message } from '../../../core/domain/messages.ts'
import type { Notice } from '../../../core/domain/notice.ts'
import type { OrderLine } from '../../../core/domain/orderLine.ts'
import { takeEvents } from '../../../core/domain/product.ts'
import type { LineState } from '../../../core/domain/vocabulary.ts'
import type { Store } from '../../../core/ports/store.ts'
import {
  type Commit,
  ConcurrencyError,
  type Envelope,
  type Outcome,
  type SideEffects,
  type UnitOfWork,
} from '../../../core/ports/unitOfWork.ts'
import type { ViewName, ViewResult } from '../../../core/ports/views.ts'
import { MemoryCountSheets, type StoredSheet } from './memoryCountSheets.ts'
import { MemoryOutbox } from './memoryOutbox.ts'
import { MemoryProducts, type StoredProduct } from './memoryProducts.ts'

type Handled = { readonly message: Message; readonly outcome: Outcome }
/** `seq`: of the message; what it caused has the numbers behind it. */
type StoredMessage = Handled & { readonly seq: number; readonly id: string | null }

/** Keeps everything in maps. */
export class MemoryStore implements Store {
  readonly products = new Map<string, StoredProduct>()
  readonly sheets = new Map<string, StoredSheet>()
  readonly history: StoredMessage[] = []
  readonly notices: Notice[] = []
  /** Of each notice: the message that caused it, or the one that this is part of. */
  readonly origins: number[] = []
  readonly outbox = new MemoryOutbox()
  /** By person; '': nobody was named. */
  readonly read = new Map<string, number>()

  get batches(): Batch[] {
    return [...this.products.values()].flatMap(({ batches }) => batches)
  }
  get lines(): OrderLine[] {
    return [...this.products.values()].flatMap(({ lines }) => lines)
  }

  unitOfWork(): MemoryUnitOfWork {
    return new MemoryUnitOfWork(this)
  }
  snapshot(): never {
    throw new Error('nothing is foreseen in memory')
  }
  async touched(): Promise<never> {
    throw new Error('nothing is foreseen in memory')
  }
  async whyAfter(): Promise<never> {
    throw new Error('nothing is explained in memory')
  }
  async view<N extends ViewName>(name: N, params: object = {}): Promise<ViewResult<N>> {
    const { reader = '' } = params as { readonly reader?: string }
    if (name !== 'summary') throw new Error(`no view ${name} in memory`)
    const { products, batches, lines, notices, origins } = this
    const read = this.read.get(reader) ?? 0
    const ofState = (state: LineState) => lines.filter((line) => line.state === state).length
    const summary: ViewResult<'summary'> = {
      products: [...products.values()].filter((stored) => stored.batches.length + stored.lines.length > 0).length,
      batches: batches.length,
      lines: {
        allocated: ofState('allocated'),
        backordered: ofState('backordered'),
        dispatched: ofState('dispatched'),
        cancelled: ofState('cancelled'),
      },
      unreadNotices: notices.length - read,
      unreadNoticeGroups: new Set(origins.slice(read)).size,
      noticesForReader: new Set(origins.slice(read)).size, // nobody deals with them in memory
    }
    return summary as ViewResult<N>
  }
  async stood(): Promise<never> {
    throw new Error('history is not replayed in memory')
  }
  async check(): Promise<[]> {
    return []
  }
  async copyTo(): Promise<void> {
    throw new Error('memory has no file to copy')
  }
  failureOf(error: unknown): unknown {
    return error
  }
  async close(): Promise<void> {}
}

export class MemoryUnitOfWork implements UnitOfWork {
  readonly products: MemoryProducts
  readonly sheets: MemoryCountSheets
  readonly #store: MemoryStore
  readonly #recorded: (Commit & { effects: SideEffects })[] = []

  constructor(store: MemoryStore) {
    this.#store = store
    this.products = new MemoryProducts(store.products)
    this.sheets = new MemoryCountSheets(store.sheets)
  }

  begin(): void {
    for (const product of this.products.all) product.beginMessage()
  }
  collectNewEvents(): Event[] {
    return [...takeEvents(this.products.all), ...this.sheets.takeEvents()]
  }
  record(commit: Commit, effects: SideEffects): void {
    this.#recorded.push({ ...commit, effects })
  }
  async findHandled(id: string): Promise<(Handled & { undone: boolean }) | null> {
    const at = this.#recorded.findIndex(({ envelope }) => envelope.id === id)
    const recorded = this.#recorded[at]
    if (recorded) {
      const { envelope, outcome } = recorded
      return { message: envelope.message, outcome, undone: this.#isUndone(seqHere(at)) }
    }
    const stored = this.#store.history.find((other) => other.id === id)
    return stored ? this.findMessage(stored.seq) : null
  }
  async findMessage(seq: number): Promise<(Handled & { undone: boolean }) | null> {
    const stored = this.#store.history.find((other) => other.seq === seq)
    return stored ? { message: stored.message, outcome: stored.outcome, undone: this.#isUndone(seq) } : null
  }

  async commit(): Promise<void> {
    for (const { envelope } of this.#recorded) this.#guard(envelope)
    this.sheets.guard()
    this.products.write()
    this.sheets.write()
    // From here nothing fails.
    for (const recorded of this.#recorded) this.#write(recorded)
  }

  #guard({ id }: Envelope): void {
    if (id !== null && this.#store.history.some((stored) => stored.id === id))
      throw new ConcurrencyError(`message ${id} is stored already`)
  }

  #write({ envelope, outcome, effects }: Commit & { effects: SideEffects }): void {
    const { outbox, noticesReadUpTo } = effects
    const { message, id, partOf } = envelope
    const last = this.#store.history.at(-1)
    const seq = last ? last.seq + last.outcome.events.length + 1 : 1
    this.#store.history.push(structuredClone({ seq, id, message, outcome }))
    this.#store.notices.push(...outcome.notices)
    const whole = this.#store.history.find((stored) => partOf !== null && stored.id === partOf)
    this.#store.origins.push(...outcome.notices.map(() => whole?.seq ?? seq))
    this.#store.outbox.write(envelope, outcome, outbox)
    const person = envelope.by ?? ''
    const upTo = Math.min(noticesReadUpTo ?? 0, this.#store.notices.length)
    this.#store.read.set(person, Math.max(this.#store.read.get(person) ?? 0, upTo))
  }

  async hasNotices(origin: number): Promise<boolean> {
    return this.#store.origins.includes(origin)
  }

  #isUndone(seq: number): boolean {
    const recorded = this.#recorded.map(({ envelope: { message } }, at) => ({ seq: seqHere(at), message }))
    return isUndone(seq, [...this.#store.history, ...recorded])
  }
}

/** What stands for the sequence of a message that was recorded here, and has none yet. */
const seqHere = (at: number): number => -1 - at

/** Whether taking the message back would do again what an undo has done. */
function isUndone(seq: number, history: readonly { seq: number; message: Message }[]): boolean {
  const undoes = (seq: number) => {
    const message = history.find((other) => other.seq === seq)?.message
    return message?.type === 'MessageUndone' ? message.undoes : null
  }
  const undone = new Set<number>()
  for (const { message } of history) {
    let off = true
    for (let at = message.type === 'MessageUndone' ? message.undoes : null; at !== null; at = undoes(at), off = !off)
      if (off) undone.add(at)
      else undone.delete(at)
  }
  for (let at: number | null = seq, off = true; at !== null; at = undoes(at), off = !off)
    if (off && undone.has(at)) return true
  return false
}
