import { skuAt } from '../../data/plan.ts'
import { type Figure, figure } from '../../measure/figure.ts'
import { takeRounds } from '../../measure/rounds.ts'
import { counted } from '../../measure/statements.ts'
import type { Bench, Suite } from '../../suite.ts'
import { linePages } from './linePages.ts'
import { manager } from './manager.ts'
import { type Measured, measurePage, timeOf } from './measurePages.ts'
import { type Opened, withViews } from './openViews.ts'
import { recordPages } from './recordPages.ts'
import { stockPages } from './stockPages.ts'

/** Pages of 100 rows of every view, on a million lines; and the summary. The bound has an index for every page. */
export const views: Suite = { name: 'views', run: (bench) => withViews(bench, (opened) => measure(bench, opened)) }

async function measure({ progress }: Bench, opened: Opened): Promise<Figure[]> {
  const { narrow, warehouse } = opened
  const shortSku = skuAt(19)
  const pages = [...linePages(narrow), ...stockPages(narrow.sku, narrow.batchRef), ...recordPages(narrow, shortSku)]
  const figures: Figure[] = []
  const { texts } = await counted(async () => {
    for (const { view, params } of pages) await warehouse.view(view, params as never)
  })
  const offsets = [...texts].filter((text) => /\boffset\b/i.test(text)).length
  for (const page of pages) {
    progress(`page: ${page.name}`)
    figures.push(await measurePage(opened, { ...page, name: `page: ${page.name}` }))
  }
  return [
    ...figures,
    await summaryOf(opened),
    ...(await manager(opened)),
    figure('pages: statements with an OFFSET', '', [offsets]),
  ]
}

async function summaryOf({ warehouse, views: { db }, rounds }: Measured): Promise<Figure> {
  const byState = db.prepare('SELECT state, count(*) FROM lines GROUP BY state')
  const counts = ['products', 'batches', 'notices'].map((table) => db.prepare(`SELECT count(*) FROM ${table}`))
  const { samples } = await takeRounds(rounds, null, {
    core: () => timeOf(() => warehouse.view('summary', {})),
    bound: () => timeOf(async () => [byState.all(), ...counts.map((count) => count.get())]),
  })
  return figure('summary', 'us', samples.core, { bound: samples.bound })
}
