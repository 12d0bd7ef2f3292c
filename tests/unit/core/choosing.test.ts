import { describe, expect, test } from 'vitest'
import { given } from '../../support/scenario/given.ts'
import { batch, order, quantity, SKU } from '../../support/scenario/messages.ts'
import { free, places } from '../../support/scenario/seen.ts'

test('a line goes to warehouse stock before any shipment', async () => {
  const warehouse = await given(batch('shipment', 20, { eta: '2030-01-02' }), batch('stock', 20))
  await warehouse.handle(order('o1', 5))
  expect(await places(warehouse)).toEqual({ o1: 'stock' })
})

test('a line goes to the shipment that comes first', async () => {
  const warehouse = await given(batch('late', 20, { eta: '2030-02-01' }), batch('early', 20, { eta: '2030-01-31' }))
  await warehouse.handle(order('o1', 5))
  expect(await places(warehouse)).toEqual({ o1: 'early' })
})

describe('of equals a line goes to the batch that was created first', () => {
  test.for([null, '2030-02-01'])('ETA %s', async (eta) => {
    const warehouse = await given(batch('z', 20, { eta }), batch('a', 20, { eta }), batch('m', 20, { eta }))
    await warehouse.handle(order('o1', 15))
    await warehouse.handle(order('o2', 15))
    expect(await places(warehouse)).toEqual({ o1: 'z', o2: 'a' })
  })
})

test('a line goes whole to one batch, past those that cannot hold it', async () => {
  const warehouse = await given(batch('b1', 4), batch('b2', 4), batch('b3', 8, { eta: '2030-02-01' }))
  await warehouse.handle(order('o1', 8))
  expect([await places(warehouse), await free(warehouse)]).toEqual([{ o1: 'b3' }, { b1: 4, b2: 4, b3: 0 }])
})

test('a batch that a line was too large for still takes the next', async () => {
  const warehouse = await given(batch('b1', 4), batch('b2', 20))
  await warehouse.handle(order('o1', 5))
  await warehouse.handle(order('o2', 4))
  expect(await places(warehouse)).toEqual({ o1: 'b2', o2: 'b1' })
})

test('a line takes only stock of its SKU', async () => {
  const warehouse = await given(batch('shelf', 20, { sku: 'SHELF' }), batch('table', 1), order('o1', 2))
  expect(await places(warehouse)).toEqual({ o1: null })
})

test('one order may ask for several SKUs, and for one more than once', async () => {
  const warehouse = await given(batch('table', 20), batch('shelf', 20, { sku: 'SHELF' }))
  const { results } = await warehouse.handle(order('o1', 5))
  const again = await warehouse.handle(order('o1', 7, { line: 2 }))
  const shelf = await warehouse.handle(order('o1', 9, { sku: 'SHELF' }))
  expect([results[0], again.results[0], shelf.results[0], await free(warehouse)]).toEqual([
    'table',
    'table',
    'shelf',
    { table: 8, shelf: 11 },
  ])
})

test('a batch that held nothing takes lines once it holds some', async () => {
  const warehouse = await given(batch('b1', 5), quantity('b1', 0), batch('b2', 5), quantity('b1', 5), order('o1', 5))
  expect(await places(warehouse)).toEqual({ o1: 'b1' })
})

test('names are trimmed, and then told apart exactly', async () => {
  const warehouse = await given(batch(' b1 ', 5, { sku: `${SKU}  ` }), batch('B1', 5, { sku: SKU.toLowerCase() }))
  await warehouse.handle(order('\t o1', 2, { sku: ` ${SKU}` }))
  await warehouse.handle(order('O1', 2, { sku: SKU.toLowerCase() }))
  expect(await places(warehouse)).toEqual({ o1: 'b1', O1: 'B1' })
})
