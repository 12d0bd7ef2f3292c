import { describe, expect, test } from 'vitest'
import type { ViewQuery } from '../../core/index.ts'
import type { ToldEvent } from '../../core/ports/views.ts'
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

describe('what people did comes newest first, with what it came to, filtered by', () => {
  test.for<[ViewQuery<'entries'>, string[]]>([
    [
      { sku: SKU },
      ['StockDamaged b1', 'BatchCreated b2', 'AllocationRequired o2', 'AllocationRequired o1', 'BatchCreated b1'],
    ],
    [{ sku: SKU, type: 'BatchCreated' }, ['BatchCreated b2', 'BatchCreated b1']],
    [{ batchRef: 'b2' }, ['BatchCreated b2']],
    [{ batchRef: 'b2', orderId: 'o2' }, ['BatchCreated b2']],
    [{ type: 'StockDamaged' }, ['StockDamaged b1']],
    [{ by: 'Kim', type: 'NoticesRead' }, ['NoticesRead']],
    [{ by: 'Lee' }, []],
    [{ orderId: 'o2', by: 'Kim', limit: 1 }, ['BatchCreated b2']],
  ])('%o', async ([query, expected]) => {
    const warehouse = await given()
    for (const message of stock) await warehouse.handle(message, { by: 'Kim' })
    const { rows } = await warehouse.view('entries', query)
    const of = (event: ToldEvent) => ('ref' in event ? event.ref : 'orderId' in event ? event.orderId : '')
    expect(rows.map(({ event }) => `${event.type} ${of(event)}`.trim())).toEqual(expected)
  })

  test('an import, with its parts under it in their order', async () => {
    const warehouse = await given(batch('b1', 20))
    await warehouse.handle({ type: 'ImportStarted', file: 'orders.csv' }, { id: 'import' })
    for (const id of ['o1', 'o2']) await warehouse.handle(order(id, 5), { partOf: 'import' })
    const { rows } = await warehouse.view('entries', {})
    const parts = await warehouse.view('entries', { partOf: rows[0]!.seq })
    expect(rows.map(({ event, parts }) => [event.type, parts])).toEqual([
      ['ImportStarted', 2],
      ['BatchCreated', 0],
    ])
    expect(parts.rows.map(({ event }) => 'orderId' in event && event.orderId)).toEqual(['o1', 'o2'])
  })

  test('each says what it caused, whom that concerns, and what it took back', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 15), damage('b1', 10), undo(5))
    const { rows } = await warehouse.view('entries', { limit: 2 })
    expect(rows.map(({ caused, told, undoes }) => [caused, told, undoes?.type])).toEqual([
      [3, { filled: 1 }, 'StockDamaged'],
      [7, { backordered: 1, outOfStock: 1 }, undefined],
    ])
  })

  test('pages follow each other without a gap, long after they were indexed', async () => {
    const warehouse = await given(batch('b1', 1_000))
    for (let at = 0; at < 150; at++) await warehouse.handle(damage('b1', 1), { by: at % 2 ? 'Kim' : 'Lee' })
    const seen: number[] = []
    for (const query of [{ by: 'Kim' }, { batchRef: 'b1', by: 'Kim' }, { type: 'StockDamaged', by: 'Kim' }] as const) {
      let page = await warehouse.view('entries', { ...query, limit: 40 })
      for (seen.length = 0; ; page = await warehouse.view('entries', { ...query, limit: 40, after: page.next! })) {
        seen.push(...page.rows.map(({ seq }) => seq))
        if (!page.next) break
      }
      expect(seen).toEqual(Array.from({ length: 75 }, (_, at) => 450 - at * 6))
    }
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
    { type: 'AllocationRequired', ...ofLine, dueDate: null, customer: null, priority: 0 },
    { type: 'Deallocated', ...ofLine, ref: 'b1', since: 3, room: 2, reason: 'water' },
    { type: 'Allocated', ...ofLine, ref: 'b1', since: 3, from: null, reason: null },
    { type: 'AllocationRequired', ...ofLine, dueDate: null, customer: null, priority: 0 },
  ])
})

test('history comes in the order in which it happened, when that is asked for, page by page', async () => {
  const warehouse = await given(...stock, ...Array.from({ length: 300 }, (_, at) => order(`more${at}`, 1)))
  const { rows: newestFirst } = await warehouse.view('history', { sku: SKU, limit: 1000 })
  const first = await warehouse.view('history', { sku: SKU, oldestFirst: true, limit: 260 })
  const second = await warehouse.view('history', { sku: SKU, oldestFirst: true, limit: 1000, after: first.next! })
  expect([...first.rows, ...second.rows]).toEqual(newestFirst.toReversed())
  const again = await warehouse.view('history', { sku: SKU, oldestFirst: true, limit: 1000, until: first.next! })
  expect(again.rows).toEqual(first.rows)
})
