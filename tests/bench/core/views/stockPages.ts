import type { BoundViews, Key, PlainPage, Row } from './boundViews.ts'
import { LIMIT } from './boundViews.ts'
import { middleOf, type PageCase, type Reader } from './pageCase.ts'

const batches: PlainPage = {
  select: 'ref, sku, eta, qty, allocated, qty - allocated AS available',
  from: 'batches',
  order: ['sku', 'eta', 'created'],
}
const products: PlainPage = { select: 'sku', from: 'products', order: ['sku'] }

export function stockPages(sku: string, ref: string): PageCase[] {
  const allBatches: PageCase = { name: 'batches', view: 'batches', params: {}, plain: batches }
  const allProducts: PageCase = { name: 'products', view: 'products', params: {}, plain: products, read: readProducts }
  return [
    allBatches,
    middleOf(allBatches),
    { name: 'batches of a sku', view: 'batches', params: { sku }, plain: { ...batches, equal: { sku } } },
    ...['CHAIR', 'TABLE-0014', 'QQQQ'].map((search) => ({
      ...{ name: `batches searched for ${search}`, view: 'batches' as const, params: { search } },
      plain: { ...batches, contains: { text: search, columns: ['ref', 'sku'] } },
    })),
    { name: 'a batch', view: 'batches', params: { ref }, plain: { ...batches, equal: { ref } } },
    allProducts,
    middleOf(allProducts),
  ]
}

/** What all of them have in one statement, not for each of them. */
function readProducts({ db }: BoundViews, after: Key = ['']): Reader {
  const skus = db
    .prepare<unknown[], string>(`SELECT sku FROM products WHERE sku > ? ORDER BY sku LIMIT ${LIMIT}`)
    .pluck()
  const stock = db.prepare<unknown[], Row & { sku: string }>(
    `SELECT sku, eta, sum(qty) AS qty, sum(allocated) AS allocated FROM batches WHERE sku BETWEEN ? AND ?
     GROUP BY sku, eta`,
  )
  const waiting = db.prepare<unknown[], { sku: string; units: number }>(
    `SELECT sku, sum(qty) AS units FROM lines WHERE state = 'backordered' AND sku BETWEEN ? AND ? GROUP BY sku`,
  )
  return () => {
    const found = skus.all(after)
    const range = [found[0], found.at(-1)]
    const bySku = Map.groupBy(stock.all(range), (row) => row.sku)
    const units = new Map(waiting.all(range).map((row) => [row.sku, row.units]))
    return found.map((sku) => ({ sku, stock: bySku.get(sku), backordered: units.get(sku) ?? 0 }))
  }
}
