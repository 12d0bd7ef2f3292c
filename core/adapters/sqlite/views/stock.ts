import type { ArrivalRow, BatchRow, Page, ProductRow, ViewParams } from '../../../ports/views.ts'
import { IN_WAREHOUSE } from '../rows.ts'
import { contains, equals, type Filter, type List, type Prepare, readPage } from './page.ts'

type StoredBatch = BatchRow & { created: number }

const batches: List<StoredBatch> = {
  columns: `ref, sku, nullif(eta, '${IN_WAREHOUSE}') AS eta, qty, allocated,
    set_aside AS setAside, room AS available, created`,
  from: 'batches',
  keys: { sku: (row) => row.sku, eta: (row) => row.eta ?? IN_WAREHOUSE, created: (row) => row.created },
}

export function readBatches(prepare: Prepare, params: ViewParams<'batches'>): Page<BatchRow> {
  const { ref, sku, search } = params
  const filters = [equals('ref', 'ref', ref), equals('sku', 'sku', sku), contains(['ref', 'sku'], search)]
  const { rows, next } = readPage(prepare, batches, filters, params)
  return { rows: rows.map(toBatchRow), next }
}

const toBatchRow = ({ ref, sku, eta, qty, allocated, setAside, available }: StoredBatch): BatchRow => ({
  ref,
  sku,
  eta,
  qty,
  allocated,
  setAside,
  available,
})

type StoredArrival = StoredBatch & { eta: string; lines: number }

/** Lines of a shipment that are counted. */
const MOST_LINES = 1000

const shipments: List<StoredArrival> = {
  columns: `${batches.columns}, (SELECT count(*) FROM (
    SELECT 1 FROM lines WHERE batch_ref = ref AND state = 'allocated' LIMIT ${MOST_LINES})) AS lines`,
  from: 'batches INDEXED BY batches_by_eta',
  keys: { 'batches.eta': (row) => row.eta, ref: (row) => row.ref },
}
const isShipment: Filter = { sql: `batches.eta <> '${IN_WAREHOUSE}'`, params: {} }

export function readArrivals(prepare: Prepare, params: ViewParams<'arrivals'>): Page<ArrivalRow> {
  const { from, to } = params
  const since: Filter = from === undefined ? null : { sql: 'batches.eta >= @from', params: { from } }
  const until: Filter = to === undefined ? null : { sql: 'batches.eta <= @to', params: { to } }
  const { rows, next } = readPage(prepare, shipments, [isShipment, since, until], params)
  return { rows: rows.map((row) => ({ ...toBatchRow(row), eta: row.eta, lines: row.lines })), next }
}

type StoredProduct = Pick<ProductRow, 'sku' | 'backordered'>

const products: List<StoredProduct> = {
  columns: 'sku, backordered_units AS backordered',
  from: 'products',
  keys: { sku: (row) => row.sku },
}
/** All its batches and lines may have been withdrawn. */
const isKnown: Filter = { sql: 'batches + lines > 0', params: {} }
const stock = `SELECT sku, eta, sum(qty) AS qty, sum(allocated) AS allocated,
    sum(set_aside) AS setAside, sum(room) AS available FROM batches
  WHERE sku IN (SELECT value FROM json_each(?)) GROUP BY sku, eta ORDER BY sku, eta`
export type Arrival = { readonly sku: string; readonly eta: string } & Readonly<Record<Summed, number>>
type Summed = 'qty' | 'allocated' | 'setAside' | 'available'

export function readProducts(prepare: Prepare, params: ViewParams<'products'>): Page<ProductRow> {
  const filters = [isKnown, equals('sku', 'sku', params.sku), contains(['sku'], params.search)]
  const { rows, next } = readPage(prepare, products, filters, params)
  const bySku = stockOf(
    prepare,
    rows.map(({ sku }) => sku),
  )
  return { rows: rows.map((row) => withStock(row, bySku.get(row.sku) ?? [])), next }
}

/** What batches hold, by SKU and the day of their arrival, earliest first. */
export const stockOf = (prepare: Prepare, skus: readonly string[]): Map<string, Arrival[]> =>
  Map.groupBy(prepare(stock).all(JSON.stringify(skus)) as Arrival[], ({ sku }) => sku)

function withStock({ sku, backordered }: StoredProduct, arrivals: readonly Arrival[]): ProductRow {
  const here = arrivals.find(({ eta }) => eta === IN_WAREHOUSE)
  const coming = arrivals.filter((arrival) => arrival !== here)
  const sum = (of: readonly Arrival[], column: Summed) => of.reduce((sum, one) => sum + one[column], 0)
  return {
    sku,
    onHand: here?.qty ?? 0,
    inShipments: sum(coming, 'qty'),
    allocated: sum(arrivals, 'allocated'),
    setAside: sum(arrivals, 'setAside'),
    availableNow: here?.available ?? 0,
    availableByEta: coming.map(({ eta, available }) => ({ eta, qty: available })).filter(({ qty }) => qty > 0),
    backordered,
  }
}
