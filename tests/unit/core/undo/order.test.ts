import { describe, expect, test } from 'vitest'
import { batch, cancel, damage, departed, dispatch, order, SKU, undo } from '../../../support/scenario/messages.ts'
import { free, lastMessage, places, told } from '../../../support/scenario/seen.ts'
import { givenAnd, refusalOf } from '../../../support/scenario/undoing.ts'

const ofLine = { orderId: 'o1', line: 1, sku: SKU }

describe('a line whose order is undone', () => {
  test('is there no more, and its units are free', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 20), order('o1', 5))
    const { events } = await undone()
    expect([events, await places(warehouse), await free(warehouse)]).toEqual([
      [
        { type: 'Deallocated', ...ofLine, qty: 5, ref: 'b1', since: 3, room: null, reason: 'undone' },
        { type: 'LineWithdrawn', ...ofLine, qty: 5, dueDate: null, customer: null, priority: 0, ordered: 2 },
        { type: 'StockAvailable', sku: SKU, reason: 'undone' },
      ],
      {},
      { b1: 20 },
    ])
  })

  test('leaves the place that it was moved to since, to those that wait', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 20), batch('b2', 9), order('o1', 9))
    const outcome = await undone(damage('b1', 15), order('waits', 6))
    expect([told(outcome), await places(warehouse)]).toEqual([['waits filled - > b2'], { waits: 'b2' }])
  })

  test('may be ordered again, with another quantity and due date', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 20), order('o1', 5))
    await undone()
    await warehouse.handle(order('o1', 7, { dueDate: '2030-02-01' }))
    const { rows } = await warehouse.view('lines', {})
    expect(rows.map(({ orderId, qty, dueDate }) => [orderId, qty, dueDate])).toEqual([['o1', 7, '2030-02-01']])
  })

  test('leaves the other lines of its order alone', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 20), order('o1', 5), order('o1', 6, { line: 2 }))
    await undone()
    expect(await places(warehouse)).toEqual({ o1: 'b1' })
  })
})

describe('an order cannot be undone', () => {
  const changed = { code: 'LineChangedSince', details: ofLine }
  const undoneAfter = async (...since: Parameters<typeof givenAnd>) => {
    const { refused } = await givenAnd(batch('b1', 20), order('o1', 5))
    return refused(...since)
  }

  test('once its line was cancelled', async () => {
    expect(await undoneAfter(cancel('o1'))).toEqual(changed)
  })

  test('once its line was dispatched', async () => {
    expect(await undoneAfter(dispatch('o1'))).toEqual(changed)
  })

  test('once its goods are gone for good', async () => {
    const departure = { code: 'AlreadyDeparted', details: { orderId: 'o1' } }
    expect(await undoneAfter(dispatch('o1'), departed('o1'))).toEqual(departure)
  })
})

describe('an order that counts again after all', () => {
  test('goes back to its place, before those that wait, unless that was given away', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 5), order('o1', 5))
    await undone()
    const undoing = await lastMessage(warehouse)
    await warehouse.handle(order('o2', 3))
    expect([told(await warehouse.handle(undo(undoing))), await places(warehouse)]).toEqual([
      ['o1 notRestored - > b1'],
      { o1: null, o2: 'b1' },
    ])
  })

  test('does not go to a batch of another SKU that has the reference of its own by now', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 5), batch('b2', 1), order('o1', 5))
    await undone()
    const undoing = await lastMessage(warehouse)
    for (const message of [undo(1), batch('b1', 9, { sku: 'SHELF' })]) await warehouse.handle(message)
    expect([told(await warehouse.handle(undo(undoing))), await places(warehouse)]).toEqual([[], { o1: null }])
  })

  test('cannot, once the line was ordered anew', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 20), order('o1', 5))
    await undone()
    const undoing = await lastMessage(warehouse)
    await warehouse.handle(order('o1', 6))
    expect(await refusalOf(warehouse, undoing)).toEqual({ code: 'LineChangedSince', details: ofLine })
  })
})
