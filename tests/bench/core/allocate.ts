import { deepStrictEqual } from 'node:assert'
import { type Name, openCandidate } from '../candidates.ts'
import { batch, line, orderAt, type PlannedBatch, type PlannedLine, refAt, skuAt } from '../data/plan.ts'
import { day, randomNumbers } from '../data/random.ts'
import { compare, compareCounts } from '../measure/compare.ts'
import { type Figure, figure } from '../measure/figure.ts'
import { takeRounds } from '../measure/rounds.ts'
import { timed } from '../measure/sample.ts'
import { counted } from '../measure/statements.ts'
import type { Bench, Suite } from '../suite.ts'

/** Lines of 50 SKUs x 4 batches into an empty file, one durable commit each. */
export const allocate: Suite = { name: 'allocate', run: measure }

const SKUS = 50

async function measure({ quick, rounds, folder, disk }: Bench): Promise<Figure[]> {
  const orders = ordersOf(quick ? 300 : 5_000)
  const places: unknown[] = []
  const run = async <T>(name: Name, measured: (job: () => Promise<void>) => Promise<T>): Promise<T> => {
    const file = folder.newFile()
    const candidate = await openCandidate(name, file)
    for (const batch of batches) await candidate.createBatch(batch)
    const refs: (string | null)[] = []
    const result = await measured(async () => {
      for (const order of orders) refs.push(await candidate.allocate(order))
    })
    await candidate.close()
    folder.remove(file)
    places.push(refs)
    return result
  }
  const taken = await takeRounds(rounds, disk, {
    core: () => run('core', timed),
    bound: () => run('bound', timed),
    'equal bound': () => run('equal bound', timed),
  })
  for (const other of places) deepStrictEqual(other, places[0])
  const rate = (name: Name) => taken.samples[name].map(({ wall }) => (orders.length * 1000) / wall)
  const { disk: syncs } = taken
  return [
    figure('allocate: rate', '/s', rate('core'), { bound: rate('bound'), disk: syncs }),
    figure('allocate: rate, against the equal bound', '/s', rate('core'), {
      bound: rate('equal bound'),
      disk: syncs,
    }),
    ...compare('allocate', taken, orders.length),
    ...compareCounts('allocate', await run('core', counted), await run('bound', counted), orders.length),
  ]
}

const batches: readonly PlannedBatch[] = Array.from({ length: SKUS }, (_, index) => skuAt(index)).flatMap((sku) =>
  [100, 150, 200, 100_000].map((qty, at) => batch(refAt(sku, at), sku, qty, at < 2 ? null : day(at))),
)

function ordersOf(count: number): PlannedLine[] {
  const random = randomNumbers(2)
  return Array.from({ length: count }, (_, index) => {
    const sku = skuAt(Math.floor(random() * SKUS))
    const qty = 1 + Math.floor(random() * 9)
    return line(orderAt(index), sku, qty, { dueDate: random() < 0.5 ? day(index % 60) : null })
  })
}
