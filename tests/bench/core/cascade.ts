import { oneBatchPlan, UNITS_PER_LINE } from '../data/plan.ts'
import { type Figure, figure } from '../measure/figure.ts'
import type { Sample } from '../measure/sample.ts'
import { powers } from '../measure/statistics.ts'
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

function growthOf(
  inCore: { lines: number; samples: readonly Sample[] }[],
  kind: keyof Sample,
  label: string,
): Figure[] {
  const from = inCore.find(({ lines }) => lines === SMALLEST)!
  const to = inCore.at(-1)!
  const costs = ({ samples }: { samples: readonly Sample[] }) => samples.map((sample) => sample[kind])
  const grown = powers(costs(to), costs(from), to.lines / from.lines)
  return [figure(`cascade: power of the lines that ${label} grows with`, '', grown)]
}
