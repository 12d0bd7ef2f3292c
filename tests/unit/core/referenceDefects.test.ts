import { expect, test } from 'vitest'
import { given } from '../../support/scenario/given.ts'
import { batch, damage, order, quantity, SKU } from '../../support/scenario/messages.ts'
import { free, places, refusal, told } from '../../support/scenario/seen.ts'

// What the seed's reference code gets wrong, each as the rule that holds here.
// That a failure halfway loses no line is in integration/allOrNothing.test.ts, that no cost grows with the lines that
// stay in integration/loading.test.ts, and bad input in unreadable.test.ts.

test('a line that found no stock is kept, and filled when stock arrives', async () => {
  const warehouse = await given(batch('b1', 1), order('o1', 100))
  await warehouse.handle(batch('b2', 100))
  expect(await places(warehouse)).toEqual({ o1: 'b2' })
})

test('of lines of 30 and 20, with 25 left, it is always the 20 that stays', async () => {
  const warehouse = await given(batch('b1', 50), order('o1', 30), order('o2', 20))
  const outcome = await warehouse.handle(quantity('b1', 25))
  expect([told(outcome)[0], await places(warehouse)]).toEqual(['o1 backordered b1 > -', { o1: null, o2: 'b1' }])
})

test('a cut to 20 and an order of 30 at the same time never end below nothing', async () => {
  const warehouse = await given(batch('b1', 50))
  await Promise.all([warehouse.handle(quantity('b1', 20)), warehouse.handle(order('o1', 30))])
  expect(await free(warehouse)).toEqual({ b1: 20 })
})

test('two people who each report 5 damaged take away 10', async () => {
  const warehouse = await given(batch('b1', 50))
  await Promise.all([warehouse.handle(damage('b1', 5)), warehouse.handle(damage('b1', 5))])
  expect(await free(warehouse)).toEqual({ b1: 40 })
})

test('a line that is sent twice is allocated once, though its batch is full by then', async () => {
  const warehouse = await given(batch('b1', 10), batch('b2', 10), order('o1', 10))
  const { results } = await warehouse.handle(order('o1', 10))
  expect([results, await free(warehouse)]).toEqual([['b1'], { b1: 0, b2: 10 }])
})

test('an order of less than nothing frees no stock', async () => {
  const warehouse = await given(batch('b1', 10))
  await refusal(warehouse.handle(order('o1', -5)))
  expect(await free(warehouse)).toEqual({ b1: 10 })
})

test('a batch reference names one batch', async () => {
  const warehouse = await given(batch('b1', 10))
  await refusal(warehouse.handle(batch('b1', 10, { sku: 'SHELF' })))
  const { rows } = await warehouse.view('batches', {})
  expect(rows.map(({ ref, sku }) => [ref, sku])).toEqual([['b1', SKU]])
})
