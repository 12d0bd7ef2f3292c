import { describe, expect, test } from 'vitest'
import { given } from '../../support/scenario/given.ts'
import { batch, cancel, order, quantity, SKU } from '../../support/scenario/messages.ts'
import { free, raised, states } from '../../support/scenario/seen.ts'

describe('a line that is cancelled', () => {
  test('gives its units back to its batch', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 15))
    const { events } = await warehouse.handle(cancel('o1'))
    const ofLine = { orderId: 'o1', line: 1, sku: SKU, qty: 15 }
    expect([events, await free(warehouse)]).toEqual([
      [
        { type: 'Deallocated', ...ofLine, ref: 'b1', since: 3, room: null, reason: 'lineCancelled' },
        { type: 'LineCancelled', ...ofLine },
        { type: 'StockAvailable', sku: SKU, reason: 'lineCancelled' },
      ],
      { b1: 20 },
    ])
  })

  test('makes room that is offered to the waiting lines', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 15), order('o2', 18), order('o3', 6))
    const { notices } = await warehouse.handle(cancel('o1'))
    const ofLine = { orderId: 'o2', line: 1, sku: SKU, qty: 18 }
    expect([notices, await states(warehouse)]).toEqual([
      [{ kind: 'filled', ...ofLine, from: null, to: 'b1', reason: 'lineCancelled' }],
      { o1: 'cancelled', o2: 'allocated b1', o3: 'backordered' },
    ])
  })

  test('waits no more, though room appears', async () => {
    const warehouse = await given(batch('b1', 1), order('o1', 5))
    const outcomes = [await warehouse.handle(cancel('o1')), await warehouse.handle(quantity('b1', 5))]
    expect([outcomes.map(raised), await states(warehouse)]).toEqual([
      [['LineCancelled o1'], ['StockAdjusted b1', 'StockAvailable SMALL-TABLE']],
      { o1: 'cancelled' },
    ])
  })

  test('again, is cancelled once', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 15), cancel('o1'), order('o2', 20))
    const outcome = await warehouse.handle(cancel('o1'))
    expect([outcome, await free(warehouse)]).toEqual([{ results: [null], events: [], notices: [] }, { b1: 0 }])
  })

  test('leaves the other lines of its order alone', async () => {
    const shelf = { sku: 'SHELF' }
    const lines = [order('o1', 3), order('o1', 4, { line: 2 }), order('o1', 5, shelf)]
    const warehouse = await given(batch('b1', 20), batch('s1', 20, shelf), ...lines, cancel('o1', { line: 2 }))
    expect(await free(warehouse)).toEqual({ b1: 17, s1: 15 })
  })

  test('is not displaced when its batch shrinks', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 5), cancel('o1'))
    expect(raised(await warehouse.handle(quantity('b1', 0)))).toEqual(['StockAdjusted b1'])
  })
})
