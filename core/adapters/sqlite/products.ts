import type Database from 'better-sqlite3'
import type { Batch } from '../../domain/batch.ts'
import { type LineId, lineKey, type OrderLine } from '../../domain/orderLine.ts'
import { Product } from '../../domain/product.ts'
import { ConcurrencyError, type ProductRepository } from '../../unitOfWork.ts'
import { fromBatch, fromLine, type StoredBatch, type StoredLine, toBatch, toLine } from './rows.ts'

const BATCH = 'ref, sku, qty, allocated, eta, created'
const LINE = 'sku, order_id AS orderId, line, qty, due, state, batch_ref AS batchRef, ordered, allocated'

export type ProductStatements = ReturnType<typeof prepareProducts>

export function prepareProducts(db: Database.Database) {
  return {
    version: db.prepare<[string], number>('SELECT version FROM products WHERE sku = ?').pluck(),
    withRoom: db.prepare<[string], StoredBatch>(`SELECT ${BATCH} FROM batches WHERE sku = ? AND allocated < qty`),
    batch: db.prepare<[string], StoredBatch>(`SELECT ${BATCH} FROM batches WHERE ref = ?`),
    line: db.prepare<[string, string, number], StoredLine>(
      `SELECT ${LINE} FROM lines WHERE order_id = ? AND sku = ? AND line = ?`,
    ),
    dueBefore: db.prepare<[string, string], StoredLine>(
      `SELECT ${LINE} FROM lines WHERE batch_ref = ? AND state = 'allocated' AND due < ?`,
    ),
    ofOrder: db.prepare<[string], StoredLine>(`SELECT ${LINE} FROM lines WHERE order_id = ? ORDER BY sku, line`),
    worstProtected: db.prepare<[string], StoredLine>(
      `SELECT ${LINE} FROM lines WHERE batch_ref = ? AND state = 'allocated' ORDER BY due DESC, allocated DESC`,
    ),
    waiting: db.prepare<[string, number], StoredLine>(
      `SELECT ${LINE} FROM lines WHERE sku = ? AND state = 'backordered' AND qty <= ?`,
    ),
    addProduct: db.prepare('INSERT INTO products (version, sku) VALUES (?, ?)'),
    moveProduct: db.prepare('UPDATE products SET version = ? WHERE sku = ? AND version = ?'),
    putBatch: db.prepare(`INSERT INTO batches (${BATCH}) VALUES (@ref, @sku, @qty, @allocated, @eta, @created)`),
    moveBatch: db.prepare('UPDATE batches SET qty = @qty, allocated = @allocated, eta = @eta WHERE ref = @ref'),
    putLine: db.prepare(
      `INSERT INTO lines (sku, order_id, line, qty, due, state, batch_ref, ordered, allocated)
       VALUES (@sku, @orderId, @line, @qty, @due, @state, @batchRef, @ordered, @allocated)`,
    ),
    moveLine: db.prepare(
      `UPDATE lines SET state = @state, batch_ref = @batchRef, allocated = @allocated
       WHERE order_id = @orderId AND sku = @sku AND line = @line`,
    ),
  }
}

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
      this.#writeVersion(product, version)
      for (const batch of product.batches.values())
        write(batch, batches.get(batch.ref), fromBatch, this.#sql.putBatch, this.#sql.moveBatch)
      for (const line of product.lines.values())
        write(line, lines.get(lineKey(line)), fromLine, this.#sql.putLine, this.#sql.moveLine)
    }
  }

  #writeVersion({ sku, version }: Product, stored: number | null): void {
    if (stored === null) this.#sql.addProduct.run(version, sku)
    else if (this.#sql.moveProduct.run(version, sku, stored).changes === 0)
      throw new ConcurrencyError(`${sku} was changed by another process`)
  }

  #see(sku: string): Seen | null {
    const known = this.#seen.get(sku)
    if (known) return known
    const version = this.#sql.version.get(sku)
    if (version === undefined) return null
    const seen = { product: new Product(sku, version), version, batches: new Map(), lines: new Map() }
    this.#seen.set(sku, seen)
    this.#take(seen, this.#sql.withRoom.iterate(sku), [])
    return seen
  }

  /** Lets the product know of the rows, but for those that it knows, perhaps changed, already. */
  #take(seen: Seen, batchRows: Iterable<StoredBatch>, lineRows: Iterable<StoredLine>): void {
    const { product, version, batches, lines } = seen
    const newBatches = [...batchRows].filter((row) => !product.batches.has(row.ref)).map(toBatch)
    const newLines = [...lineRows].filter((row) => !product.lines.has(lineKey(row))).map(toLine)
    if ((this.#sql.version.get(product.sku) ?? null) !== version)
      throw new ConcurrencyError(`${product.sku} was changed by another process`)
    for (const batch of newBatches) batches.set(batch.ref, batch)
    for (const line of newLines) lines.set(lineKey(line), line)
    product.restore(newBatches, newLines)
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

function write<T>(
  value: T,
  stored: T | undefined,
  toRow: (value: T) => object,
  put: Database.Statement,
  move: Database.Statement,
): void {
  if (value === stored) return
  const row = toRow(value)
  if (stored === undefined) put.run(row)
  else move.run(row)
}
