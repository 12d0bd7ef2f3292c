import type { Batch } from '../../../core/domain/batch.ts'
import type { OrderLine } from '../../../core/domain/orderLine.ts'
import { Product } from '../../../core/domain/product.ts'
import { ConcurrencyError, type ProductRepository } from '../../../core/ports/unitOfWork.ts'

export type StoredProduct = {
  readonly version: number
  readonly batches: readonly Batch[]
  readonly lines: readonly OrderLine[]
}

/** Loads products whole, where SQLite loads what a method needs: both must come to the same. */
export class MemoryProducts implements ProductRepository {
  readonly #stored: Map<string, StoredProduct>
  /** `version`: the one that was loaded, null when it is not stored yet. */
  readonly #seen = new Map<string, { readonly product: Product; readonly version: number | null }>()

  constructor(stored: Map<string, StoredProduct>) {
    this.#stored = stored
  }

  get all(): Product[] {
    return [...this.#seen.values()].map(({ product }) => product)
  }

  add(product: Product): Product {
    this.#seen.set(product.sku, { product, version: null })
    return product
  }
  async get(sku: string): Promise<Product | null> {
    const known = this.#seen.get(sku)
    if (known) return known.product
    const stored = this.#stored.get(sku)
    if (!stored) return null
    const { version, batches, lines } = stored
    const product = new Product(sku, version, { batches: batches.length, lines: lines.length })
    product.load(batches, lines)
    this.#seen.set(sku, { product, version })
    return product
  }
  async getByBatchRef(ref: string): Promise<Product | null> {
    const inThisUnitOfWork = this.all.find(({ batches }) => batches.has(ref))
    const sku = inThisUnitOfWork?.sku ?? this.#skuWhere(({ batches }) => has(batches, ref))
    const product = sku === undefined ? null : await this.get(sku)
    return product?.batches.has(ref) ? product : null
  }
  getToPlace(sku: string): Promise<Product | null> {
    return this.get(sku)
  }
  getToWithdraw(ref: string): Promise<Product | null> {
    return this.getByBatchRef(ref)
  }
  getWithBackorders(sku: string): Promise<Product | null> {
    return this.get(sku)
  }
  getWithLinesDueBefore(ref: string): Promise<Product | null> {
    return this.getByBatchRef(ref)
  }
  async getByOrder(orderId: string): Promise<Product[]> {
    for (const sku of this.#stored.keys()) await this.get(sku)
    const ofOrder = this.all.filter(({ lines }) => [...lines.values()].some((line) => line.orderId === orderId))
    return ofOrder.sort((a, b) => (a.sku < b.sku ? -1 : 1))
  }

  /** @throws ConcurrencyError, and then nothing is written */
  write(): void {
    for (const { product, version } of this.#seen.values()) this.#guard(product, version)
    const changed = [...this.#seen.values()].filter(({ product, version }) => product.version !== (version ?? 0))
    for (const { product } of changed)
      this.#stored.set(product.sku, {
        version: product.version,
        batches: [...product.batches.values()],
        lines: [...product.lines.values()],
      })
  }

  #guard({ sku, batches }: Product, version: number | null): void {
    if ((this.#stored.get(sku)?.version ?? null) !== version) throw new ConcurrencyError(`${sku} was changed`)
    for (const ref of batches.keys()) {
      const holder = this.#skuWhere((stored) => has(stored.batches, ref)) ?? sku
      const isWithdrawn = this.#seen.get(holder)?.product.batches.has(ref) === false
      if (holder !== sku && !isWithdrawn) throw new ConcurrencyError(`batch ${ref} is stored already, of another SKU`)
    }
  }

  #skuWhere(matches: (stored: StoredProduct) => boolean): string | undefined {
    for (const [sku, stored] of this.#stored) if (matches(stored)) return sku
    return undefined
  }
}

const has = (batches: readonly Batch[], ref: string): boolean => batches.some((batch) => batch.ref === ref)
