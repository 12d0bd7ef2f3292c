import { oneBatchPlan, UNITS_PER_LINE } from '../data/plan.ts'
import { type Figure, figure } from '../measure/figure.ts'
import type { Sample } from '../measure/sample.ts'
import type { Bench, Suite } from '../suite.ts'
import { oneMessage } from './oneMessage.ts'

/** A batch is lost with all its lines; another has room for them. */
export const cascade: Suite = { name: 'cascade', run: measure }

const SMALLEST = 1_000

async function measure(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = []
  const inCore: { lines: number; samples: readonly Sample[] }[] = []
  for (const lines of bench.quick ? [1_000, 10_000] : [10, 100, 1_000, 10_000, 100_000]) {
    const plan = oneBatchPlan(lines, { spare: lines * UNITS_PER_LINE })
    const cascaded = await oneMessage(`cascade of ${lines} lines`, bench, plan, (candidate) =>
      candidate.changeQuantity({ ref: 'first', qty: 0 }),
    )
    figures.push(...cascaded.figures)
    inCore.push({ lines, samples: cascaded.taken.samples.core })
  }
  return [...growthOf(inCore, 'cpu', 'CPU'), ...growthOf(inCore, 'wall', 'time'), ...figures]
}

/** The power of the number of lines that the cost grows with: 1 when twice the lines cost twice as much. */
function growthOf(
  inCore: { lines: number; samples: readonly Sample[] }[],
  kind: keyof Sample,
  label: string,
): Figure[] {
  const from = inCore.find(({ lines }) => lines === SMALLEST)!
  const to = inCore.at(-1)!
  const powers = to.samples.map(
    (sample, round) => Math.log(sample[kind] / from.samples[round]![kind]) / Math.log(to.lines / from.lines),
  )
  return [figure(`cascade: power of the lines that ${label} grows with`, '', powers)]
}
