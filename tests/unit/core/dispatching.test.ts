import { describe, expect, test } from 'vitest'
import { given } from '../../support/scenario/given.ts'
import { batch, cancel, comes, dispatch, order, quantity, SKU } from '../../support/scenario/messages.ts'
import { free, holds, raised, states, told } from '../../support/scenario/seen.ts'

const SHELF = { sku: 'SHELF' }
const SHIPMENT = { eta: '2030-02-01' }

describe('of an order that is dispatched', () => {
  test('the lines in warehouse stock leave, and their units with them', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 15), order('o2', 3))
    const { events } = await warehouse.handle(dispatch('o1'))
    expect([events, await holds(warehouse), await free(warehouse)]).toEqual([
      [{ type: 'Dispatched', orderId: 'o1', line: 1, sku: SKU, qty: 15, ref: 'b1', since: 3 }],
      { b1: 5 },
      { b1: 2 },
    ])
  })

  test('a line that waits for a shipment stays, and is named', async () => {
    const warehouse = await given(batch('b1', 20, SHIPMENT), order('o1', 15))
    const { events } = await warehouse.handle(dispatch('o1'))
    expect([events, await states(warehouse), await holds(warehouse)]).toEqual([
      [{ type: 'NotDispatched', orderId: 'o1', line: 1, sku: SKU, qty: 15, ref: 'b1' }],
      { o1: 'allocated b1' },
      { b1: 20 },
    ])
  })

  test('a line that has no batch stays, and is named', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 25))
    const { events } = await warehouse.handle(dispatch('o1'))
    expect([events, await states(warehouse)]).toEqual([
      [{ type: 'NotDispatched', orderId: 'o1', line: 1, sku: SKU, qty: 25, ref: null }],
      { o1: 'backordered' },
    ])
  })

  test('every SKU is sent, in order, and each line by its number', async () => {
    const lines = [order('o1', 2, { line: 10 }), order('o1', 99), order('o1', 3, { line: 2 }), order('o1', 1, SHELF)]
    const warehouse = await given(batch('b1', 20), batch('s1', 5, SHELF), ...lines)
    const { events } = await warehouse.handle(dispatch('o1'))
    const named = events.map((event) => [event.type, 'line' in event && event.line, 'sku' in event && event.sku])
    expect(named).toEqual([
      ['Dispatched', 1, 'SHELF'],
      ['NotDispatched', 1, SKU],
      ['Dispatched', 2, SKU],
      ['Dispatched', 10, SKU],
    ])
  })

  test('cancelled lines are no concern', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 15), cancel('o1'))
    const outcome = await warehouse.handle(dispatch('o1'))
    expect([outcome.events, await holds(warehouse)]).toEqual([[], { b1: 20 }])
  })

  test('other orders stay', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 5), order('o2', 5), dispatch('o1'))
    expect(await states(warehouse)).toEqual({ o1: 'dispatched b1', o2: 'allocated b1' })
  })

  test('nobody moves, and nobody need be told', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 15), order('o2', 5), order('o3', 20))
    expect(told(await warehouse.handle(dispatch('o1')))).toEqual([])
  })
})

describe('a line that was dispatched', () => {
  test('is never displaced', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 15), dispatch('o1'))
    const outcome = await warehouse.handle(quantity('b1', 0))
    expect([raised(outcome), await states(warehouse)]).toEqual([['StockAdjusted b1'], { o1: 'dispatched b1' }])
  })

  test('is never late', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 15, { dueDate: '2030-01-31' }), dispatch('o1'))
    const outcome = await warehouse.handle(comes('b1', '2030-02-01'))
    const { rows } = await warehouse.view('lines', {})
    expect([raised(outcome), rows[0]?.late]).toEqual([['ArrivalChanged b1'], false])
  })
})

describe('an order that is dispatched again', () => {
  test('has nothing more to send', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 5), dispatch('o1'))
    const outcome = await warehouse.handle(dispatch('o1'))
    expect([outcome, await holds(warehouse)]).toEqual([{ results: [null], events: [], notices: [] }, { b1: 15 }])
  })

  test('sends what has come since', async () => {
    const shipment = [batch('b1', 20, SHIPMENT), order('o1', 5), dispatch('o1'), comes('b1', null)]
    const warehouse = await given(...shipment)
    expect(raised(await warehouse.handle(dispatch('o1')))).toEqual(['Dispatched o1'])
  })
})
