import { useTranslation } from 'react-i18next'
import { useGo } from '../../warehouse/navigation.ts'
import { useView } from '../../warehouse/queries.ts'
import type { Findable } from './bestOf.ts'

const SHORTEST = 2 // characters: fewer are in nearly every name
const MOST = 20
const MOST_LINES = 100 // of which those are left that have the text in their order

/** Batches, SKUs and orders that have the longest word of the text. */
export function useFoundStock(text: string): readonly Findable[] {
  const { t } = useTranslation()
  const go = useGo()
  const search = longestWord(text)
  const enabled = search.length >= SHORTEST
  const batches = useView('batches', { search, limit: MOST }, { enabled }).data?.rows ?? []
  const products = useView('products', { search, limit: MOST }, { enabled }).data?.rows ?? []
  const lines = useView('lines', { search, sort: 'order', limit: MOST_LINES }, { enabled }).data?.rows ?? []
  const exact = useView('lines', { orderId: text.trim(), limit: 1 }, { enabled }).data?.rows ?? []
  if (!enabled) return []
  const orders = new Set([...exact, ...lines].map(({ orderId }) => orderId))
  return [
    ...batches.map(({ ref, sku }) => ({
      id: `batch ${ref}`,
      name: ref,
      kind: t('palette.batch', { sku }),
      open: () => go('stockTake', { batchRef: ref }),
    })),
    ...products.map(({ sku }) => ({
      id: `sku ${sku}`,
      name: sku,
      kind: t('field.sku'),
      open: () => go('stock', { sku }),
    })),
    ...[...orders].map((order) => ({
      id: `order ${order}`,
      name: order,
      kind: t('field.orderId'),
      open: () => go('allocations', { order }),
    })),
  ]
}

const longestWord = (text: string): string =>
  text.split(/\s+/).reduce((longest, word) => (word.length > longest.length ? word : longest), '')
