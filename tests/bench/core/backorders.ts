import { batch, SKU, UNITS_PER_LINE, waitingPlan } from '../data/plan.ts'
import type { Suite } from '../suite.ts'
import { oneMessage } from './oneMessage.ts'

/** A batch arrives that all waiting lines fit. */
export const backorders: Suite = {
  name: 'backorders',
  run: async (bench) => {
    const lines = bench.quick ? 1_000 : 10_000
    const arrival = batch('arrival', SKU, lines * UNITS_PER_LINE, null)
    const filled = await oneMessage(`${lines} backorders filled`, bench, waitingPlan(lines), (candidate) =>
      candidate.createBatch(arrival),
    )
    return filled.figures
  },
}
