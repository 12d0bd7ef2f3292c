import { describe, expect, test } from 'vitest'
import type { ViewQuery } from '../../core/index.ts'
import { given } from '../support/scenario/given.ts'
import { batch, cancel, damage, dispatch, order, SKU } from '../support/scenario/messages.ts'

const SHELF = { sku: 'SHELF' }
const stock = [
  batch('b1', 20),
  batch('b2', 10, { eta: '2030-02-01' }),
  batch('b3', 10, { eta: '2030-02-01' }),
  batch('b4', 5, { eta: '2030-03-01' }),
  order('o1', 15, { dueDate: '2030-02-15' }),
  order('o2', 8, { dueDate: '2030-01-15' }),
  order('o3', 50),
  batch('s1', 3, SHELF),
  order('o1', 2, SHELF),
  damage('b1', 7),
]

test('a product counts its units, here and on their way', async () => {
  const warehouse = await given(...stock)
  const { rows } = await warehouse.view('products', {})
  expect(rows).toEqual([
    {
      sku: 'SHELF',
      onHand: 3,
      inShipments: 0,
      allocated: 2,
      setAside: 0,
      availableNow: 1,
      availableByEta: [],
      backordered: 0,
    },
    {
      ...{ sku: SKU, onHand: 13, inShipments: 25, allocated: 8, setAside: 0, availableNow: 13, backordered: 65 },
      availableByEta: [
        { eta: '2030-02-01', qty: 12 },
        { eta: '2030-03-01', qty: 5 },
      ],
    },
  ])
})

test('batches come by SKU, then in the order in which lines prefer them', async () => {
  const warehouse = await given(...stock)
  const { rows } = await warehouse.view('batches', {})
  expect(rows).toEqual([
    { ref: 's1', sku: 'SHELF', eta: null, qty: 3, allocated: 2, setAside: 0, available: 1 },
    { ref: 'b1', sku: SKU, eta: null, qty: 13, allocated: 0, setAside: 0, available: 13 },
    { ref: 'b2', sku: SKU, eta: '2030-02-01', qty: 10, allocated: 8, setAside: 0, available: 2 },
    { ref: 'b3', sku: SKU, eta: '2030-02-01', qty: 10, allocated: 0, setAside: 0, available: 10 },
    { ref: 'b4', sku: SKU, eta: '2030-03-01', qty: 5, allocated: 0, setAside: 0, available: 5 },
  ])
})

test('a line tells where it stands, and is late when its batch comes after it is due', async () => {
  const warehouse = await given(...stock)
  const { rows } = await warehouse.view('lines', { sku: SKU })
  const ofLine = { line: 1, sku: SKU, customer: null, priority: 0 }
  expect(rows).toEqual([
    {
      ...{ seq: 1, orderId: 'o1', ...ofLine, qty: 15, dueDate: '2030-02-15' },
      ...{ state: 'backordered', batchRef: null, eta: null, late: false, pinned: false, departed: false },
    },
    {
      ...{ seq: 2, orderId: 'o2', ...ofLine, qty: 8, dueDate: '2030-01-15' },
      ...{
        state: 'allocated',
        batchRef: 'b2',
        eta: '2030-02-01',
        late: true,
        pinned: false,
        departed: false,
      },
    },
    {
      ...{ seq: 3, orderId: 'o3', ...ofLine, qty: 50, dueDate: null },
      ...{ state: 'backordered', batchRef: null, eta: null, late: false, pinned: false, departed: false },
    },
  ])
})

describe('late is a line', () => {
  test.for([
    ['due before its batch arrives', '2030-02-02', '2030-02-01', true],
    ['but not one due the day it arrives', '2030-02-01', '2030-02-01', false],
    ['nor one without a due date', '2030-02-01', undefined, false],
    ['nor one in the warehouse', null, '2020-01-01', false],
  ] as const)('%s', async ([, eta, dueDate, late]) => {
    const warehouse = await given(batch('b1', 5, { eta }), order('o1', 5, dueDate ? { dueDate } : {}))
    expect((await warehouse.view('lines', {})).rows).toMatchObject([{ late }])
  })
})

describe('of lines with a due date, those are found that', () => {
  const shipment = { eta: '2030-02-10' }
  const due = (day: string) => ({ dueDate: `2030-02-${day}` })
  const shipped = [
    ...[batch('b1', 9), order('left', 1, due('01')), dispatch('left'), order('off', 1, due('01')), cancel('off')],
    ...[
      order('here', 8, due('05')),
      batch('b2', 5, shipment),
      order('late', 2, due('09')),
      order('in time', 3, due('10')),
    ],
    ...[order('waits', 99, due('04')), order('any time', 98), order('later', 97, due('07'))],
  ]
  test.for<[string, ViewQuery<'lines'>, string[]]>([
    ['are late', { late: true }, ['late']],
    ['are late, of a search', { late: true, search: 'lat' }, ['late']],
    ['are late and of another SKU', { late: true, sku: 'SHELF' }, []],
    ['are overdue', { overdue: '2030-02-07' }, ['here', 'waits']],
    ['are overdue, the first due first', { overdue: '2030-02-08', sort: 'due' }, ['waits', 'here', 'later']],
    [
      'are overdue, the last due first',
      { overdue: '2030-02-08', sort: 'due', descending: true },
      ['later', 'here', 'waits'],
    ],
    ['are overdue and wait', { overdue: '2030-02-07', state: 'backordered' }, ['waits']],
    ['are overdue, of a search', { overdue: '2030-02-07', search: 'here' }, ['here']],
    ['are overdue and late', { overdue: '2030-02-10', late: true }, ['late']],
  ])('%s', async ([, query, expected]) => {
    const warehouse = await given(...shipped)
    const { rows } = await warehouse.view('lines', query)
    expect(rows.map(({ orderId }) => orderId)).toEqual(expected)
  })
})

describe('lines are filtered by', () => {
  test.for<[ViewQuery<'lines'>, string[]]>([
    [{ orderId: 'o1' }, ['o1 SMALL-TABLE', 'o1 SHELF']],
    [{ sku: 'SHELF' }, ['o1 SHELF']],
    [{ batchRef: 'b2' }, ['o2 SMALL-TABLE']],
    [{ state: 'backordered' }, ['o1 SMALL-TABLE', 'o3 SMALL-TABLE']],
    [{ state: 'allocated', orderId: 'o1' }, ['o1 SHELF']],
    [{ state: 'cancelled' }, []],
    [{ sort: 'order' }, ['o1 SHELF', 'o1 SMALL-TABLE', 'o2 SMALL-TABLE', 'o3 SMALL-TABLE']],
    [{ sort: 'due' }, ['o2 SMALL-TABLE', 'o1 SMALL-TABLE', 'o3 SMALL-TABLE', 'o1 SHELF']],
    [{ sort: 'due', descending: true }, ['o1 SHELF', 'o3 SMALL-TABLE', 'o1 SMALL-TABLE', 'o2 SMALL-TABLE']],
    [{ sort: 'sku' }, ['o1 SHELF', 'o1 SMALL-TABLE', 'o2 SMALL-TABLE', 'o3 SMALL-TABLE']],
    [{ descending: true }, ['o1 SHELF', 'o3 SMALL-TABLE', 'o2 SMALL-TABLE', 'o1 SMALL-TABLE']],
  ])('%o', async ([query, expected]) => {
    const warehouse = await given(...stock)
    const { rows } = await warehouse.view('lines', query)
    expect(rows.map(({ orderId, sku }) => `${orderId} ${sku}`)).toEqual(expected)
  })
})

test('lines that have left tell where from, and those that were cancelled are nowhere', async () => {
  const left = [dispatch('o4'), cancel('o5'), cancel('o3')]
  const warehouse = await given(...stock, order('o4', 2), order('o5', 3), ...left)
  const { rows } = await warehouse.view('lines', { sku: SKU, sort: 'order' })
  expect(rows.map(({ orderId, state, batchRef, eta }) => [orderId, state, batchRef, eta])).toEqual([
    ['o1', 'backordered', null, null],
    ['o2', 'allocated', 'b2', '2030-02-01'],
    ['o3', 'cancelled', null, null],
    ['o4', 'dispatched', 'b1', null],
    ['o5', 'cancelled', null, null],
  ])
})

test('what has left, or waits no more, is not counted', async () => {
  const warehouse = await given(batch('b1', 20), order('o1', 12), order('o2', 9), dispatch('o1'), cancel('o2'))
  const { rows } = await warehouse.view('products', {})
  expect(rows).toEqual([
    {
      sku: SKU,
      onHand: 8,
      inShipments: 0,
      allocated: 0,
      setAside: 0,
      availableNow: 8,
      availableByEta: [],
      backordered: 0,
    },
  ])
})

test('the summary counts lines by what became of them', async () => {
  const lines = [order('o1', 5), order('o2', 5), order('o3', 5), order('o4', 5), order('o5', 99)]
  const warehouse = await given(batch('b1', 20), ...lines, dispatch('o1'), dispatch('o2'), cancel('o3'))
  const { lines: counted } = await warehouse.view('summary', {})
  expect(counted).toEqual({ allocated: 1, backordered: 1, dispatched: 2, cancelled: 1 })
})

test('the summary counts everything', async () => {
  const warehouse = await given(...stock)
  expect(await warehouse.view('summary', {})).toEqual({
    ...{ products: 2, batches: 5, unreadNotices: 4, unreadNoticeGroups: 2, noticesForReader: 2 },
    lines: { allocated: 2, backordered: 2, dispatched: 0, cancelled: 0 },
  })
})
