import { makeFiles } from '../data/files.ts'
import { line, oneBatchPlan, orderAt, SKU, UNITS_PER_LINE } from '../data/plan.ts'
import type { Bench, Suite } from '../suite.ts'
import { growth, type Size } from './growth.ts'

/** A line is allocated to a batch that has few, or many lines already. */
export const growthInBatch: Suite = {
  name: 'growthInBatch',
  run: async (bench) => {
    const sizes: Size[] = []
    for (const lines of bench.quick ? [10, 10_000] : [10, 1_000, 10_000, 100_000])
      sizes.push(await sizeOf(bench, lines))
    return growth('growth in the batch', bench, sizes)
  },
}

async function sizeOf({ folder, progress }: Bench, lines: number): Promise<Size> {
  progress(`a batch of ${lines} lines`)
  const files = await makeFiles(folder, oneBatchPlan(lines, { room: 1_000_000 }))
  let index = lines
  const nextLine = () => line(orderAt(index++), SKU, UNITS_PER_LINE)
  return { label: `${lines} lines`, files, nextLine }
}
