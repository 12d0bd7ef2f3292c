import type { Batch } from '../../../core/domain/batch.ts'
import type { OrderLine } from '../../../core/domain/orderLine.ts'
import type { Store } from '../../../core/ports/store.ts'

/** Every batch and line as a unit of work has it, with its ages. */
export type Stock = { readonly batches: readonly Batch[]; readonly lines: readonly OrderLine[] }

export async function stockIn(store: Store): Promise<Stock> {
  const { products } = store.unitOfWork()
  const all = { limit: 1000 } as const
  const { rows: batches } = await store.view('batches', all)
  const { rows: lines } = await store.view('lines', { ...all, sort: 'order', descending: false })
  const stock = { batches: [] as Batch[], lines: [] as OrderLine[] }
  for (const { ref } of batches) stock.batches.push((await products.getByBatchRef(ref))!.batches.get(ref)!)
  for (const { orderId, line, sku } of lines)
    stock.lines.push((await products.get(sku, { orderId, line }))!.lines.get(`${line}:${orderId}`)!)
  return stock
}

/** The same with places in the order of ages in the place of the ages, which say no more. */
export function byOrder({ batches, lines }: Stock): Stock {
  return {
    batches: batches.map((batch) => ({ ...batch, created: rank(batches, batch, ({ created }) => created) })),
    lines: lines.map((line) => ({
      ...line,
      ordered: rank(lines, line, ({ ordered }) => ordered),
      allocated: line.allocated === null ? null : rank(lines, line, ({ allocated }) => allocated ?? 0),
    })),
  }
}

/** How many of the same product are older. */
const rank = <T extends { sku: string }>(all: readonly T[], one: T, age: (of: T) => number): number =>
  all.filter((other) => other.sku === one.sku && age(other) < age(one)).length
