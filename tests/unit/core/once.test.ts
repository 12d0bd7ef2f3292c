import { describe, expect, test } from 'vitest'
import type { MessageInput } from '../../../core/index.ts'
import { given } from '../../support/scenario/given.ts'
import {
  batch,
  cancel,
  comes,
  count,
  damage,
  dispatch,
  order,
  quantity,
  SKU,
  undo,
} from '../../support/scenario/messages.ts'
import { everything, free, refusal } from '../../support/scenario/seen.ts'

const DUE = { dueDate: '2030-02-01' }

describe('a line that is sent again', () => {
  test('answers its batch and takes nothing more', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 5, DUE))
    const outcome = await warehouse.handle(order('o1', 5, DUE))
    expect([outcome, await free(warehouse)]).toEqual([{ results: ['b1'], events: [], notices: [] }, { b1: 15 }])
  })

  test('answers that it waits, and nobody is told twice', async () => {
    const warehouse = await given(batch('b1', 2), order('o1', 5))
    expect(await warehouse.handle(order('o1', 5))).toEqual({ results: [null], events: [], notices: [] })
  })

  test('answers where it was moved to', async () => {
    const warehouse = await given(batch('b1', 5), order('o1', 5), batch('b2', 5), quantity('b1', 0))
    expect((await warehouse.handle(order('o1', 5))).results).toEqual(['b2'])
  })

  test.for([
    ['quantity', order('o1', 6, DUE)],
    ['due date', order('o1', 5, { dueDate: '2030-02-02' })],
    ['due date, none', order('o1', 5)],
  ] as const)('with another %s is refused, with what is known of it', async ([, otherwise]) => {
    const warehouse = await given(batch('b1', 20), order('o1', 5, DUE))
    const known = { orderId: 'o1', line: 1, sku: SKU, qty: 5, dueDate: '2030-02-01', state: 'allocated' }
    expect(await refusal(warehouse.handle(otherwise))).toEqual({ code: 'LineConflict', details: known })
  })
})

describe('a message that is sent again under its id', () => {
  test('answers what it came to then, and does nothing', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 15), batch('b2', 15))
    const outcome = await warehouse.handle(damage('b1', 10), { id: 'm1', by: 'Kim' })
    const before = await everything(warehouse)
    const again = await warehouse.handle(damage('b1', 10), { id: 'm1', by: 'Lee' })
    expect([again, await everything(warehouse)]).toEqual([outcome, before])
  })

  test('answers what was true then, though much has happened since', async () => {
    const warehouse = await given(batch('b1', 20))
    await warehouse.handle(order('o1', 15), { id: 'm1' })
    await warehouse.handle(quantity('b1', 0))
    expect((await warehouse.handle(order('o1', 15), { id: 'm1' })).results).toEqual(['b1', null])
  })

  test.for<[MessageInput, MessageInput]>([
    [count('b1', 18, 21), damage('b1', 1)],
    [undo(5), damage('b1', 1)],
    [comes('b1', '2030-03-01'), comes('b1', null)],
    [cancel('o1'), order('o2', 20)],
    [dispatch('o1'), quantity('b1', 0)],
  ])('answers %o as it was then', async ([message, since]) => {
    const warehouse = await given(batch('b1', 20), order('o1', 15, DUE), quantity('b1', 21), batch('b2', 15))
    const outcome = await warehouse.handle(message, { id: 'm1' })
    await warehouse.handle(since)
    const before = await everything(warehouse)
    const again = await warehouse.handle(message, { id: 'm1' })
    expect([again, await everything(warehouse)]).toEqual([outcome, before])
  })

  test('while it is still on its way, is done once', async () => {
    const warehouse = await given(batch('b1', 20))
    const twice = [damage('b1', 5), damage('b1', 5)].map((message) => warehouse.handle(message, { id: 'm1' }))
    const [first, second] = await Promise.all(twice)
    expect([second, await free(warehouse)]).toEqual([first, { b1: 15 }])
  })

  test('is the same, however it left out what it did not say', async () => {
    const warehouse = await given(batch('b1', 20))
    const ways = [{}, { note: undefined }, { reason: 'quantityChanged' }, { qty: -0 }]
    for (const way of ways) await warehouse.handle(quantity('b1', 0, way), { id: 'm1' })
    expect((await warehouse.view('history', { id: 'm1' })).rows.length).toBe(1)
  })

  test('but says something else, is refused', async () => {
    const warehouse = await given(batch('b1', 20))
    await warehouse.handle(damage('b1', 5), { id: 'm1' })
    expect(await refusal(warehouse.handle(damage('b1', 6), { id: 'm1' }))).toEqual({
      code: 'InvalidMessage',
      details: { problems: [{ field: 'id', problem: 'alreadyUsed' }] },
    })
  })

  test('after it was refused, is tried again', async () => {
    const warehouse = await given(batch('b1', 4))
    const refused = await refusal(warehouse.handle(damage('b1', 5), { id: 'm1' }))
    await warehouse.handle(quantity('b1', 10))
    await warehouse.handle(damage('b1', 5), { id: 'm1' })
    expect([refused?.code, await free(warehouse)]).toEqual(['NotEnoughStock', { b1: 5 }])
  })
})

test('messages without an id, or with another, are each done', async () => {
  const warehouse = await given(batch('b1', 20))
  for (const id of [undefined, undefined, 'm1', 'm2']) await warehouse.handle(damage('b1', 3), { id })
  expect(await free(warehouse)).toEqual({ b1: 8 })
})
