import { useTranslation } from 'react-i18next'
import { useGo } from '../../warehouse/navigation.ts'
import { useView } from '../../warehouse/queries.ts'
import type { Findable } from './bestOf.ts'

const SHORTEST = 2 // characters: fewer are in nearly every name
const MOST = 20

/** Batches, SKUs and orders that have the longest word of the text. */
export function useFoundStock(text: string): readonly Findable[] {
  const { t } = useTranslation()
  const go = useGo()
  const search = longestWord(text)
  const enabled = search.length >= SHORTEST
  const batches = useView('batches', { search, limit: MOST }, { enabled }).data?.rows ?? []
  const products = useView('products', { search, limit: MOST }, { enabled }).data?.rows ?? []
  const orders = useView('orders', { search, limit: MOST }, { enabled }).data ?? []
  if (!enabled) return []
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
    ...orders.map(({ orderId: order }) => ({
      id: `order ${order}`,
      name: order,
      kind: t('field.orderId'),
      open: () => go('allocations', { order }),
    })),
  ]
}

const longestWord = (text: string): string =>
  text.split(/\s+/).reduce((longest, word) => (word.length > longest.length ? word : longest), '')
