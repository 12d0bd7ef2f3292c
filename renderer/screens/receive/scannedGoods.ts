import { isArticleOf, readElementString } from '../../warehouse/scans/elementString.ts'
import { unwrap } from '../../warehouse/unwrap.ts'

const MOST = 1000 // rows that a view returns at once

/** What a code says of goods that are to be received or ordered; undefined: it does not say. */
export type Goods = {
  /** A code that is no SKU: the reference of a batch, or an order. */
  readonly code?: string
  /** The batch that a GS1 label names. */
  readonly batch?: string
  readonly sku?: string
  /** Units, as digits. */
  readonly qty?: string
}

/** @throws Refused when the products could not be read */
export async function readGoods(code: string): Promise<Goods> {
  const elements = readElementString(code)
  if (!elements) {
    const { rows } = await unwrap(window.warehouse.view('products', { sku: code, limit: 1 }))
    return rows.length > 0 ? { sku: code } : { code }
  }
  const { product, batch, count } = elements
  return {
    ...(batch !== undefined && { batch }),
    ...(product !== undefined && { sku: await skuOf(product) }),
    ...(count !== undefined && { qty: count }),
  }
}

/** The SKU that is the article number of the product; of a new product, that number without leading zeros. */
async function skuOf(product: string): Promise<string> {
  const search = product.replace(/^0+/, '')
  const { rows } = await unwrap(window.warehouse.view('products', { search, limit: MOST }))
  return rows.find(({ sku }) => isArticleOf(sku, product))?.sku ?? search
}

/** There is something to fill in, and in no field for it something else is entered. */
export function fits<Fields extends object>(scanned: Partial<Fields>, fields: Fields): boolean {
  const isFree = (field: keyof Fields) => fields[field] === '' || fields[field] === scanned[field]
  const names = Object.keys(scanned) as (keyof Fields)[]
  return names.length > 0 && names.every(isFree)
}
