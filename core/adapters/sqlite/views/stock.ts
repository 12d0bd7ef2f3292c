import type { BatchRow, Page, ProductRow, ViewParams } from '../../../views.ts'
import { IN_WAREHOUSE } from '../rows.ts'
import { contains, equals, type List, type Prepare, readPage } from './page.ts'

type StoredBatch = BatchRow & { created: number }

const batches: List<StoredBatch> = {
  columns: `ref, sku, nullif(eta, '${IN_WAREHOUSE}') AS eta, qty, allocated, qty - allocated AS available, created`,
  from: 'batches',
  keys: { sku: (row) => row.sku, eta: (row) => row.eta ?? IN_WAREHOUSE, created: (row) => row.created },
}

export function readBatches(prepare: Prepare, params: ViewParams<'batches'>): Page<BatchRow> {
  const { ref, sku, search } = params
  const filters = [equals('ref', 'ref', ref), equals('sku', 'sku', sku), contains(['ref', 'sku'], search)]
  const { rows, next } = readPage(prepare, batches, filters, params)
  return { rows: rows.map(({ created: _, ...row }) => row), next }
}

type StoredProduct = Omit<ProductRow, 'availableByEta'>

const units = (column: string, where = '') =>
  `(SELECT total(${column}) FROM batches WHERE batches.sku = products.sku ${where})`
const products: List<StoredProduct> = {
  columns: `sku, ${units('qty', `AND eta = '${IN_WAREHOUSE}'`)} AS onHand,
    ${units('qty', `AND eta > '${IN_WAREHOUSE}'`)} AS inShipments, ${units('allocated')} AS allocated,
    ${units('qty - allocated', `AND eta = '${IN_WAREHOUSE}'`)} AS availableNow,
    (SELECT total(qty) FROM lines WHERE lines.sku = products.sku AND state = 'backordered') AS backordered`,
  from: 'products',
  keys: { sku: (row) => row.sku },
}
const byEta = `SELECT eta, total(qty - allocated) AS qty FROM batches
  WHERE sku = ? AND allocated < qty AND eta > '${IN_WAREHOUSE}' GROUP BY eta ORDER BY eta`

export function readProducts(prepare: Prepare, params: ViewParams<'products'>): Page<ProductRow> {
  const filters = [equals('sku', 'sku', params.sku), contains(['sku'], params.search)]
  const { rows, next } = readPage(prepare, products, filters, params)
  const free = prepare(byEta)
  const availableByEta = (sku: string) => free.all(sku) as ProductRow['availableByEta']
  return { rows: rows.map((row) => ({ ...row, availableByEta: availableByEta(row.sku) })), next }
}
