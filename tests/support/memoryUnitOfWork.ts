import type { Batch } from '../../core/domain/batch.ts'
import type { Event, Message } from '../../core/domain/events.ts'
import type { Notice } from '../../core/domain/notice.ts'
import type { LineState, OrderLine } from '../../core/domain/orderLine.ts'
import type { OutboxChanges } from '../../core/ports/outbox.ts'
import { ConcurrencyError, type Envelope, type Outcome, type UnitOfWork } from '../../core/ports/unitOfWork.ts'
import type { ViewName, ViewResult } from '../../core/ports/views.ts'
import type { Store } from '../../core/service/warehouse.ts'
import { MemoryOutbox } from './memoryOutbox.ts'
import { MemoryProducts, type StoredProduct } from './memoryProducts.ts'

type Handled = { readonly message: Message; readonly outcome: Outcome }
/** `seq`: of the message; what it caused has the numbers behind it. */
type StoredMessage = Handled & { readonly seq: number; readonly id: string | null }

/** Keeps everything in maps. */
export class MemoryStore implements Store {
  readonly products = new Map<string, StoredProduct>()
  readonly history: StoredMessage[] = []
  readonly notices: Notice[] = []
  readonly outbox = new MemoryOutbox()
  noticesReadUpTo = 0

  get batches(): Batch[] {
    return [...this.products.values()].flatMap(({ batches }) => batches)
  }
  get lines(): OrderLine[] {
    return [...this.products.values()].flatMap(({ lines }) => lines)
  }

  unitOfWork(): MemoryUnitOfWork {
    return new MemoryUnitOfWork(this)
  }
  async view<N extends ViewName>(name: N): Promise<ViewResult<N>> {
    if (name !== 'summary') throw new Error(`no view ${name} in memory`)
    const { products, batches, lines, notices, noticesReadUpTo } = this
    const ofState = (state: LineState) => lines.filter((line) => line.state === state).length
    const summary: ViewResult<'summary'> = {
      products: products.size,
      batches: batches.length,
      lines: {
        allocated: ofState('allocated'),
        backordered: ofState('backordered'),
        dispatched: ofState('dispatched'),
        cancelled: ofState('cancelled'),
      },
      unreadNotices: notices.length - noticesReadUpTo,
    }
    return summary as ViewResult<N>
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
  readonly notices: Notice[] = []
  readonly outbox: OutboxChanges = { outOfStock: [], retried: [] }
  noticesReadUpTo: number | null = null
  readonly #store: MemoryStore

  constructor(store: MemoryStore) {
    this.#store = store
    this.products = new MemoryProducts(store.products)
  }

  collectNewEvents(): Event[] {
    return this.products.all.flatMap((product) => product.takeEvents())
  }
  async findHandled(id: string): Promise<Handled | null> {
    const stored = this.#store.history.find((other) => other.id === id)
    return stored ? { message: stored.message, outcome: stored.outcome } : null
  }
  async findMessage(seq: number): Promise<(Handled & { undone: boolean }) | null> {
    const stored = this.#store.history.find((other) => other.seq === seq)
    return stored ? { message: stored.message, outcome: stored.outcome, undone: this.#isUndone(seq) } : null
  }

  async commit(envelope: Envelope, outcome: Outcome): Promise<void> {
    const { message, id } = envelope
    if (id !== null && this.#store.history.some((stored) => stored.id === id))
      throw new ConcurrencyError(`message ${id} is stored already`)
    if (message.type === 'QuantityChangeUndone' && this.#isUndone(message.undoes))
      throw new ConcurrencyError(`message ${message.undoes} is undone already`)
    this.products.write()
    // From here nothing fails.
    const last = this.#store.history.at(-1)
    const seq = last ? last.seq + last.outcome.events.length + 1 : 1
    this.#store.history.push(structuredClone({ seq, id, message, outcome }))
    this.#store.notices.push(...outcome.notices)
    this.#store.outbox.write(envelope, outcome, this.outbox)
    this.#store.noticesReadUpTo = Math.max(
      this.#store.noticesReadUpTo,
      Math.min(this.noticesReadUpTo ?? 0, this.#store.notices.length),
    )
  }

  #isUndone(seq: number): boolean {
    return this.#store.history.some(({ message }) => message.type === 'QuantityChangeUndone' && message.undoes === seq)
  }
}
