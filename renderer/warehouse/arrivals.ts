import type { Outcome } from '../../electron/contract.ts'
import { useView } from './queries.ts'

const MOST = 1000 // rows that a view returns at once: the batches that lines prefer come first

/** When batches arrive, by their references; null: in the warehouse. One that is not known is missing. */
export type Arrivals = ReadonlyMap<string, string | null>

/** When the batches of a SKU arrive once the outcome is there. @param sku null: nobody wants to know */
export function useArrivals(sku: string | null, { events }: Outcome): Arrivals {
  const { data } = useView('batches', { sku: sku ?? '', limit: MOST }, { enabled: sku !== null })
  const changed = events.flatMap((event) =>
    event.type === 'ArrivalChanged' ? [[event.ref, event.after] as const] : [],
  )
  return new Map([...(data?.rows ?? []).map(({ ref, eta }) => [ref, eta] as const), ...changed])
}
