import { describe, expect, test } from 'vitest'
import {
  batch,
  comes,
  damage,
  departed,
  dispatch,
  order,
  quantity,
  SKU,
  undo,
} from '../../../support/scenario/messages.ts'
import { eventsOf, holds, lastMessage, raised, states, told } from '../../../support/scenario/seen.ts'
import { givenAnd, refusalOf } from '../../../support/scenario/undoing.ts'

const SHELF = { sku: 'SHELF' }

describe('an order whose dispatch is undone', () => {
  test('is back in its batch, with its units', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 20), order('o1', 15), dispatch('o1'))
    const outcome = await undone()
    const back = { type: 'DispatchUndone', orderId: 'o1', line: 1, sku: SKU, qty: 15, ref: 'b1', since: 3 }
    expect([eventsOf(outcome, 'DispatchUndone'), await holds(warehouse), await states(warehouse)]).toEqual([
      [back],
      { b1: 20 },
      { o1: 'allocated b1' },
    ])
  })

  test('comes back for every SKU', async () => {
    const lines = [order('o1', 15), order('o1', 3, SHELF), order('o1', 2, { line: 2 })]
    const { warehouse, undone } = await givenAnd(batch('b1', 20), batch('s1', 5, SHELF), ...lines, dispatch('o1'))
    const outcome = await undone()
    expect([
      eventsOf(outcome, 'DispatchUndone').map(({ sku, line }) => `${sku} ${line}`),
      await holds(warehouse),
    ]).toEqual([['SHELF 1', `${SKU} 1`, `${SKU} 2`], { b1: 20, s1: 5 }])
  })

  test('keeps what was damaged and who was allocated in between', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 20), order('o1', 15), dispatch('o1'))
    const outcome = await undone(order('o2', 3), damage('b1', 2))
    expect([told(outcome), await holds(warehouse), await states(warehouse)]).toEqual([
      [],
      { b1: 18 },
      { o1: 'allocated b1', o2: 'allocated b1' },
    ])
  })

  test('leaves those lines alone that were not sent', async () => {
    const shipment = { eta: '2030-02-01' }
    const lines = [order('o1', 15), order('o1', 5, { line: 2 })]
    const { warehouse, undone } = await givenAnd(batch('b1', 16), batch('b2', 9, shipment), ...lines, dispatch('o1'))
    await undone()
    expect(await states(warehouse)).toEqual({ o1: 'allocated b1', 'o1/2': 'allocated b2' })
  })

  test('is as well protected as before', async () => {
    const lines = [order('first', 8), order('second', 8)]
    const { warehouse, undone } = await givenAnd(batch('b1', 16), ...lines, dispatch('first'))
    await undone()
    expect(told(await warehouse.handle(quantity('b1', 8)))[0]).toBe('second backordered b1 > -')
  })
})

describe('a dispatch cannot be undone', () => {
  const departure = { code: 'AlreadyDeparted', details: { orderId: 'o1' } }

  test('once its goods are confirmed as gone', async () => {
    const { refused } = await givenAnd(batch('b1', 20), order('o1', 15), dispatch('o1'))
    expect(await refused(departed('o1'))).toEqual(departure)
  })

  test('of one SKU, when that of another cannot', async () => {
    const stock = [
      batch('b1', 20),
      batch('s1', 5, { ...SHELF, eta: '2030-02-01' }),
      order('o1', 15),
      order('o1', 5, SHELF),
    ]
    const { refused, warehouse } = await givenAnd(...stock, dispatch('o1'))
    await warehouse.handle(departed('o1'))
    await warehouse.handle(comes('s1', null))
    await warehouse.handle(dispatch('o1'))
    expect(await refused()).toEqual(departure)
  })

  test('but can once that confirmation is undone', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 20), order('o1', 15), dispatch('o1'))
    await warehouse.handle(departed('o1'))
    expect(raised(await undone(undo(await lastMessage(warehouse))))).toEqual([
      'DispatchUndone o1',
      'StockAvailable SMALL-TABLE',
    ])
  })
})

test('what brought an order back cannot be undone once the order was dispatched again, or its line moved', async () => {
  const changed = { code: 'LineChangedSince', details: { orderId: 'o1', line: 1, sku: SKU } }
  for (const since of [dispatch('o1'), damage('b1', 20)]) {
    const { warehouse, undone } = await givenAnd(batch('b1', 20), order('o1', 15), batch('b2', 15), dispatch('o1'))
    await undone()
    const undoing = await lastMessage(warehouse)
    await warehouse.handle(since)
    expect(await refusalOf(warehouse, undoing)).toEqual(changed)
  }
})

test('an order of which nothing has left has nothing to confirm', async () => {
  const { refused, seq } = await givenAnd(batch('b1', 20), order('o1', 15), departed('o1'))
  expect(await refused()).toEqual({ code: 'NotUndoable', details: { seq, type: 'DispatchConfirmed' } })
})
