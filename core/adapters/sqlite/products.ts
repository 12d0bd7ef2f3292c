import { compare } from '../../domain/batch.ts'
import type { LineId, OrderLine } from '../../domain/orderLine.ts'
import { Product } from '../../domain/product.ts'
import type { ProductRepository } from '../../ports/unitOfWork.ts'
import { LateDays } from './lateDays.ts'
import { changedByAnother, LoadedProduct } from './loadedProduct.ts'
import { OPEN_BATCHES, type ProductStatements } from './productStatements.ts'
import { fromBatch, fromLine, type StoredBatch, type StoredLine } from './rows.ts'

export class SqliteProducts implements ProductRepository {
  readonly #sql: ProductStatements
  readonly #loaded = new Map<string, LoadedProduct>()

  constructor(sql: ProductStatements) {
    this.#sql = sql
  }

  get all(): Product[] {
    return [...this.#loaded.values()].map(({ product }) => product)
  }

  add(product: Product): Product {
    this.#loaded.set(product.sku, new LoadedProduct(this.#sql, product, null))
    return product
  }

  async get(sku: string, line?: LineId): Promise<Product | null> {
    const loaded = this.#load(sku)
    if (loaded && line && !loaded.knowsLine(line)) {
      const row = this.#sql.line.get(line.orderId, sku, line.line)
      if (row) loaded.take(this.#batchesOf([row], loaded), [row])
    }
    return loaded?.product ?? null
  }

  async getToPlace(sku: string, line: LineId, units: number): Promise<Product | null> {
    const product = await this.get(sku, line)
    if (product) this.#loaded.get(sku)!.loadBestFor(units)
    return product
  }

  async getByBatchRef(ref: string, units?: number): Promise<Product | null> {
    const loaded = this.#loadHolder(ref)
    if (loaded && units !== undefined) loaded.take([], this.#linesThatCannotStay(loaded, ref, units))
    return loaded?.product ?? null
  }

  async getToWithdraw(ref: string): Promise<Product | null> {
    const loaded = this.#loadHolder(ref)
    loaded?.take([], [...this.#sql.linesOfBatch.iterate(ref), ...this.#sql.dispatchedFrom.iterate(ref)])
    return loaded?.product ?? null
  }

  async getWithBackorders(sku: string): Promise<Product | null> {
    const loaded = this.#load(sku)
    const room = loaded?.product.largestRoom ?? 0
    if (loaded && room > 0) loaded.take([], this.#sql.waiting.iterate(sku, room))
    return loaded?.product ?? null
  }

  async getWithLinesDueBefore(ref: string, day: string): Promise<Product | null> {
    const loaded = this.#loadHolder(ref)
    loaded?.take([], this.#sql.dueBefore.iterate(ref, day))
    return loaded?.product ?? null
  }

  async getByOrder(orderId: string): Promise<Product[]> {
    const inThisUnitOfWork = this.all.filter(({ lines }) =>
      [...lines.values()].some((line) => line.orderId === orderId),
    )
    const skus = new Set([...this.#sql.skusOfOrder.all(orderId), ...inThisUnitOfWork.map(({ sku }) => sku)])
    const products: Product[] = []
    for (const sku of [...skus].sort(compare)) {
      const loaded = this.#load(sku)!
      const rows = this.#sql.linesOfOrder.all(orderId, sku)
      loaded.take(this.#batchesOf(rows, loaded), rows)
      if ([...loaded.product.lines.values()].some((line) => line.orderId === orderId)) products.push(loaded.product)
    }
    return products
  }

  /** undefined: no batch has this reference. */
  skuOf(ref: string): string | undefined {
    return this.#holderInMemory(ref)?.product.sku ?? this.#sql.batch.get(ref)?.sku
  }

  /** As it is stored; undefined: no such batch of the SKU was loaded. */
  etaOf(sku: string, ref: string): string | undefined {
    const batch = this.#loaded.get(sku)?.product.batches.get(ref)
    return batch && fromBatch(batch).eta
  }

  /**
   * Within the commit's transaction: writes what changed since it was loaded.
   * @param ordered the lines that were ordered or are part of others, in their order, by which new lines are numbered
   */
  write(ordered: readonly (LineId & { readonly sku: string })[]): void {
    // Withdrawn batches first: their references may be those of new ones.
    for (const loaded of this.#loaded.values()) loaded.deleteWithdrawn()
    const added = new Map<string, OrderLine>()
    const lateDays = new LateDays()
    for (const loaded of this.#loaded.values()) for (const line of loaded.write(lateDays)) added.set(nameOf(line), line)
    lateDays.write(this.#sql)
    for (const line of [...ordered, ...added.values()]) {
      const row = added.get(nameOf(line))
      if (!row) continue
      added.delete(nameOf(line))
      if (this.#sql.insertLine.run(fromLine(row)).changes === 0) throw changedByAnother(row.sku)
    }
  }

  /** null: no message ever named this SKU. */
  #load(sku: string): LoadedProduct | null {
    const known = this.#loaded.get(sku)
    if (known) return known
    const [found, ...open] = this.#sql.productWithOpenBatches.all({ sku })
    if (!found) return null
    const { version, batches, lines } = found
    const loaded = new LoadedProduct(this.#sql, new Product(sku, version, { batches, lines }), version)
    loaded.takeOpen(open, open.length <= OPEN_BATCHES)
    this.#loaded.set(sku, loaded)
    return loaded
  }

  /** The product that the batch is of, with the batch. */
  #loadHolder(ref: string): LoadedProduct | null {
    const inMemory = this.#holderInMemory(ref)
    if (inMemory) return inMemory
    const row = this.#sql.batch.get(ref)
    const loaded = row && this.#load(row.sku)
    if (!row || !loaded) return null
    if (!loaded.knowsBatch(ref)) loaded.take([this.#sql.batch.get(ref)!], [])
    return loaded.product.batches.has(ref) ? loaded : null // or it was withdrawn in this unit of work
  }

  #holderInMemory(ref: string): LoadedProduct | undefined {
    for (const loaded of this.#loaded.values()) if (loaded.product.batches.has(ref)) return loaded
    return undefined
  }

  /** The batches that the lines are in, but for those that are known. */
  #batchesOf(lines: readonly StoredLine[], loaded: LoadedProduct): StoredBatch[] {
    const refs = new Set(lines.map(({ batchRef }) => batchRef).filter((ref) => ref !== null))
    return [...refs].filter((ref) => !loaded.knowsBatch(ref)).map((ref) => this.#sql.batch.get(ref)!)
  }

  /** The worst protected lines of the batch until they hold, together, what `units` do not. */
  *#linesThatCannotStay(loaded: LoadedProduct, ref: string, units: number): Iterable<StoredLine> {
    let surplus = loaded.product.batches.get(ref)!.allocated - units
    if (surplus <= 0) return
    for (const row of this.#sql.worstProtected.iterate(ref)) {
      if (!loaded.isNew(row)) continue
      yield row
      surplus -= row.qty
      if (surplus <= 0) return
    }
  }
}

const nameOf = ({ sku, orderId, line }: LineId & { readonly sku: string }): string =>
  JSON.stringify([sku, orderId, line])
