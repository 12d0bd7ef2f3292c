import { describe, expect, test } from 'vitest'
import { given } from '../../support/scenario/given.ts'
import { batch, comes, order, SKU } from '../../support/scenario/messages.ts'
import { eventsOf, free, places, raised, told } from '../../support/scenario/seen.ts'

const JAN = '2030-01-31'
const FEB = '2030-02-15'
const MAR = '2030-03-31'
/** What the delay of `b1` from the day it was to come says first. */
const putOff = (after: string | null, before: string | null = JAN) => ({
  type: 'ArrivalChanged',
  ...{ ref: 'b1', sku: SKU, created: 1, before, after },
})
const ship = (ref: string, qty: number, eta = JAN) => batch(ref, qty, { eta })

describe('a batch that comes later keeps', () => {
  test('lines without a due date, and those due the day it comes or after', async () => {
    const lines = [order('whenever', 5), order('that day', 5, { dueDate: FEB }), order('after', 5, { dueDate: MAR })]
    const warehouse = await given(ship('b1', 15), ...lines, batch('b2', 15))
    const outcome = await warehouse.handle(comes('b1', FEB))
    expect([outcome.events, await free(warehouse)]).toEqual([[putOff(FEB)], { b1: 0, b2: 15 }])
  })

  test('a line that becomes late, when no batch in time can hold it, and people are told', async () => {
    const warehouse = await given(ship('b1', 5), order('o1', 5, { dueDate: JAN }), batch('small', 4))
    const { events, notices } = await warehouse.handle(comes('b1', FEB))
    const ofLine = { orderId: 'o1', line: 1, sku: SKU, qty: 5 }
    expect({ events, notices, places: await places(warehouse) }).toEqual({
      events: [
        putOff(FEB),
        { type: 'DueDateMissed', ...ofLine, ref: 'b1', dueDate: JAN, eta: FEB },
        { type: 'Late', ...ofLine, ref: 'b1', dueDate: JAN, eta: FEB },
      ],
      notices: [{ kind: 'late', ...ofLine, from: null, to: 'b1', reason: 'delayed' }],
      places: { o1: 'b1' },
    })
  })
})

describe('a line that becomes late moves', () => {
  test('to warehouse stock', async () => {
    const warehouse = await given(ship('b1', 5), order('o1', 5, { dueDate: JAN }), batch('b2', 5))
    const { notices } = await warehouse.handle(comes('b1', FEB))
    const ofLine = { orderId: 'o1', line: 1, sku: SKU, qty: 5 }
    expect(notices).toEqual([{ kind: 'reallocated', ...ofLine, from: 'b1', to: 'b2', reason: 'delayed' }])
  })

  test('to a shipment that comes on the day it is due', async () => {
    const warehouse = await given(ship('b1', 5), order('o1', 5, { dueDate: FEB }), ship('b2', 5, FEB))
    expect(told(await warehouse.handle(comes('b1', MAR)))).toEqual(['o1 reallocated b1 > b2'])
  })

  test('but not to one that comes after, though before its own', async () => {
    const warehouse = await given(ship('b1', 5), order('o1', 5, { dueDate: JAN }), ship('b2', 5, FEB))
    expect(told(await warehouse.handle(comes('b1', MAR)))).toEqual(['o1 late - > b1'])
  })

  test('when the warehouse turns out not to have its batch yet', async () => {
    const warehouse = await given(batch('b1', 5), order('o1', 5, { dueDate: JAN }), ship('b2', 5))
    expect(told(await warehouse.handle(comes('b1', FEB)))).toEqual(['o1 reallocated b1 > b2'])
  })

  test('when it was late before, and there is room in time by now', async () => {
    const warehouse = await given(ship('b1', 5, FEB), order('o1', 5, { dueDate: JAN }), batch('b2', 5))
    expect(told(await warehouse.handle(comes('b1', MAR)))).toEqual(['o1 reallocated b1 > b2'])
  })
})

describe('of several that become late', () => {
  const line = (orderId: string, qty: number, dueDate: string) => order(orderId, qty, { dueDate })

  test('the best protected chooses first, and who finds no place is told of', async () => {
    const lines = [line('later', 5, '2030-02-02'), line('first', 5, '2030-02-01'), line('same', 5, '2030-02-01')]
    const warehouse = await given(ship('b1', 15), ...lines, batch('b2', 5), ship('b3', 5, '2030-02-01'))
    const outcome = await warehouse.handle(comes('b1', FEB))
    expect(told(outcome)).toEqual(['first reallocated b1 > b2', 'same reallocated b1 > b3', 'later late - > b1'])
  })

  test('a smaller one moves to where a better protected one did not fit', async () => {
    const lines = [line('large', 6, '2030-02-01'), line('small', 5, '2030-02-02')]
    const warehouse = await given(ship('b1', 11), ...lines, batch('b2', 5))
    const outcome = await warehouse.handle(comes('b1', FEB))
    expect(told(outcome)).toEqual(['large late - > b1', 'small reallocated b1 > b2'])
  })
})

describe('the room that they leave', () => {
  test('is offered to the waiting lines', async () => {
    const lines = [order('o1', 5, { dueDate: JAN }), batch('b2', 5), order('waits', 6)]
    const warehouse = await given(ship('b1', 6), ...lines)
    const outcome = await warehouse.handle(comes('b1', FEB))
    expect([told(outcome), await free(warehouse)]).toEqual([
      ['o1 reallocated b1 > b2', 'waits filled - > b1'],
      { b1: 0, b2: 0 },
    ])
  })

  test('is not offered when nobody left', async () => {
    const warehouse = await given(ship('b1', 5), order('o1', 5, { dueDate: JAN }), order('waits', 5))
    expect(raised(await warehouse.handle(comes('b1', FEB)))).toEqual([
      'ArrivalChanged b1',
      'DueDateMissed o1',
      'Late o1',
    ])
  })
})

describe('a batch that comes earlier, or has arrived, moves nobody:', () => {
  test.for([
    ['earlier', '2030-02-01'],
    ['the same day', FEB],
    ['here', null],
  ] as const)('%s', async ([, eta]) => {
    const warehouse = await given(ship('b1', 5, FEB), order('o1', 5, { dueDate: JAN }), batch('b2', 5))
    const outcome = await warehouse.handle(comes('b1', eta))
    const { rows } = await warehouse.view('batches', { ref: 'b1' })
    expect([outcome, rows[0]?.eta]).toEqual([{ results: [null], events: [putOff(eta, FEB)], notices: [] }, eta])
  })
})

test('from then on lines choose by the new day', async () => {
  const warehouse = await given(ship('b1', 5), ship('b2', 5, FEB), ship('b3', 5, MAR), comes('b1', MAR))
  await warehouse.handle(comes('b3', null))
  const chosen = []
  for (const orderId of ['o1', 'o2', 'o3']) chosen.push((await warehouse.handle(order(orderId, 5))).results[0])
  expect(chosen).toEqual(['b3', 'b2', 'b1'])
})

test('the history tells that a line left for the delay, and not for want of room', async () => {
  const warehouse = await given(ship('b1', 9), order('o1', 5, { dueDate: JAN }), batch('b2', 5))
  const outcome = await warehouse.handle(comes('b1', FEB))
  const ofLine = { orderId: 'o1', line: 1, sku: SKU, qty: 5 }
  expect(eventsOf(outcome, 'Deallocated')).toEqual([
    { type: 'Deallocated', ...ofLine, ref: 'b1', since: 3, room: null, reason: 'delayed' },
  ])
})
