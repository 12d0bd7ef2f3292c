import { describe, expect, test } from 'vitest'
import { given } from '../../support/scenario/given.ts'
import { batch, order, quantity } from '../../support/scenario/messages.ts'
import { places } from '../../support/scenario/seen.ts'

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
