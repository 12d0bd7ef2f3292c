import { useEffect, useEffectEvent } from 'react'
import type { LabelCount } from './useStockTake.ts'

/** Fills in how many units the label says there are, where the person has entered nothing. */
export function useLabelCount(count: LabelCount | null, entered: string, fill: (units: string) => void): void {
  const fillIn = useEffectEvent((units: string) => {
    if (entered.trim() === '') fill(units)
  })
  useEffect(() => {
    if (count) fillIn(count.units)
  }, [count])
}
