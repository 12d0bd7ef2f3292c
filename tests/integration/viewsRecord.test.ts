import { describe, expect, test } from 'vitest'
import type { ViewQuery } from '../../core/index.ts'
import { given } from '../support/scenario/given.ts'
import { batch, damage, noticesRead, order, SKU, undo } from '../support/scenario/messages.ts'

const SHELF = { sku: 'SHELF' }
const stock = [
  ...[batch('b1', 20), order('o1', 15), order('o2', 9)],
  ...[batch('s1', 3, SHELF), order('o2', 4, SHELF)],
  ...[batch('b2', 15), damage('b1', 18), noticesRead(2)],
]

describe('notices come newest first, filtered by', () => {
  test.for<[ViewQuery<'notices'>, string[]]>([
    [
      {},
      [
        ...['7 outOfStock SMALL-TABLE', '6 backordered SMALL-TABLE o1', '5 filled SMALL-TABLE o2'],
        ...['4 outOfStock SHELF', '3 backordered SHELF o2', '2 outOfStock SMALL-TABLE', '1 backordered SMALL-TABLE o2'],
      ],
    ],
    [
      { unread: true, sku: SKU },
      ['7 outOfStock SMALL-TABLE', '6 backordered SMALL-TABLE o1', '5 filled SMALL-TABLE o2'],
    ],
    [{ sku: 'SHELF' }, ['4 outOfStock SHELF', '3 backordered SHELF o2']],
    [{ unread: true, kind: 'filled' }, ['5 filled SMALL-TABLE o2']],
    [{ unread: false, orderId: 'o1' }, ['6 backordered SMALL-TABLE o1']],
    [{ kind: 'backordered', orderId: 'o2' }, ['3 backordered SHELF o2', '1 backordered SMALL-TABLE o2']],
    [{ kind: 'reallocated' }, []],
  ])('%o', async ([query, expected]) => {
    const warehouse = await given(...stock)
    const { rows } = await warehouse.view('notices', query)
    expect(rows.map(({ seq, kind, sku, orderId }) => [seq, kind, sku, orderId].join(' ').trim())).toEqual(expected)
  })
})

describe('the history comes newest first, filtered by', () => {
  test.for<[ViewQuery<'history'>, string[]]>([
    [{ sku: 'SHELF' }, ['OutOfStock', 'Backordered', 'AllocationRequired', 'StockAvailable', 'BatchCreated']],
    [
      { batchRef: 'b1' },
      ['Deallocated', 'StockAdjusted', 'BatchQuantityChanged', 'StockDamaged', 'Allocated', 'BatchCreated'],
    ],
    [{ batchRef: 'b1', orderId: 'o1' }, ['Deallocated', 'Allocated']],
    [{ orderId: 'o2', sku: 'SMALL-TABLE' }, ['Allocated', 'Backordered', 'AllocationRequired']],
    [{ batchRef: 'none' }, []],
    [{ messages: true, sku: 'SHELF' }, ['AllocationRequired', 'BatchCreated']],
    [{ messages: true, batchRef: 'b1' }, ['StockDamaged', 'BatchCreated']],
    [{ messages: false, orderId: 'o2', sku: 'SHELF' }, ['Backordered', 'AllocationRequired']],
  ])('%o', async ([query, expected]) => {
    const warehouse = await given(...stock)
    const { rows } = await warehouse.view('history', query)
    expect(rows.map(({ event }) => event.type)).toEqual(expected)
  })

  test('the id that its client gave a message', async () => {
    const warehouse = await given(...stock)
    await warehouse.handle(damage('b1', 1, { note: 'the roof' }), { id: 'm1', by: 'Kim' })
    const { rows } = await warehouse.view('history', { id: 'm1' })
    const event = { type: 'StockDamaged', ref: 'b1', qty: 1, reason: 'water', note: 'the roof' }
    const sent = { seq: 24, cause: 24, at: '2030-01-01T09:00:00.000Z', by: 'Kim' }
    expect(rows).toEqual([{ ...sent, event, undone: false, partOf: null }])
  })
})

test('of the messages that people sent, those are told that were undone', async () => {
  const warehouse = await given(batch('b1', 20), damage('b1', 1), damage('b1', 2), undo(3), damage('b1', 3))
  const { rows } = await warehouse.view('history', { messages: true })
  expect(rows.map(({ seq, event, undone }) => [seq, event.type, undone])).toEqual([
    [12, 'StockDamaged', false],
    [9, 'MessageUndone', false],
    [6, 'StockDamaged', false],
    [3, 'StockDamaged', true],
    [1, 'BatchCreated', false],
  ])
})

test('an event keeps all that it said', async () => {
  const warehouse = await given(...stock)
  const { rows } = await warehouse.view('history', { orderId: 'o1' })
  const ofLine = { orderId: 'o1', line: 1, sku: SKU, qty: 15 }
  const considered = [
    { ref: 'b1', available: 2 },
    { ref: 'b2', available: 6 },
  ]
  expect(rows.map(({ event }) => event)).toEqual([
    { type: 'Backordered', ...ofLine, from: 'b1', reason: 'water', considered },
    { type: 'AllocationRequired', ...ofLine, dueDate: null },
    { type: 'Deallocated', ...ofLine, ref: 'b1', since: 3, room: 2, reason: 'water' },
    { type: 'Allocated', ...ofLine, ref: 'b1', since: 3, from: null, reason: null },
    { type: 'AllocationRequired', ...ofLine, dueDate: null },
  ])
})
