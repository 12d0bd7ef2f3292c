import type { Batch } from '../../core/domain/batch.ts'
import type { Event, Message } from '../../core/domain/events.ts'
import type { Notice } from '../../core/domain/notice.ts'
import type { LineState, OrderLine } from '../../core/domain/orderLine.ts'
import { Product } from '../../core/domain/product.ts'
import {
  ConcurrencyError,
  type Envelope,
  type Outcome,
  type ProductRepository,
  type UnitOfWork,
} from '../../core/unitOfWork.ts'
import type { ViewName, ViewResult } from '../../core/views.ts'
import type { Store } from '../../core/warehouse.ts'

type StoredProduct = {
  readonly version: number
  readonly batches: readonly Batch[]
  readonly lines: readonly OrderLine[]
}
type Handled = { readonly message: Message; readonly outcome: Outcome }

/** Keeps everything in maps. Loads products whole, where SQLite loads what a method needs: both must come to the same. */
export class MemoryStore implements Store {
  readonly products = new Map<string, StoredProduct>()
  readonly handled = new Map<string, Handled>()
  readonly notices: Notice[] = []
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
  async close(): Promise<void> {}
}

class MemoryProducts implements ProductRepository {
  /** `version`: the one that was loaded, null when it is not stored yet. */
  readonly seen = new Map<string, { readonly product: Product; readonly version: number | null }>()
  readonly #store: MemoryStore

  constructor(store: MemoryStore) {
    this.#store = store
  }

  add(product: Product): Product {
    this.seen.set(product.sku, { product, version: null })
    return product
  }
  async get(sku: string): Promise<Product | null> {
    const known = this.seen.get(sku)
    if (known) return known.product
    const stored = this.#store.products.get(sku)
    if (!stored) return null
    const product = new Product(sku, stored.version)
    product.restore(stored.batches, stored.lines)
    this.seen.set(sku, { product, version: stored.version })
    return product
  }
  async getByBatchRef(ref: string): Promise<Product | null> {
    for (const { product } of this.seen.values()) if (product.batches.has(ref)) return product
    const batch = this.#store.batches.find((stored) => stored.ref === ref)
    return batch ? this.get(batch.sku) : null
  }
  getWithBackorders(sku: string): Promise<Product | null> {
    return this.get(sku)
  }
}

export class MemoryUnitOfWork implements UnitOfWork {
  readonly products: MemoryProducts
  readonly notices: Notice[] = []
  noticesReadUpTo: number | null = null
  readonly #store: MemoryStore

  constructor(store: MemoryStore) {
    this.#store = store
    this.products = new MemoryProducts(store)
  }

  collectNewEvents(): Event[] {
    return [...this.products.seen.values()].flatMap(({ product }) => product.takeEvents())
  }
  async findHandled(id: string): Promise<Handled | null> {
    return this.#store.handled.get(id) ?? null
  }

  async commit({ message, id }: Envelope, outcome: Outcome): Promise<void> {
    const changed = [...this.products.seen.values()].filter(
      ({ product, version }) => product.version !== (version ?? 0),
    )
    for (const { product, version } of changed) this.#guard(product, version)
    if (id !== null && this.#store.handled.has(id)) throw new ConcurrencyError(`message ${id} is stored already`)
    // From here nothing fails.
    for (const { product } of changed)
      this.#store.products.set(product.sku, {
        version: product.version,
        batches: [...product.batches.values()],
        lines: [...product.lines.values()],
      })
    if (id !== null) this.#store.handled.set(id, structuredClone({ message, outcome }))
    this.#store.notices.push(...outcome.notices)
    this.#store.noticesReadUpTo = Math.max(
      this.#store.noticesReadUpTo,
      Math.min(this.noticesReadUpTo ?? 0, this.#store.notices.length),
    )
  }

  #guard({ sku, batches }: Product, version: number | null): void {
    if ((this.#store.products.get(sku)?.version ?? null) !== version) throw new ConcurrencyError(`${sku} was changed`)
    if (this.#store.batches.some((batch) => batch.sku !== sku && batches.has(batch.ref)))
      throw new ConcurrencyError(`a batch of ${sku} is stored already, of another SKU`)
  }
}
