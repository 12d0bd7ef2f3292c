import { describe, expect, test } from 'vitest'
import { given } from '../../support/scenario/given.ts'
import {
  batch,
  cancel,
  comes,
  damage,
  dispatch,
  order,
  pin,
  quantity,
  SKU,
  undo,
  unpin,
} from '../../support/scenario/messages.ts'
import { eventsOf, lastMessage, places, refusal, told } from '../../support/scenario/seen.ts'

const FEB = { dueDate: '2030-02-01' }
const ofLine = { orderId: 'low', line: 1, sku: SKU }

describe('a pinned line', () => {
  test('keeps its place before lines of higher priority and earlier due date', async () => {
    const lines = [order('high', 4, { priority: 9, ...FEB }), order('low', 4)]
    const warehouse = await given(batch('b1', 8), ...lines, pin('low'))
    expect(told(await warehouse.handle(damage('b1', 4)))).toEqual([
      'high backordered b1 > -',
      `${SKU} outOfStock - > -`,
    ])
  })

  test('is displaced when the batch cannot hold the pinned lines, and its pin ends with its place', async () => {
    const warehouse = await given(
      batch('b1', 8),
      order('low', 4),
      order('high', 4, { priority: 1 }),
      pin('low'),
      pin('high'),
    )
    const outcome = await warehouse.handle(damage('b1', 3))
    expect([eventsOf(outcome, 'Deallocated').map(({ orderId, pinned }) => [orderId, pinned])]).toEqual([
      [['low', true]],
    ])
    await warehouse.handle(quantity('b1', 8))
    expect(await pinned('low', warehouse)).toBe(false)
  })

  test('stays in a batch that is delayed, and is late', async () => {
    const warehouse = await given(batch('b1', 4), order('low', 4, FEB), pin('low'), batch('b2', 4))
    expect(told(await warehouse.handle(comes('b1', '2030-03-01')))).toEqual(['low late - > b1'])
    expect(await pinned('low', warehouse)).toBe(true)
  })

  test('is as any other once it is unpinned', async () => {
    const warehouse = await given(batch('b1', 8), order('high', 4, FEB), order('low', 4), pin('low'), unpin('low'))
    await warehouse.handle(damage('b1', 4))
    expect(await places(warehouse)).toEqual({ high: 'b1', low: null })
  })

  test('that was displaced is pinned again when that is undone', async () => {
    const warehouse = await given(batch('b1', 4), order('low', 4), pin('low'), damage('b1', 1))
    await warehouse.handle(undo(await lastMessage(warehouse)))
    expect(await pinned('low', warehouse)).toBe(true)
  })

  test('is pinned no more once it was dispatched, and again when it is back', async () => {
    const warehouse = await given(batch('b1', 4), order('low', 4), pin('low'), dispatch('low'))
    const gone = await pinned('low', warehouse)
    await warehouse.handle(undo(await lastMessage(warehouse)))
    expect([gone, await pinned('low', warehouse)]).toEqual([false, true])
  })

  test('tells a line that waits why it holds its place', async () => {
    const warehouse = await given(batch('b1', 4), order('low', 4), pin('low'), order('high', 4, { priority: 9 }))
    const why = await warehouse.view('why', { orderId: 'high', sku: SKU })
    expect(why?.holders?.lines.map(({ orderId, rule }) => [orderId, rule])).toEqual([['low', 'pinned']])
  })
})

test('pinning a line that is pinned changes nothing, and cannot be undone', async () => {
  const warehouse = await given(batch('b1', 4), order('low', 4), pin('low'))
  const { events } = await warehouse.handle(pin('low'))
  const seq = await lastMessage(warehouse)
  expect([events, await refusal(warehouse.handle(undo(seq)))]).toEqual([
    [],
    { code: 'NotUndoable', details: { seq, type: 'LinePinned' } },
  ])
})

describe('refused:', () => {
  test.for([
    ['pinning a line that waits', pin('low'), { code: 'NoPlace', details: ofLine }],
    ['unpinning a line that waits', unpin('low'), { code: 'NoPlace', details: ofLine }],
    ['pinning an unknown line', pin('none'), { code: 'UnknownLine', details: { ...ofLine, orderId: 'none' } }],
  ] as const)('%s', async ([, message, expected]) => {
    const warehouse = await given(batch('b1', 3), order('low', 4))
    expect(await refusal(warehouse.handle(message))).toEqual(expected)
  })

  test('pinning a line that was cancelled', async () => {
    const warehouse = await given(batch('b1', 4), order('low', 4), cancel('low'))
    expect(await refusal(warehouse.handle(pin('low')))).toMatchObject({ code: 'LineConflict' })
  })

  test('taking back a pin of a line that lost its place since', async () => {
    const warehouse = await given(batch('b1', 4), order('low', 4), pin('low'))
    const seq = await lastMessage(warehouse)
    await warehouse.handle(damage('b1', 1))
    expect(await refusal(warehouse.handle(undo(seq)))).toEqual({ code: 'LineChangedSince', details: ofLine })
  })
})

async function pinned(orderId: string, warehouse: Awaited<ReturnType<typeof given>>): Promise<boolean> {
  return (await warehouse.view('lines', { orderId })).rows[0]!.pinned
}
