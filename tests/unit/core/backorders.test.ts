import { describe, expect, test } from 'vitest'
import { given } from '../../support/scenario/given.ts'
import { batch, order, quantity } from '../../support/scenario/messages.ts'
import { free, places, raised, told } from '../../support/scenario/seen.ts'

const JAN = { dueDate: '2030-01-31' }
const FEB = { dueDate: '2030-02-28' }

describe('waiting lines are offered room', () => {
  test('when a batch is created', async () => {
    const warehouse = await given(batch('b1', 1), order('o1', 10))
    const outcome = await warehouse.handle(batch('b2', 10, { eta: '2030-02-01' }))
    expect([told(outcome), await places(warehouse)]).toEqual([['o1 filled - > b2'], { o1: 'b2' }])
  })

  test('when a batch turns out to hold more', async () => {
    const warehouse = await given(batch('b1', 1), order('o1', 10))
    const outcome = await warehouse.handle(quantity('b1', 10, { reason: 'count' }))
    expect(outcome.notices).toEqual([
      {
        ...{ kind: 'filled', orderId: 'o1', line: 1, sku: 'SMALL-TABLE', qty: 10 },
        ...{ from: null, to: 'b1', reason: 'count' },
      },
    ])
  })

  test('when a displaced larger line leaves room behind', async () => {
    const warehouse = await given(batch('b1', 20), order('large', 18), order('small', 5), order('smaller', 2))
    const outcome = await warehouse.handle(quantity('b1', 10))
    expect([told(outcome), await free(warehouse)]).toEqual([
      ['large backordered b1 > -', 'SMALL-TABLE outOfStock - > -', 'small filled - > b1'],
      { b1: 3 },
    ])
  })

  test('but not when a batch of another SKU comes', async () => {
    const warehouse = await given(batch('b1', 1), order('o1', 10), batch('b2', 10, { sku: 'SHELF' }))
    expect(await places(warehouse)).toEqual({ o1: null })
  })
})

describe('who is offered it first', () => {
  test('the earliest due, then those without a date', async () => {
    const lines = [order('whenever', 5), order('february', 5, FEB), order('january', 5, JAN)]
    const warehouse = await given(batch('b1', 1), ...lines)
    const outcome = await warehouse.handle(batch('b2', 10))
    expect(told(outcome)).toEqual(['january filled - > b2', 'february filled - > b2'])
  })

  test('of equals, the oldest, though another waits for longer', async () => {
    const displaced = [batch('b1', 5), order('oldest', 5), order('waits longer', 5), quantity('b1', 0)]
    const warehouse = await given(...displaced)
    const outcome = await warehouse.handle(quantity('b1', 5))
    expect(told(outcome)).toEqual(['oldest filled - > b1'])
  })

  test('one that does not fit is passed over, and keeps its turn', async () => {
    const warehouse = await given(batch('b1', 1), order('large', 10, JAN), order('small', 4), order('other', 4))
    const outcomes = [await warehouse.handle(batch('b2', 9)), await warehouse.handle(batch('b3', 10))]
    expect(outcomes.map(told)).toEqual([['small filled - > b2', 'other filled - > b2'], ['large filled - > b3']])
  })
})

describe('a line that waits', () => {
  test('is filled by all the room there is, not only the new', async () => {
    const lines = [order('o1', 5), order('o2', 3), order('o3', 3)]
    const warehouse = await given(batch('b1', 2), ...lines, quantity('b1', 4))
    const outcome = await warehouse.handle(batch('b2', 8))
    expect([told(outcome), await free(warehouse)]).toEqual([['o1 filled - > b2', 'o3 filled - > b2'], { b1: 1, b2: 0 }])
  })

  test('may find a place, lose it and wait again', async () => {
    const warehouse = await given(batch('b1', 10), order('o1', 10), quantity('b1', 0), quantity('b1', 10))
    await warehouse.handle(quantity('b1', 9))
    expect(await places(warehouse)).toEqual({ o1: null })
  })

  test('is not lost when the last batch of its SKU is empty', async () => {
    const warehouse = await given(batch('b1', 10), order('o1', 10), quantity('b1', 0))
    const { rows } = await warehouse.view('lines', { state: 'backordered' })
    expect(rows.map(({ orderId, qty }) => [orderId, qty])).toEqual([['o1', 10]])
  })
})

describe('out of stock is said once for each SKU and message', () => {
  test('of several lines that find no batch', async () => {
    const warehouse = await given(batch('b1', 10), order('o1', 5), order('o2', 5))
    const outcome = await warehouse.handle(quantity('b1', 0))
    expect(raised(outcome).filter((event) => event.startsWith('OutOfStock'))).toEqual(['OutOfStock SMALL-TABLE'])
  })

  test('again by the next message', async () => {
    const warehouse = await given(batch('b1', 1))
    const outcomes = [await warehouse.handle(order('o1', 5)), await warehouse.handle(order('o2', 5))]
    const said = ['Backordered', 'OutOfStock']
    expect(outcomes.map(({ events }) => events.map(({ type }) => type))).toEqual([said, said])
  })
})
