import { describe, expect, test } from 'vitest'
import { given } from '../../support/scenario/given.ts'
import { batch, damage, order, quantity } from '../../support/scenario/messages.ts'
import { free, places, raised, told } from '../../support/scenario/seen.ts'

const JAN = { dueDate: '2030-01-31' }
const FEB = { dueDate: '2030-02-28' }

describe('who loses the place', () => {
  test('a line without a due date before one that has one', async () => {
    const warehouse = await given(batch('b1', 20), order('whenever', 10), order('promised', 10, FEB))
    await warehouse.handle(quantity('b1', 10))
    expect(await places(warehouse)).toEqual({ whenever: null, promised: 'b1' })
  })

  test('the line with the later due date', async () => {
    const warehouse = await given(batch('b1', 20), order('february', 10, FEB), order('january', 10, JAN))
    await warehouse.handle(quantity('b1', 10))
    expect(await places(warehouse)).toEqual({ february: null, january: 'b1' })
  })

  test.for([{}, JAN])('of equals, the line that was allocated later: %o', async (due) => {
    const warehouse = await given(batch('b1', 20), order('first', 10, due), order('second', 10, due))
    await warehouse.handle(quantity('b1', 10))
    expect(await places(warehouse)).toEqual({ first: 'b1', second: null })
  })

  test('of equals, the line that came here later, though it was ordered earlier', async () => {
    const moved = [batch('gone', 10), order('moved', 10), batch('b1', 20), order('settled', 10), quantity('gone', 0)]
    const warehouse = await given(...moved)
    await warehouse.handle(quantity('b1', 10))
    expect(await places(warehouse)).toEqual({ moved: null, settled: 'b1' })
  })

  test('no more than must: lines of 30 and 20, and 25 left, keep the 20', async () => {
    const warehouse = await given(batch('b1', 50), order('thirty', 30), order('twenty', 20))
    const outcome = await warehouse.handle(quantity('b1', 25))
    expect([told(outcome), await places(warehouse)]).toEqual([
      ['thirty backordered b1 > -', 'SMALL-TABLE outOfStock - > -'],
      { thirty: null, twenty: 'b1' },
    ])
  })

  test('a smaller line stays in the room that a better protected but larger one leaves', async () => {
    const lines = [order('a', 10, JAN), order('b', 30, JAN), order('c', 15, FEB), order('d', 5)]
    const warehouse = await given(batch('b1', 60), ...lines)
    const outcome = await warehouse.handle(quantity('b1', 30))
    expect([told(outcome), await places(warehouse)]).toEqual([
      ['b backordered b1 > -', 'SMALL-TABLE outOfStock - > -'],
      { a: 'b1', b: null, c: 'b1', d: 'b1' },
    ])
  })

  test('nobody, while what is left still holds them all', async () => {
    const warehouse = await given(batch('b1', 50), order('o1', 30), order('o2', 10))
    const outcome = await warehouse.handle(quantity('b1', 40))
    expect([raised(outcome), await places(warehouse)]).toEqual([['StockAdjusted b1'], { o1: 'b1', o2: 'b1' }])
  })

  test('everybody, when nothing is left', async () => {
    const warehouse = await given(batch('b1', 50), order('o1', 30), order('o2', 10))
    await warehouse.handle(damage('b1', 50))
    expect([await places(warehouse), await free(warehouse)]).toEqual([{ o1: null, o2: null }, { b1: 0 }])
  })
})

describe('where a displaced line goes', () => {
  test('to the earliest batch with room', async () => {
    const others = [batch('late', 20, { eta: '2030-03-01' }), batch('early', 20, { eta: '2030-02-01' })]
    const warehouse = await given(batch('b1', 20), order('o1', 20), ...others)
    const outcome = await warehouse.handle(quantity('b1', 19))
    expect([told(outcome), await places(warehouse)]).toEqual([['o1 reallocated b1 > early'], { o1: 'early' }])
  })

  test('the best protected of them chooses first', async () => {
    const lines = [order('whenever', 10), order('february', 10, FEB), order('january', 10, JAN)]
    const others = [batch('near', 10), batch('far', 10, { eta: '2030-02-01' })]
    const warehouse = await given(batch('b1', 30), ...lines, ...others)
    const outcome = await warehouse.handle(quantity('b1', 0))
    expect(told(outcome)).toEqual([
      'january reallocated b1 > near',
      'february reallocated b1 > far',
      'whenever backordered b1 > -',
      'SMALL-TABLE outOfStock - > -',
    ])
  })

  test('never to where it was', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 15), order('o2', 5), batch('b2', 1))
    const outcome = await warehouse.handle(quantity('b1', 14))
    expect([told(outcome), await places(warehouse)]).toEqual([
      ['o1 backordered b1 > -', 'SMALL-TABLE outOfStock - > -'],
      { o1: null, o2: 'b1' },
    ])
  })

  test('it keeps its age and its due date', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 10, FEB), batch('b2', 20), order('o2', 10))
    await warehouse.handle(quantity('b1', 0))
    const { rows } = await warehouse.view('lines', {})
    expect(rows.map(({ orderId, batchRef, dueDate }) => [orderId, batchRef, dueDate])).toEqual([
      ['o1', 'b2', '2030-02-28'],
      ['o2', 'b2', null],
    ])
  })
})

test('the history tells what room there was when a line had to go', async () => {
  const warehouse = await given(batch('b1', 50), order('o1', 30), order('o2', 20), order('o3', 15))
  const { events } = await warehouse.handle(quantity('b1', 32, { reason: 'water' }))
  const ofLine = { line: 1, sku: 'SMALL-TABLE' }
  expect(events.filter(({ type }) => type === 'Deallocated')).toEqual([
    { type: 'Deallocated', orderId: 'o2', qty: 20, ...ofLine, ref: 'b1', since: 5, room: 2, reason: 'water' },
  ])
})

test('the same state and the same message displace the same lines, whatever their names', async () => {
  const outcomes = new Set<string>()
  for (const [first, second, third] of [
    ['a', 'b', 'c'],
    ['c', 'b', 'a'],
    ['b', 'c', 'a'],
  ] as const) {
    const warehouse = await given(batch('b1', 30), order(first, 10), order(second, 10), order(third, 10))
    const outcome = await warehouse.handle(quantity('b1', 20))
    outcomes.add(raised(outcome)[1] === `Deallocated ${third}` ? 'the third' : 'another')
  }
  expect([...outcomes]).toEqual(['the third'])
})
