import { type Batch, byPreference } from '../../domain/batch.ts'
import { lineKey, type OrderLine } from '../../domain/orderLine.ts'
import type { Product } from '../../domain/product.ts'
import type { LineState } from '../../domain/vocabulary.ts'
import { ConcurrencyError } from '../../ports/unitOfWork.ts'
import type { LateDays } from './lateDays.ts'
import type { ProductStatements } from './productStatements.ts'
import { fromBatch, fromLine, type StoredBatch, type StoredLine, toBatch, toLine } from './rows.ts'

/** Beyond this many batches that were looked up one by one, all others with room are loaded in one go. */
const MOST_LOOKED_UP = 64

/** A product with what the file holds of it, as far as it was loaded. */
export class LoadedProduct {
  readonly product: Product
  /** null: the product is not in the file yet. */
  readonly #version: number | null
  readonly #sql: ProductStatements
  readonly #batches = new Map<string, Batch>()
  readonly #lines = new Map<string, OrderLine>()
  /** All batches with room that are preferred to this one are loaded, and it is, too; null: all are, without exception. */
  #frontier: Batch | null = null
  #lookedUp = 0

  constructor(sql: ProductStatements, product: Product, version: number | null) {
    this.#sql = sql
    this.product = product
    this.#version = version
  }

  knowsBatch = (ref: string): boolean => this.#batches.has(ref) || this.product.batches.has(ref)
  knowsLine = (line: Pick<OrderLine, 'orderId' | 'line'>): boolean =>
    this.#lines.has(lineKey(line)) || this.product.lines.has(lineKey(line))

  /**
   * Not loaded yet. A row of another SKU is never taken in: the batch that the line was in has been withdrawn in this unit of
   * work, and its reference given to a batch of this product.
   */
  isNew = (row: StoredLine): boolean => row.sku === this.product.sku && !this.knowsLine(row)

  /**
   * Takes in the rows, but for those that are known, and perhaps changed, already.
   * @throws ConcurrencyError when they may be of another moment than what was loaded before
   */
  take(batchRows: Iterable<StoredBatch>, lineRows: Iterable<StoredLine>): void {
    const batches = [...batchRows].filter(({ ref }) => !this.knowsBatch(ref)).map(toBatch)
    const lines = [...lineRows].filter(this.isNew).map(toLine)
    this.#refuseIfChanged()
    this.#load(batches, lines)
  }

  /** Takes in the most preferred batches with room, which are of the moment of the product itself. */
  takeOpen(rows: readonly StoredBatch[], areAll: boolean): void {
    const batches = rows.map(toBatch)
    if (batches.some((batch, at) => at > 0 && byPreference(batches[at - 1]!, batch) > 0))
      throw new Error(`the batches of ${this.product.sku} were not read in the order of preference`)
    this.#load(batches, [])
    this.#frontier = areAll ? null : batches.at(-1)!
  }

  /** Sees to it that the most preferred batch that can hold the units is there. */
  loadBestFor(units: number): void {
    if (this.#frontier === null) return
    const best = this.product.firstThatCanHold(units)
    if (best && byPreference(best, this.#frontier) <= 0) return
    const { sku } = this.product
    if (this.#lookedUp++ < MOST_LOOKED_UP) {
      const loaded = JSON.stringify([...this.#batches.keys()])
      this.take(this.#sql.bestOpenBatch.all({ sku, units, loaded }), [])
    } else {
      this.take(this.#sql.openBatches.iterate({ sku }), [])
      this.#frontier = null
    }
  }

  /** Within the commit's transaction: batches that are there no more, or are others by the same reference. */
  deleteWithdrawn(): void {
    for (const { ref, created } of this.#batches.values())
      if (this.product.batches.get(ref)?.created !== created) this.#sql.deleteBatch.run(ref)
  }

  /**
   * Within the commit's transaction: everything else that changed since it was loaded, but for the lines that were ordered
   * since, which are returned.
   * @throws ConcurrencyError when another process changed the product, also when it is only what another change goes by
   */
  write(lateDays: LateDays): readonly OrderLine[] {
    const { product } = this
    if (product.version === (this.#version ?? 0)) {
      this.#refuseIfChanged()
      return []
    }
    const changed = [...product.lines.values()].filter((line) => line !== this.#lines.get(lineKey(line)))
    const withdrawn = [...this.#lines.values()].filter((line) => !product.lines.has(lineKey(line)))
    this.#writeProduct(countChanges(changed, withdrawn, this.#lines))
    this.#writeBatches()
    this.#countLateDays(changed, withdrawn, lateDays)
    for (const line of withdrawn) this.#sql.withdrawLine.run(fromLine(line))
    return changed.filter((line) => !this.#update(line))
  }

  #refuseIfChanged(): void {
    const stored = this.#sql.version.get(this.product.sku) ?? null
    if (stored !== this.#version) throw changedByAnother(this.product.sku)
  }

  #load(batches: readonly Batch[], lines: readonly OrderLine[]): void {
    for (const batch of batches) this.#batches.set(batch.ref, batch)
    for (const line of lines) this.#lines.set(lineKey(line), line)
    this.product.load(batches, lines)
  }

  #writeProduct(changes: LineCounts): void {
    const { sku, version, size } = this.product
    const row = { sku, version, stored: this.#version, ...size, ...changes }
    if (this.#version === null) this.#sql.insertProduct.run(row)
    else if (this.#sql.updateProduct.run(row).changes === 0) throw changedByAnother(sku)
  }

  #writeBatches(): void {
    for (const batch of this.product.batches.values()) {
      const stored = this.#batches.get(batch.ref)
      if (batch === stored) continue
      const row = fromBatch(batch)
      if (stored?.created !== batch.created) this.#sql.insertBatch.run(row)
      else {
        this.#sql.updateBatch.run(row)
        if (stored.eta !== batch.eta) this.#changeEta(row, fromBatch(stored).eta)
      }
    }
  }

  #changeEta(row: StoredBatch, before: string): void {
    this.#sql.updateEta.run(row)
    this.#sql.moveLateDays.run({ ref: row.ref, before, after: row.eta })
  }

  /** After batches were written: lines that are stored are counted as late by the day that their batch arrives on now. */
  #countLateDays(changed: readonly OrderLine[], withdrawn: readonly OrderLine[], lateDays: LateDays): void {
    const { batches } = this.product
    for (const line of [...changed, ...withdrawn]) {
      const stored = this.#lines.get(lineKey(line))
      if (stored) lateDays.add(stored, this.#countedEta(stored), -1)
    }
    for (const line of changed) lateDays.add(line, batches.get(line.batchRef ?? '')?.eta ?? null, 1)
  }

  /** When the batch of a stored line arrives, or did until it was withdrawn. */
  #countedEta({ batchRef }: OrderLine): string | null {
    const stored = this.#batches.get(batchRef ?? '')
    const batch = this.product.batches.get(batchRef ?? '')
    return (batch?.created === stored?.created ? batch : stored)?.eta ?? null
  }

  /** False: it is not stored yet, or was withdrawn and ordered anew. */
  #update(line: OrderLine): boolean {
    const stored = this.#lines.get(lineKey(line))
    const isSame = stored?.ordered === line.ordered
    if (isSame) this.#sql.updateLine.run(fromLine(line))
    else if (stored) this.#sql.withdrawLine.run(fromLine(stored))
    return isSame
  }
}

/** Lines of one product by state, and the units of those that wait. */
type LineCounts = { [S in LineState]: number } & { units: number }

/** What the changes add to the counts that are stored. */
function countChanges(
  changed: readonly OrderLine[],
  withdrawn: readonly OrderLine[],
  stored: ReadonlyMap<string, OrderLine>,
): LineCounts {
  const counts: LineCounts = { allocated: 0, backordered: 0, dispatched: 0, cancelled: 0, units: 0 }
  const add = (line: OrderLine | undefined, times: 1 | -1) => {
    if (!line) return
    counts[line.state] += times
    if (line.state === 'backordered') counts.units += times * line.qty
  }
  for (const line of changed) {
    add(stored.get(lineKey(line)), -1)
    add(line, 1)
  }
  for (const line of withdrawn) add(line, -1)
  return counts
}

export const changedByAnother = (sku: string) => new ConcurrencyError(`${sku} was changed by another process`)
