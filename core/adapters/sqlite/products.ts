import type { Batch } from '../../domain/batch.ts'
import { type LineId, type LineState, lineKey, type OrderLine } from '../../domain/orderLine.ts'
import { Product } from '../../domain/product.ts'
import { ConcurrencyError, type ProductRepository } from '../../ports/unitOfWork.ts'
import type { ProductStatements } from './productStatements.ts'
import { fromBatch, fromLine, type StoredBatch, type StoredLine, toBatch, toLine } from './rows.ts'

/** A product with what the file holds of it; `version` is null when it is not in the file yet. */
type Seen = {
  readonly product: Product
  readonly version: number | null
  readonly batches: Map<string, Batch>
  readonly lines: Map<string, OrderLine>
}

export class SqliteProducts implements ProductRepository {
  readonly #sql: ProductStatements
  readonly #seen = new Map<string, Seen>()

  constructor(sql: ProductStatements) {
    this.#sql = sql
  }

  get all(): Product[] {
    return [...this.#seen.values()].map(({ product }) => product)
  }

  add(product: Product): Product {
    this.#seen.set(product.sku, { product, version: null, batches: new Map(), lines: new Map() })
    return product
  }

  async get(sku: string, line?: LineId): Promise<Product | null> {
    const seen = this.#see(sku)
    if (seen && line && !seen.product.lines.has(lineKey(line))) {
      const row = this.#sql.line.get(line.orderId, sku, line.line)
      if (row) this.#take(seen, this.#batchesOf([row], seen), [row])
    }
    return seen?.product ?? null
  }

  async getByBatchRef(ref: string, qty?: number): Promise<Product | null> {
    const sku = this.skuOf(ref)
    const seen = sku === undefined ? null : this.#see(sku)
    if (!seen) return null
    if (!seen.product.batches.has(ref)) this.#take(seen, [this.#sql.batch.get(ref)!], [])
    if (qty !== undefined) this.#take(seen, [], this.#linesThatCannotStay(seen.product, ref, qty))
    return seen.product
  }

  async getWithBackorders(sku: string): Promise<Product | null> {
    const seen = this.#see(sku)
    const room = seen?.product.largestRoom ?? 0
    if (seen && room > 0) this.#take(seen, [], this.#sql.waiting.iterate(sku, room))
    return seen?.product ?? null
  }

  async getWithLinesDueBefore(ref: string, day: string): Promise<Product | null> {
    const product = await this.getByBatchRef(ref)
    if (product) this.#take(this.#seen.get(product.sku)!, [], this.#sql.dueBefore.iterate(ref, day))
    return product
  }

  async getByOrder(orderId: string): Promise<Product[]> {
    const rows = this.#sql.ofOrder.all(orderId)
    return [...Map.groupBy(rows, ({ sku }) => sku)].map(([sku, lines]) => {
      const seen = this.#see(sku)!
      this.#take(seen, this.#batchesOf(lines, seen), lines)
      return seen.product
    })
  }

  /** undefined: no batch has this reference. */
  skuOf(ref: string): string | undefined {
    for (const { product } of this.#seen.values()) if (product.batches.has(ref)) return product.sku
    return this.#sql.batch.get(ref)?.sku
  }

  /** Within the commit's transaction: writes what changed since it was loaded. */
  write(): void {
    for (const { product, version, batches, lines } of this.#seen.values()) {
      if (product.version === (version ?? 0)) continue
      const moved = [...product.lines.values()].filter((line) => line !== lines.get(lineKey(line)))
      this.#writeProduct(product, version, countMoves(moved, lines))
      for (const batch of product.batches.values()) this.#writeBatch(batch, batches.get(batch.ref))
      for (const line of moved) (lines.has(lineKey(line)) ? this.#sql.moveLine : this.#sql.putLine).run(fromLine(line))
    }
  }

  #writeProduct({ sku, version }: Product, stored: number | null, moves: LineCounts): void {
    const row = { sku, version, stored, ...moves }
    if (stored === null) this.#sql.addProduct.run(row)
    else if (this.#sql.moveProduct.run(row).changes === 0) throw changedByAnother(sku)
  }

  #writeBatch(batch: Batch, stored: Batch | undefined): void {
    if (batch === stored) return
    const row = fromBatch(batch)
    if (!stored) {
      this.#sql.putBatch.run(row)
      return
    }
    this.#sql.moveBatch.run(row)
    if (stored.eta !== batch.eta) this.#sql.moveEta.run(row)
  }

  #see(sku: string): Seen | null {
    const known = this.#seen.get(sku)
    if (known) return known
    const [found, ...withRoom] = this.#sql.withRoom.all({ sku })
    if (!found) return null
    const { version } = found
    const seen = { product: new Product(sku, version), version, batches: new Map(), lines: new Map() }
    this.#seen.set(sku, seen)
    restore(seen, withRoom.map(toBatch), [])
    return seen
  }

  /** Lets the product know of the rows, but for those that it knows, perhaps changed, already. */
  #take(seen: Seen, batchRows: Iterable<StoredBatch>, lineRows: Iterable<StoredLine>): void {
    const { product, version } = seen
    const newBatches = [...batchRows].filter((row) => !product.batches.has(row.ref)).map(toBatch)
    const newLines = [...lineRows].filter((row) => !product.lines.has(lineKey(row))).map(toLine)
    if ((this.#sql.version.get(product.sku) ?? null) !== version) throw changedByAnother(product.sku)
    restore(seen, newBatches, newLines)
  }

  /** The batches that the lines are in, but for those that the product holds. */
  #batchesOf(lines: readonly StoredLine[], { product }: Seen): StoredBatch[] {
    const refs = new Set(lines.map(({ batchRef }) => batchRef).filter((ref) => ref !== null))
    return [...refs].filter((ref) => !product.batches.has(ref)).map((ref) => this.#sql.batch.get(ref)!)
  }

  /** The worst protected lines of the batch until they hold, together, what `qty` does not. */
  *#linesThatCannotStay(product: Product, ref: string, qty: number): Iterable<StoredLine> {
    let surplus = product.batches.get(ref)!.allocated - qty
    if (surplus <= 0) return
    for (const row of this.#sql.worstProtected.iterate(ref)) {
      if (product.lines.has(lineKey(row))) continue
      yield row
      surplus -= row.qty
      if (surplus <= 0) return
    }
  }
}

function restore(
  { product, batches, lines }: Seen,
  newBatches: readonly Batch[],
  newLines: readonly OrderLine[],
): void {
  for (const batch of newBatches) batches.set(batch.ref, batch)
  for (const line of newLines) lines.set(lineKey(line), line)
  product.restore(newBatches, newLines)
}

/** Lines of one product by state, and the units of those that wait. */
type LineCounts = { [S in LineState]: number } & { units: number }

/** What the moves add to the counts that are stored. */
function countMoves(moved: readonly OrderLine[], stored: ReadonlyMap<string, OrderLine>): LineCounts {
  const counts: LineCounts = { allocated: 0, backordered: 0, dispatched: 0, cancelled: 0, units: 0 }
  const add = ({ state, qty }: OrderLine, times: 1 | -1) => {
    counts[state] += times
    if (state === 'backordered') counts.units += times * qty
  }
  for (const line of moved) {
    const before = stored.get(lineKey(line))
    if (before) add(before, -1)
    add(line, 1)
  }
  return counts
}

const changedByAnother = (sku: string) => new ConcurrencyError(`${sku} was changed by another process`)
