import type { Balance, BalanceDay, ViewParams } from '../../../ports/views.ts'
import { IN_WAREHOUSE, NO_DUE_DATE } from '../rows.ts'
import { atOnce, type Prepare } from './page.ts'
import { stockOf } from './stock.ts'

type Demand = { readonly due: string; readonly units: number }

/** Reads each open line of the SKU. */
export const readBalance = (prepare: Prepare, { sku }: ViewParams<'balance'>): Balance =>
  atOnce(prepare, () => {
    const demand = prepare(
      `SELECT due, sum(qty) AS units FROM lines
       WHERE sku = ? AND state IN ('allocated', 'backordered') GROUP BY due`,
    ).all(sku) as Demand[]
    const supply = new Map(
      (stockOf(prepare, [sku]).get(sku) ?? []).map(({ eta, qty, setAside }) => [eta, qty - setAside]),
    )
    const onHand = supply.get(IN_WAREHOUSE) ?? 0
    supply.delete(IN_WAREHOUSE)
    return { onHand, days: days(onHand, supply, new Map(demand.map(({ due, units }) => [due, units]))) }
  })

function days(onHand: number, supply: ReadonlyMap<string, number>, demand: ReadonlyMap<string, number>): BalanceDay[] {
  const all = [...new Set([...supply.keys(), ...demand.keys()])].sort()
  let left = onHand
  return all.map((key) => {
    const [arriving, due] = [supply.get(key) ?? 0, demand.get(key) ?? 0]
    left += arriving - due
    return { day: key === NO_DUE_DATE ? null : key, arriving, due, left }
  })
}
