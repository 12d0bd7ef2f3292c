import { expect, test } from 'vitest'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { given, givenIn } from '../support/scenario/given.ts'
import { batch, order, prefer, SKU, setAside } from '../support/scenario/messages.ts'

const SHELF = { sku: 'SHELF' }
const LAMP = { sku: 'LAMP' }
const stock = [
  ...[batch('b1', 20), setAside('b1', 4), order('taken', 14), batch('b2', 3, { eta: '2030-02-01' })],
  ...[
    order('o1', 9),
    order('o2', 5, { dueDate: '2030-02-20' }),
    order('o3', 6, { dueDate: '2030-02-25' }),
    prefer('o3', 2),
  ],
  ...[batch('s1', 1, SHELF), order('o4', 40, { ...SHELF, dueDate: '2030-02-10' })],
  ...[batch('l1', 1, LAMP), order('o5', 2, LAMP), batch('full', 9, { sku: 'VASE' }), order('o6', 9, { sku: 'VASE' })],
]

test('a SKU is short while lines wait for it, with what it has and what comes', async () => {
  const warehouse = await given(...stock)
  const { rows } = await warehouse.view('shortages', { sku: SKU })
  expect(rows).toEqual([
    {
      ...{ sku: SKU, lines: 3, units: 20, due: '2030-02-20', availableNow: 2, setAside: 4 },
      first: { orderId: 'o3', line: 1 },
      shipments: [{ eta: '2030-02-01', qty: 3, available: 3 }],
    },
  ])
})

test('SKUs that are short come by their earliest due date, those without one last', async () => {
  const { rows } = await (await given(...stock)).view('shortages', {})
  expect(rows.map(({ sku, due }) => [sku, due])).toEqual([
    ['SHELF', '2030-02-10'],
    [SKU, '2030-02-20'],
    ['LAMP', null],
  ])
})

test('SKUs that are short come by the units that are wanted, the most first', async () => {
  const { rows } = await (await given(...stock)).view('shortages', { sort: 'units' })
  expect(rows.map(({ sku, units }) => [sku, units])).toEqual([
    ['SHELF', 40],
    [SKU, 20],
    ['LAMP', 2],
  ])
})

test.for(['due', 'units'] as const)('pages by %s follow each other', async (sort) => {
  const warehouse = await given(...stock)
  const whole = (await warehouse.view('shortages', { sort })).rows
  const first = await warehouse.view('shortages', { sort, limit: 2 })
  const second = await warehouse.view('shortages', { sort, limit: 2, after: first.next! })
  expect([[...first.rows, ...second.rows], second.next]).toEqual([whole, null])
})

test.for([':memory:', 'a file'])('the next page has what was written since the one before, in %s', async (where) => {
  const warehouse = await givenIn(where === ':memory:' ? where : temporaryFile(), ...stock)
  const { next } = await warehouse.view('shortages', { sort: 'units', limit: 1 })
  await warehouse.handle(order('o7', 30, LAMP))
  const { rows } = await warehouse.view('shortages', { sort: 'units', after: next! })
  expect(rows.map(({ sku, units }) => [sku, units])).toEqual([
    ['LAMP', 32],
    [SKU, 20],
  ])
})

test('a list that was read before is read again up to a row', async () => {
  const warehouse = await given(...stock)
  const { next } = await warehouse.view('shortages', { limit: 2 })
  const { rows } = await warehouse.view('shortages', { until: next! })
  expect(rows.map(({ sku }) => sku)).toEqual(['SHELF', SKU])
  await expect(warehouse.view('shortages', { until: [1] })).rejects.toMatchObject({ code: 'InvalidMessage' })
})

test('the balance of a SKU goes below nothing on the day that not all can be in time', async () => {
  expect(await (await given(...stock)).view('balance', { sku: SKU })).toEqual({
    onHand: 16,
    days: [
      { day: '2030-02-01', arriving: 3, due: 0, left: 19 },
      { day: '2030-02-20', arriving: 0, due: 5, left: 14 },
      { day: '2030-02-25', arriving: 0, due: 6, left: 8 },
      { day: null, arriving: 0, due: 23, left: -15 },
    ],
  })
})

test('a SKU that nobody knows has no balance', async () => {
  expect(await (await given()).view('balance', { sku: 'NONE' })).toEqual({ onHand: 0, days: [] })
})
