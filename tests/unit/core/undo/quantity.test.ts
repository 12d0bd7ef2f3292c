import { describe, expect, test } from 'vitest'
import { MAX_QUANTITY, type MessageInput } from '../../../../core/index.ts'
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
} from '../../../support/scenario/messages.ts'
import { eventsOf, free, holds, places, raised, states, told } from '../../../support/scenario/seen.ts'
import { givenAnd } from '../../../support/scenario/undoing.ts'

describe('undone, the batch holds what it held:', () => {
  test.for<[string, MessageInput]>([
    ['a damage', damage('b1', 5)],
    ['a count', count('b1', 3, 20)],
    ['a quantity', quantity('b1', 0)],
    ['a larger quantity', quantity('b1', 99)],
  ])('%s', async ([, change]) => {
    const { warehouse, undone } = await givenAnd(batch('b1', 20), change)
    await undone()
    expect(await holds(warehouse)).toEqual({ b1: 20 })
  })
})

test('only the change is taken back, and what happened since stays', async () => {
  const { warehouse, undone } = await givenAnd(batch('b1', 20), damage('b1', 5))
  const { events } = await undone(damage('b1', 3))
  expect([await holds(warehouse), events]).toEqual([
    { b1: 17 },
    [
      { type: 'StockAdjusted', ref: 'b1', sku: SKU, created: 1, before: 12, after: 17, reason: 'undone' },
      { type: 'StockAvailable', sku: SKU, reason: 'undone' },
    ],
  ])
})

describe('lines that the change displaced come back', () => {
  test('from the batches that they found', async () => {
    const { undone } = await givenAnd(batch('b1', 20), order('o1', 15), batch('b2', 15), damage('b1', 10))
    const { events, notices } = await undone()
    const ofLine = { orderId: 'o1', line: 1, sku: SKU, qty: 15 }
    expect({ events, notices }).toEqual({
      events: [
        { type: 'Deallocated', ...ofLine, ref: 'b2', since: 7, room: null, reason: 'undone' },
        { type: 'StockAdjusted', ref: 'b1', sku: SKU, created: 1, before: 10, after: 20, reason: 'undone' },
        { type: 'Allocated', ...ofLine, ref: 'b1', since: 3, from: 'b2', reason: 'undone' },
        { type: 'StockAvailable', sku: SKU, reason: 'undone' },
      ],
      notices: [{ kind: 'reallocated', ...ofLine, from: 'b2', to: 'b1', reason: 'undone' }],
    })
  })

  test('from waiting', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 15), order('o1', 15), damage('b1', 10))
    expect([told(await undone()), await places(warehouse)]).toEqual([['o1 filled - > b1'], { o1: 'b1' }])
  })

  test('before any line that waits, however urgent', async () => {
    const { undone } = await givenAnd(batch('b1', 20), order('o1', 15), damage('b1', 10))
    const outcome = await undone(order('urgent', 16, { dueDate: '2030-01-02' }))
    expect(told(outcome)).toEqual(['o1 filled - > b1'])
  })

  test('as far as they fit, best protected first, and who cannot is named', async () => {
    const lines = [order('whenever', 8), order('due', 8, { dueDate: '2030-02-01' })]
    const { undone } = await givenAnd(batch('b1', 16), ...lines, batch('b2', 16), damage('b1', 9))
    const outcome = await undone(order('new', 7))
    const ofLine = { orderId: 'whenever', line: 1, sku: SKU, qty: 8 }
    expect([told(outcome), eventsOf(outcome, 'NotRestored')]).toEqual([
      ['due reallocated b2 > b1', 'whenever notRestored - > b1'],
      [{ type: 'NotRestored', ...ofLine, ref: 'b1', room: 1 }],
    ])
  })

  test('and the room that they leave is offered to waiting lines', async () => {
    const { undone } = await givenAnd(batch('b1', 20), order('o1', 15), batch('b2', 15), damage('b1', 10))
    const outcome = await undone(order('waits', 13))
    expect(told(outcome)).toEqual(['o1 reallocated b2 > b1', 'waits filled - > b2'])
  })

  test.for<[string, MessageInput[], string]>([
    ['but not when they came back by themselves', [quantity('b2', 0), quantity('b1', 16)], 'allocated b1'],
    ['but not when they were cancelled', [cancel('o1')], 'cancelled'],
    ['but not when they were dispatched', [dispatch('o1')], 'dispatched b2'],
  ])('%s', async ([, since, state]) => {
    const { warehouse, undone } = await givenAnd(batch('b1', 20), order('o1', 15), batch('b2', 15), damage('b1', 10))
    const outcome = await undone(...since)
    expect([raised(outcome), await states(warehouse)]).toEqual([
      ['StockAdjusted b1', 'StockAvailable SMALL-TABLE'],
      { o1: state },
    ])
  })
})

describe('an increase that is undone', () => {
  test('displaces, worst protected first', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 10), batch('b2', 8), quantity('b1', 20))
    const outcome = await undone(order('o1', 10), order('o2', 8))
    expect([told(outcome), await free(warehouse)]).toEqual([['o2 reallocated b1 > b2'], { b1: 0, b2: 0 }])
  })

  test('offers what a larger line leaves to those that wait', async () => {
    const { undone } = await givenAnd(batch('b1', 10), quantity('b1', 20))
    const outcome = await undone(order('large', 12), order('small', 9))
    expect(told(outcome)).toEqual(['large backordered b1 > -', 'SMALL-TABLE outOfStock - > -', 'small filled - > b1'])
  })

  test('may leave nothing', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 10), quantity('b1', 20))
    await undone(damage('b1', 10))
    expect(await holds(warehouse)).toEqual({ b1: 0 })
  })
})

describe('a line that goes back', () => {
  test('is as well protected there as it was', async () => {
    const lines = [order('first', 8), order('second', 8)]
    const { warehouse, undone } = await givenAnd(batch('b1', 16), ...lines, batch('b2', 16), damage('b1', 16))
    await undone()
    expect(told(await warehouse.handle(damage('b1', 8)))).toEqual(['second reallocated b1 > b2'])
  })

  test('is told of when it is late there by now', async () => {
    const stock = [batch('b', 10), batch('c', 10, { eta: '2030-01-01' }), order('A', 8, { dueDate: '2030-02-01' })]
    const { undone } = await givenAnd(...stock, damage('b', 5))
    const outcome = await undone(comes('b', '2031-01-01'))
    expect([told(outcome), eventsOf(outcome, 'Late')]).toEqual([
      ['A reallocated c > b', 'A late - > b'],
      [{ type: 'Late', orderId: 'A', line: 1, sku: SKU, qty: 8, ref: 'b', dueDate: '2030-02-01', eta: '2031-01-01' }],
    ])
  })

  test('waits again when the increase that filled it is undone, and nobody else has to go', async () => {
    const lines = [order('stays', 10), order('waits', 5)]
    const { warehouse, undone } = await givenAnd(batch('b1', 10), ...lines, quantity('b1', 15))
    expect([told(await undone()), await places(warehouse)]).toEqual([
      ['waits backordered b1 > -'],
      { stays: 'b1', waits: null },
    ])
  })
})

describe('units that were added', () => {
  test('and are gone by now cannot be taken back', async () => {
    const { refused } = await givenAnd(batch('b1', 20), quantity('b1', 30))
    const expected = { code: 'NotEnoughStock', details: { ref: 'b1', qty: 10, holds: 9 } }
    expect(await refused(damage('b1', 21))).toEqual(expected)
  })

  test('are never given back to more than can be counted', async () => {
    const { refused } = await givenAnd(batch('b1', MAX_QUANTITY), damage('b1', 1))
    const problems = [{ field: 'undoes', problem: 'tooLarge', limit: MAX_QUANTITY }]
    expect(await refused(quantity('b1', MAX_QUANTITY))).toEqual({ code: 'InvalidMessage', details: { problems } })
  })
})
