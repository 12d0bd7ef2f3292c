import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anySteps } from '../support/model/anyStep.ts'
import { ModelRun } from '../support/model/modelRun.ts'
import { given } from '../support/scenario/given.ts'
import { batch, order, pin, SKU } from '../support/scenario/messages.ts'
import { refusal } from '../support/scenario/seen.ts'

const FEB = { eta: '2030-02-12' }

test('lines that could give way come worst protected first, and say whether the other would be late there', async () => {
  const stock = [batch('b1', 9), batch('b2', 9, FEB)]
  const lines = [order('early', 4, { dueDate: '2030-01-05' }), order('young', 5), order('shipped', 9)]
  const warehouse = await given(...stock, ...lines, order('waits', 4, { dueDate: '2030-02-01' }))
  const { rows, more } = await warehouse.view('givers', { orderId: 'waits', sku: SKU })
  expect([rows.map(({ orderId, lateForTaker }) => [orderId, lateForTaker]), more]).toEqual([
    [
      ['shipped', true],
      ['young', false],
      ['early', false],
    ],
    false,
  ])
  expect(await warehouse.view('givers', { orderId: 'waits', sku: SKU, limit: 2 })).toMatchObject({ more: true })
})

test('a pinned line takes no other place, and one that is pinned gives none', async () => {
  const stock = [batch('b1', 5), batch('b2', 5, FEB), order('a', 5), order('b', 5)]
  const warehouse = await given(...stock, pin('a'))
  expect((await warehouse.view('givers', { orderId: 'b', sku: SKU })).rows).toEqual([])
  expect((await warehouse.view('givers', { orderId: 'none', sku: SKU })).rows).toEqual([])
})

test('the lines that could give way are those that the core lets give way', async () => {
  const property = fc.asyncProperty(anySteps, async (steps) => {
    const run = new ModelRun()
    for (const step of steps) await run.take(step)
    const { rows } = await run.real.view('lines', { limit: 1000 })
    const open = rows.filter(({ state }) => state === 'allocated' || state === 'backordered')
    for (const taker of open) {
      const { orderId: toOrderId, line: toLine, sku } = taker
      const named = await run.real.view('givers', idOf(taker))
      const possible: string[] = []
      for (const { orderId, line } of open.filter((giver) => giver.sku === sku)) {
        const message = { type: 'PlaceGiven', orderId, line, sku, toOrderId, toLine, reason: 'promised' } as const
        if ((await refusal(run.real.preview(message))) === null) possible.push(`${orderId}/${line}`)
      }
      expect(named.rows.map(({ orderId, line }) => `${orderId}/${line}`).sort()).toEqual(possible.sort())
    }
    await run.close()
  })
  await fc.assert(property, { numRuns: 25 })
}, 300_000)

const idOf = ({ orderId, line, sku }: { orderId: string; line: number; sku: string }) => ({ orderId, line, sku })
