import type { BatchRow, Outcome } from '../../../electron/contract.ts'

/** Units of a batch. `kept`: of lines that stay; `moves`: of lines that leave; `comes`: of lines that come. */
export type Shares = {
  readonly kept: number
  readonly moves: number
  readonly comes: number
  readonly setAside: number
  readonly free: number
}

/** What a batch holds before and after an outcome. @param batch before it */
export function batchChange({ ref, qty, allocated, available, ...batch }: BatchRow, { events }: Outcome) {
  let moves = 0
  let comes = 0
  let held = qty
  let { setAside } = batch
  for (const event of events) {
    if (event.type === 'Deallocated' && event.ref === ref) moves += event.qty
    if (event.type === 'Allocated' && event.ref === ref) comes += event.qty
    if (event.type === 'StockAdjusted' && event.ref === ref) held = event.after
    if (event.type === 'SetAsideChanged' && event.ref === ref) setAside = event.after
  }
  const kept = allocated - moves
  return {
    before: { kept, moves, comes: 0, setAside: batch.setAside, free: available } satisfies Shares,
    after: { kept, moves: 0, comes, setAside, free: held - setAside - kept - comes } satisfies Shares,
  }
}

export const totalOf = ({ kept, moves, comes, setAside, free }: Shares): number =>
  kept + moves + comes + setAside + free
