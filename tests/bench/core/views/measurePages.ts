import { deepStrictEqual } from 'node:assert'
import type { Warehouse } from '../../../../core/index.ts'
import { type Figure, figure } from '../../measure/figure.ts'
import { takeRounds } from '../../measure/rounds.ts'
import { timedEach } from '../../measure/sample.ts'
import { median } from '../../measure/statistics.ts'
import type { BoundViews, Row } from './boundViews.ts'
import type { PageCase } from './pageCase.ts'

/** Milliseconds that a page is read again and again for, in a round. */
const ENOUGH = 5

export type Measured = { readonly warehouse: Warehouse; readonly views: BoundViews; readonly rounds: number }

/** Microseconds a page, in the core and in plain SQL, which must find the same rows. */
export async function measurePage(
  { warehouse, views, rounds }: Measured,
  { name, view, params, plain, read, inTheMiddle = false }: PageCase,
): Promise<Figure> {
  const after = inTheMiddle ? views.middle(plain) : undefined
  const readInCore = async (): Promise<readonly Row[]> =>
    (await warehouse.view(view, { ...params, ...(after && { after }) } as never)).rows
  const readInBound = read ? read(views, after) : views.page(plain, after)
  deepStrictEqual((await readInCore()).map(keyOf), readInBound().map(keyOf), name)
  const { samples } = await takeRounds(rounds, null, {
    core: () => timeOf(readInCore),
    bound: () => timeOf(async () => readInBound()),
  })
  return figure(name, 'us', samples.core, { bound: samples.bound })
}

const keyOf = (row: Row): unknown => row['seq'] ?? row['newest'] ?? row['ref'] ?? row['sku']

/** Microseconds, the median of as many times as there is time for. */
export async function timeOf(job: () => Promise<unknown>): Promise<number> {
  const [once = 0] = await timedEach([0], job)
  if (once > ENOUGH) return once * 1000
  const times = Math.min(50, Math.ceil(ENOUGH / once))
  return median(await timedEach(Array.from({ length: times }), job)) * 1000
}
