import { expect, test } from 'vitest'
import { given } from '../../support/scenario/given.ts'
import { batch, damage, order, quantity, SKU } from '../../support/scenario/messages.ts'
import { free, places } from '../../support/scenario/seen.ts'

test('a damage changes the quantity of its batch, and its reason and note go along', async () => {
  const warehouse = await given(batch('b1', 20))
  const { events } = await warehouse.handle(damage('b1', 3, { reason: 'water', note: 'the roof leaks' }))
  expect(events).toEqual([
    { type: 'BatchQuantityChanged', ref: 'b1', qty: 17, reason: 'water', note: 'the roof leaks' },
    { type: 'StockAdjusted', ref: 'b1', sku: SKU, created: 1, before: 20, after: 17, reason: 'water' },
  ])
})

test('what is damaged is gone from what is available in the same message', async () => {
  const warehouse = await given(batch('b1', 20), order('o1', 10))
  const outcomes = [warehouse.handle(damage('b1', 5)), warehouse.handle(order('o2', 6))]
  await Promise.all(outcomes)
  expect([await free(warehouse), await places(warehouse)]).toEqual([{ b1: 5 }, { o1: 'b1', o2: null }])
})

test('a batch may be damaged although all of it is allocated', async () => {
  const warehouse = await given(batch('b1', 20), order('o1', 15), order('o2', 5))
  await warehouse.handle(damage('b1', 5))
  expect([await free(warehouse), await places(warehouse)]).toEqual([{ b1: 0 }, { o1: 'b1', o2: null }])
})

test('all that a batch holds may be damaged', async () => {
  const warehouse = await given(batch('b1', 20))
  await warehouse.handle(damage('b1', 20))
  expect(await free(warehouse)).toEqual({ b1: 0 })
})

test('damage counts from what the batch holds now, a quantity from nothing', async () => {
  const warehouse = await given(batch('b1', 50), damage('b1', 5), quantity('b1', 40), damage('b1', 5))
  expect(await free(warehouse)).toEqual({ b1: 35 })
})
