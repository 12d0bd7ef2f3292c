import { openWarehouse } from '../../../../core/index.ts'
import { orderAt, ordersFor, refAt, skuAt } from '../../data/plan.ts'
import type { Bench } from '../../suite.ts'
import { BoundViews } from './boundViews.ts'
import type { Narrow } from './linePages.ts'
import type { Measured } from './measurePages.ts'

export type Opened = Measured & { readonly narrow: Narrow }

/** The million lines, as the core and as the bound read them. */
export async function withViews<T>(bench: Bench, job: (opened: Opened) => Promise<T>): Promise<T> {
  const { lines, files } = await bench.millionLines()
  bench.progress('copying it for the bound')
  const copy = bench.folder.copy(files.core)
  const views = new BoundViews(copy)
  const warehouse = await openWarehouse({ database: files.core })
  const sku = skuAt(0) // which has more lines than any other, and most of them in its last batch
  const narrow = { sku, batchRef: refAt(sku, 5), orderId: orderAt(Math.floor(ordersFor(lines) / 2)) }
  try {
    return await job({ warehouse, views, rounds: bench.rounds, narrow })
  } finally {
    views.close()
    await warehouse.close()
    bench.folder.remove(copy)
  }
}
