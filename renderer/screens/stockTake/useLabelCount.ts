import { useEffect } from 'react'
import type { LabelCount } from './useStockTake.ts'

/** Fills in how many units the label says there are, where the person has entered nothing. */
export function useLabelCount(count: LabelCount | null, setText: (change: (text: string) => string) => void): void {
  useEffect(() => {
    if (count) setText((text) => (text.trim() === '' ? count.units : text))
  }, [count, setText])
}
