import { expect, test } from 'vitest'
import { openWarehouse } from '../../../core/index.ts'
import { BoundViews } from '../../bench/core/views/boundViews.ts'
import { linePages } from '../../bench/core/views/linePages.ts'
import { measurePage } from '../../bench/core/views/measurePages.ts'
import { recordPages } from '../../bench/core/views/recordPages.ts'
import { searches } from '../../bench/core/views/searches.ts'
import { stockPages } from '../../bench/core/views/stockPages.ts'
import { makeCoreFile } from '../../bench/data/coreFile.ts'
import { Folder } from '../../bench/data/folder.ts'
import { orderAt, refAt, skuAt, warehousePlan } from '../../bench/data/plan.ts'

const narrow = { sku: skuAt(0), batchRef: refAt(skuAt(0), 5), orderId: orderAt(1_000) }
const pages = [
  ...linePages(narrow),
  ...stockPages(narrow.sku, narrow.batchRef),
  ...recordPages(narrow, skuAt(19)),
  ...searches(narrow),
]

test('the bound finds the rows of every page that the core finds', async ({ onTestFinished }) => {
  const folder = new Folder()
  onTestFinished(() => folder.removeAll())
  const file = folder.newFile()
  await makeCoreFile(file, warehousePlan(10_000))
  const views = new BoundViews(folder.copy(file))
  const warehouse = await openWarehouse({ database: file })
  for (const page of pages) {
    const { core, bound } = await measurePage({ warehouse, views, rounds: 1 }, page) // which compares them
    expect(Math.min(core.median, bound?.median ?? 0), page.name).toBeGreaterThan(0)
  }
  views.close()
  await warehouse.close()
})
