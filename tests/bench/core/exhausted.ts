import { makeFiles } from '../data/files.ts'
import { exhaustedPlan, line, orderAt, SKU, UNITS_PER_LINE } from '../data/plan.ts'
import type { Bench, Suite } from '../suite.ts'
import { growth, type Size } from './growth.ts'

/** A line is allocated to the one batch with room, of a product that has used up many. */
export const exhausted: Suite = {
  name: 'exhausted',
  run: async (bench) =>
    growth('exhausted batches', bench, [await sizeOf(bench, 1), await sizeOf(bench, bench.quick ? 1_000 : 10_000)]),
}

async function sizeOf({ folder, progress }: Bench, batches: number): Promise<Size> {
  progress(`a product with ${batches} exhausted batches`)
  const files = await makeFiles(folder, exhaustedPlan(batches))
  let index = batches
  const nextLine = () => line(orderAt(index++), SKU, UNITS_PER_LINE)
  return { label: `${batches} exhausted batches`, files, nextLine }
}
