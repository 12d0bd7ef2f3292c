import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BatchRow, LineRow, ViewQuery, Warehouse } from '../../core/index.ts'
import { stepsOf } from '../support/model/anyStep.ts'
import { sendOneByOne } from '../support/model/oneByOne.ts'
import { given } from '../support/scenario/given.ts'

/** What the views showed. */
type Shown = { readonly batches: readonly BatchRow[]; readonly lines: readonly LineRow[] }

// So many that most of what they come to is found by the index of history.
const STEPS = 250

test('at each sequence everything stands as the views showed it then', async () => {
  let indexed = 0
  const property = fc.asyncProperty(stepsOf(STEPS, STEPS), async (steps) => {
    const warehouse = await given()
    const shown = await recordWhile(warehouse, () => sendOneByOne(warehouse, steps))
    if (shown.length > 256) indexed++
    for (const [seq, then] of shown.entries())
      if (seq > 0)
        for (const query of queries(seq)) expect(await stood(warehouse, { ...query, seq })).toEqual(only(then, query))
    await warehouse.close()
  })
  await fc.assert(property, { numRuns: 3 })
  expect(indexed).toBeGreaterThan(0)
}, 300_000)

/** What the views show after each message, at every sequence of it. */
async function recordWhile(warehouse: Warehouse, act: () => Promise<unknown>): Promise<Shown[]> {
  const shown: Promise<Shown>[] = [now(warehouse)]
  warehouse.subscribe(({ outcome }) => {
    const then = now(warehouse)
    for (let entry = 0; entry <= outcome.events.length; entry++) shown.push(then)
  })
  await act()
  await warehouse.check() // comes after what was to be told
  return Promise.all(shown)
}

async function now(warehouse: Warehouse): Promise<Shown> {
  const [batches, lines] = [warehouse.view('batches', { limit: 1000 }), warehouse.view('lines', { limit: 1000 })]
  return { batches: (await batches).rows, lines: (await lines).rows }
}

const skus = ['A', 'B']
const refs = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6']
const orders = ['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7', 'o8', 'o9']
type Query = Pick<ViewQuery<'standing'>, 'sku' | 'batchRef' | 'orderId'>

/** Each SKU, and a batch and an order in turn. */
const queries = (seq: number): Query[] => [
  ...skus.map((sku) => ({ sku })),
  { batchRef: refs[seq % refs.length]! },
  { orderId: orders[seq % orders.length]! },
  { orderId: orders[seq % orders.length]!, sku: 'A' },
]

function only({ batches, lines }: Shown, { sku, batchRef, orderId }: Query) {
  const ofLines = lines.filter(
    (line) =>
      (!sku || line.sku === sku) && (!batchRef || line.batchRef === batchRef) && (!orderId || line.orderId === orderId),
  )
  const ofBatches = batches.filter(
    ({ sku: of, ref }) =>
      (!sku || of === sku) &&
      (!batchRef || ref === batchRef) &&
      (!orderId || ofLines.some((line) => line.batchRef === ref)),
  )
  return {
    batches: ofBatches.map((batch) => ({ kind: 'batch', ...batch })),
    lines: ofLines.map(({ seq: _, ...line }) => ({ kind: 'line' as const, ...line })).sort(byName),
  }
}

async function stood(warehouse: Warehouse, query: ViewQuery<'standing'>) {
  const { rows } = await warehouse.view('standing', query)
  return {
    batches: rows.filter(({ kind }) => kind === 'batch'),
    lines: rows.filter((row) => row.kind === 'line').sort(byName),
  }
}

type Name = { readonly orderId: string; readonly line: number; readonly sku: string }
const byName = (a: Name, b: Name): number => (nameOf(a) < nameOf(b) ? -1 : 1)
const nameOf = ({ orderId, line, sku }: Name) => `${sku} ${orderId} ${line}`
