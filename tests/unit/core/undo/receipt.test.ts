import { describe, expect, test } from 'vitest'
import { batch, cancel, damage, dispatch, order, SKU, undo } from '../../../support/scenario/messages.ts'
import { eventsOf, holds, lastMessage, places, raised, refusal, told } from '../../../support/scenario/seen.ts'
import { givenAnd, refusalOf, sent } from '../../../support/scenario/undoing.ts'

describe('a batch whose receipt is undone', () => {
  test('is there no more, whatever it holds by now', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 5), batch('b2', 20))
    const { events } = await undone(damage('b2', 3))
    expect([events, await holds(warehouse)]).toEqual([
      [
        { type: 'BatchWithdrawn', ref: 'b2', sku: SKU, qty: 17, setAside: 0, eta: null, created: 2 },
        { type: 'StockAvailable', sku: SKU, reason: 'undone' },
      ],
      { b1: 5 },
    ])
  })

  test('sends its lines to other batches, best protected first', async () => {
    const { undone } = await givenAnd(batch('b1', 8), batch('b2', 30, { eta: '2030-01-02' }), batch('b3', 20))
    const outcome = await undone(order('whenever', 9), order('due', 9, { dueDate: '2030-02-01' }))
    expect(told(outcome)).toEqual(['due reallocated b3 > b2', 'whenever reallocated b3 > b2'])
  })

  test('lets those lines wait that find no other', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 20))
    const outcome = await undone(order('o1', 15))
    expect([told(outcome), await places(warehouse)]).toEqual([
      ['o1 backordered b1 > -', 'SMALL-TABLE outOfStock - > -'],
      { o1: null },
    ])
  })

  test('lets the lines that it filled wait again, in their old order', async () => {
    const { undone, warehouse } = await givenAnd(batch('b1', 1), order('o1', 5), order('o2', 5), batch('b2', 10))
    const outcomes = [await undone(), await warehouse.handle(batch('b3', 5))]
    expect(outcomes.map(told)).toEqual([['o1 backordered b2 > -', 'o2 backordered b2 > -'], ['o1 filled - > b3']])
  })

  test('frees its reference, for another SKU as well', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 5))
    await undone()
    await warehouse.handle(batch('b1', 7, { sku: 'SHELF' }))
    const { rows } = await warehouse.view('batches', {})
    expect(rows.map(({ ref, sku, qty }) => [ref, sku, qty])).toEqual([['b1', 'SHELF', 7]])
  })

  test('may be received again in the next message, and lines go to it', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 5))
    await undone()
    const { results } = await warehouse.handle(batch('b1', 7)).then(() => warehouse.handle(order('o1', 6)))
    expect([results[0], await warehouse.view('batches', {}).then(({ rows }) => rows[0]?.available)]).toEqual(['b1', 1])
  })
})

describe('a SKU whose only batch was withdrawn', () => {
  test('is not known any more, and cannot be ordered', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 5))
    await undone()
    const refused = await refusal(warehouse.handle(order('o1', 1)))
    const { rows } = await warehouse.view('products', {})
    expect([refused, rows]).toEqual([{ code: 'InvalidSku', details: { sku: SKU } }, []])
  })

  test('can still be ordered while a line waits for it', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 5))
    await undone(order('o1', 5))
    expect(raised(await warehouse.handle(order('o2', 5)))).toEqual(['Backordered o2', 'OutOfStock SMALL-TABLE'])
  })
})

describe('a receipt cannot be undone', () => {
  test('once a line left the warehouse from its batch', async () => {
    const { refused } = await givenAnd(batch('b1', 20))
    const expected = { code: 'BatchDispatchedFrom', details: { ref: 'b1' } }
    expect(await refused(order('o1', 5), order('o2', 5), dispatch('o1'))).toEqual(expected)
  })

  test('but can when the line is back', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 20))
    await warehouse.handle(order('o1', 5))
    const left = await sent(warehouse, dispatch('o1'))
    expect(told(await undone(undo(left)))).toEqual(['o1 backordered b1 > -', 'SMALL-TABLE outOfStock - > -'])
  })

  test('and can when its only line was cancelled', async () => {
    const { undone } = await givenAnd(batch('b1', 20))
    expect(raised(await undone(order('o1', 5), cancel('o1')))).toEqual(['BatchWithdrawn b1'])
  })
})

describe('a receipt that counts again after all', () => {
  test('brings the batch back with what it held last, and its lines to it', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 5), batch('b2', 20))
    await undone(order('o1', 15), damage('b2', 2))
    const outcome = await warehouse.handle(undo(await lastMessage(warehouse)))
    expect([eventsOf(outcome, 'BatchReinstated').map(({ qty }) => qty), told(outcome)]).toEqual([
      [18],
      ['o1 filled - > b2'],
    ])
  })

  test('cannot, once another batch has its reference', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 5))
    await undone()
    const undoing = await lastMessage(warehouse)
    await warehouse.handle(batch('b1', 7, { sku: 'SHELF' }))
    expect(await refusalOf(warehouse, undoing)).toEqual({
      code: 'DuplicateBatch',
      details: { ref: 'b1', sku: 'SHELF' },
    })
  })
})

describe('what was done to a batch cannot be undone', () => {
  test('once the batch was withdrawn', async () => {
    const { warehouse, refused } = await givenAnd(batch('b1', 20), damage('b1', 5))
    await warehouse.handle(undo(1))
    expect(await refused()).toEqual({ code: 'UnknownBatch', details: { ref: 'b1' } })
  })

  test('nor to another batch that has its reference now', async () => {
    const { refused } = await givenAnd(batch('b1', 20), damage('b1', 5))
    expect(await refused(undo(1), batch('b1', 20))).toEqual({ code: 'UnknownBatch', details: { ref: 'b1' } })
  })
})
