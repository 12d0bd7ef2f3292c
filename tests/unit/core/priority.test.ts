import { describe, expect, test } from 'vitest'
import { given } from '../../support/scenario/given.ts'
import { batch, cancel, order, prefer, quantity, SKU, undo } from '../../support/scenario/messages.ts'
import { lastMessage, places, refusal } from '../../support/scenario/seen.ts'

const JAN = { dueDate: '2030-01-31' }

describe('a line of higher priority', () => {
  test('keeps its place before one that is due earlier', async () => {
    const warehouse = await given(batch('b1', 10), order('due', 5, JAN), order('first', 5, { priority: 1 }))
    await warehouse.handle(quantity('b1', 5))
    expect(await places(warehouse)).toEqual({ due: null, first: 'b1' })
  })

  test('is offered room before one that is due earlier', async () => {
    const warehouse = await given(batch('b1', 1), order('due', 5, JAN), order('first', 5, { priority: 9 }))
    await warehouse.handle(batch('b2', 5))
    expect(await places(warehouse)).toEqual({ due: null, first: 'b2' })
  })

  test('takes no place from a line that has one', async () => {
    const warehouse = await given(batch('b1', 5), order('has it', 5))
    await warehouse.handle(order('first', 5, { priority: 9 }))
    expect(await places(warehouse)).toEqual({ 'has it': 'b1', first: null })
  })
})

test('a line that is sent again keeps the priority and the customer that it has', async () => {
  const warehouse = await given(batch('b1', 5), order('o1', 5, { priority: 2, customer: 'Park' }))
  const { events } = await warehouse.handle(order('o1', 5, { priority: 9, customer: 'Sato' }))
  const { rows } = await warehouse.view('lines', {})
  expect([events, rows.map(({ priority, customer }) => [priority, customer])]).toEqual([[], [[2, 'Park']]])
})

describe('the priority of a line', () => {
  test('can be changed later, which moves nothing, and then protects its place', async () => {
    const warehouse = await given(batch('b1', 10), order('due', 5, JAN), order('first', 5))
    const { events } = await warehouse.handle(prefer('first', 3))
    await warehouse.handle(quantity('b1', 5))
    expect([events, await places(warehouse)]).toEqual([
      [{ type: 'PriorityChanged', orderId: 'first', line: 1, sku: SKU, qty: 5, before: 0, after: 3 }],
      { due: null, first: 'b1' },
    ])
  })

  test('is what it was once the change is undone', async () => {
    const warehouse = await given(batch('b1', 10), order('due', 5, JAN), order('first', 5), prefer('first', 3))
    await warehouse.handle(undo(await lastMessage(warehouse)))
    await warehouse.handle(quantity('b1', 5))
    expect(await places(warehouse)).toEqual({ due: 'b1', first: null })
  })

  test('is not taken back once it was changed again', async () => {
    const warehouse = await given(batch('b1', 5), order('o1', 5), prefer('o1', 3))
    const first = await lastMessage(warehouse)
    await warehouse.handle(prefer('o1', 4))
    expect(await refusal(warehouse.handle(undo(first)))).toMatchObject({ code: 'LineChangedSince' })
  })

  test('of a line that was cancelled cannot be changed', async () => {
    const warehouse = await given(batch('b1', 5), order('o1', 5), cancel('o1'))
    expect(await refusal(warehouse.handle(prefer('o1', 3)))).toMatchObject({ code: 'LineConflict' })
  })
})
