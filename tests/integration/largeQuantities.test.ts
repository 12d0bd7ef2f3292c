import { expect, test } from 'vitest'
import { MAX_QUANTITY } from '../../core/index.ts'
import { given } from '../support/scenario/given.ts'
import { batch, cancel, damage, order, SKU } from '../support/scenario/messages.ts'
import { refusal } from '../support/scenario/seen.ts'

test('sums of the largest quantities are exact, and stay so when their lines are gone', async () => {
  const orders = Array.from({ length: 300 }, (_, index) => order(`o${index}`, MAX_QUANTITY - index))
  const batches = Array.from({ length: 300 }, (_, index) => batch(`b${index}`, MAX_QUANTITY - 1000))
  const warehouse = await given(batch('b', 1), ...orders, ...batches)
  const { rows } = await warehouse.view('products', {})
  const waiting = 300 * MAX_QUANTITY - (299 * 300) / 2
  expect(rows).toMatchObject([{ sku: SKU, onHand: 300 * (MAX_QUANTITY - 1000) + 1, backordered: waiting }])
  expect(await warehouse.check()).toEqual([])

  for (const { orderId } of orders) await warehouse.handle(cancel(orderId))
  await warehouse.handle(damage('b0', MAX_QUANTITY - 1000))
  const after = (await warehouse.view('products', {})).rows
  expect(after).toMatchObject([{ onHand: 299 * (MAX_QUANTITY - 1000) + 1, backordered: 0 }])
  expect(await warehouse.check()).toEqual([])
})

test('a code that was scanned for a quantity is refused', async () => {
  const warehouse = await given(batch('b', 1))
  const refused = await refusal(warehouse.handle(order('o1', 8_809_012_345_678_901)))
  const problems = [{ field: 'qty', problem: 'tooLarge', limit: MAX_QUANTITY }]
  expect([refused, await warehouse.check()]).toEqual([{ code: 'InvalidMessage', details: { problems } }, []])
})
