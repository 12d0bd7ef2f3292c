import { describe, expect, test } from 'vitest'
import { MAX_QUANTITY, type MessageInput, type Remedy, type Why } from '../../../core/index.ts'
import { given } from '../../support/scenario/given.ts'
import { batch, cancel, comes, dispatch, order, SKU } from '../../support/scenario/messages.ts'
import { refusal } from '../../support/scenario/seen.ts'

/** Why `it`, an order, waits or is late. */
async function why(...messages: MessageInput[]): Promise<Why | null> {
  const warehouse = await given(...messages)
  return warehouse.view('why', { orderId: 'it', sku: SKU })
}

const shipment = (ref: string, qty: number, day: number) => batch(ref, qty, { eta: `2030-02-0${day}` })
const moreUnits = (ref: string, units: number): Remedy => ({ change: 'moreUnits', ref, units })
const due = (day: number) => ({ dueDate: `2030-02-0${day}` })

test('a line that waits tells what each batch lacks, who holds it, who comes first, and what would fill it', async () => {
  const stock = [batch('WH-1', 20), order('first', 5, due(1)), order('second', 4), order('third', 8, due(3))]
  const waiting = [order('small', 4, due(1)), order('large', 30, due(1)), order('it', 6, due(2)), order('after', 5)]
  expect(await why(...stock, shipment('FORK-2', 2, 5), ...waiting)).toEqual({
    problem: 'waits',
    considered: {
      batches: [
        { ref: 'WH-1', eta: null, available: 3, missing: 3, daysLate: 0 },
        { ref: 'FORK-2', eta: '2030-02-05', available: 2, missing: 4, daysLate: 3 },
      ],
      more: 0,
    },
    holders: {
      ref: 'WH-1',
      lines: [{ orderId: 'second', line: 1, qty: 4, dueDate: null, rule: 'hasItsPlace' }],
      more: 0,
    },
    ahead: { lines: 1, units: 4 },
    expected: null,
    remedy: { change: 'moreUnits', ref: 'WH-1', units: 7 },
  })
})

test('a line that is late tells on which day it will be there, and how much earlier its shipment would have to come', async () => {
  const stock = [batch('WH-1', 5), order('sooner', 2, due(1)), order('before', 2, due(2))]
  const line = [shipment('FORK-2', 20, 9), order('it', 5, due(2))]
  expect(await why(...stock, ...line)).toEqual({
    problem: 'late',
    considered: { batches: [{ ref: 'WH-1', eta: null, available: 1, missing: 4, daysLate: 0 }], more: 0 },
    holders: {
      ref: 'WH-1',
      lines: [
        { orderId: 'before', line: 1, qty: 2, dueDate: '2030-02-02', rule: 'allocatedEarlier' },
        { orderId: 'sooner', line: 1, qty: 2, dueDate: '2030-02-01', rule: 'dueEarlier' },
      ],
      more: 0,
    },
    ahead: { lines: 0, units: 0 },
    expected: { ref: 'FORK-2', eta: '2030-02-09' },
    remedy: { change: 'earlier', ref: 'FORK-2', days: 7 },
  })
})

describe('the least that would fill a line', () => {
  const least = async (...messages: MessageInput[]) => (await why(...messages))?.remedy

  test('leaves room for the lines that come first and fit, and not for those that are passed over', async () => {
    const before = [order('passed over', 7, due(1)), order('fits', 2, due(1)), order('passed over too', 3, due(2))]
    expect(await least(batch('WH-1', 1), ...before, order('it', 2, due(3)))).toEqual(moreUnits('WH-1', 3))
  })

  test('may be less than what a line before it would take', async () => {
    expect(await least(batch('WH-1', 1), order('first', 5), order('it', 3))).toEqual(moreUnits('WH-1', 2))
  })

  test('is a new batch where none is in time', async () => {
    expect(await least(shipment('FORK-2', 3, 9), order('it', 4, due(8)))).toEqual({ change: 'newBatch', units: 4 })
  })

  test('is a new batch where no batch can hold as many', async () => {
    const stock = [batch('WH-1', MAX_QUANTITY), order('all', MAX_QUANTITY)]
    expect(await least(...stock, order('it', 4))).toEqual({ change: 'newBatch', units: 4 })
  })

  test('is nothing where it would take more than a batch can hold', async () => {
    const before = order('before', MAX_QUANTITY, due(1))
    expect(await least(batch('WH-1', 1), before, order('it', MAX_QUANTITY))).toBe(null)
  })
})

describe('of many', () => {
  const six = [1, 2, 3, 4, 5, 6]

  test('batches, the five with the most room are named', async () => {
    const told = await why(...six.map((qty) => batch(`b${qty}`, qty)), order('it', 7))
    const refs = told?.considered.batches.map(({ ref }) => ref)
    expect([refs, told?.considered.more]).toEqual([['b6', 'b5', 'b4', 'b3', 'b2'], 1])
  })

  test('lines that hold what it would need, the five that are worst protected', async () => {
    const holding = six.map((number) => order(`o${number}`, 1))
    const { holders } = (await why(batch('WH-1', 9), order('best', 3), ...holding, order('it', 6)))!
    expect([holders?.lines.map(({ orderId }) => orderId), holders?.more]).toEqual([['o6', 'o5', 'o4', 'o3', 'o2'], 1])
  })
})

describe('nobody holds what a line would need', () => {
  const holders = async (...messages: MessageInput[]) => (await why(...messages))?.holders

  test('when no batch in time is as large', async () => {
    expect(await holders(batch('WH-1', 3), order('o1', 3), shipment('FORK-2', 5, 9), order('it', 6, due(1)))).toBe(null)
  })

  test('when there is room, but the line has its place already', async () => {
    const late = [batch('WH-1', 6), order('o1', 6), shipment('FORK-2', 6, 9), order('it', 6, due(1))]
    const told = await why(...late, cancel('o1'))
    expect([told?.holders, told?.considered.batches[0]?.missing]).toEqual([null, 0])
  })
})

describe('there is nothing to explain of a line that', () => {
  test.for<[string, readonly MessageInput[]]>([
    ['nobody ordered', []],
    ['is in the warehouse', [batch('WH-1', 5), order('it', 5, due(1))]],
    ['is in time', [shipment('FORK-2', 5, 2), order('it', 5, due(2))]],
    ['was late, and has arrived', [shipment('FORK-2', 5, 2), order('it', 5, due(1)), comes('FORK-2', null)]],
    ['was dispatched', [batch('WH-1', 5), order('it', 5), dispatch('it')]],
    ['was cancelled', [batch('WH-1', 5), order('it', 6), cancel('it')]],
  ])('%s', async ([, messages]) => {
    expect(await why(...messages)).toBe(null)
  })
})

test('a line is named by its order and its SKU', async () => {
  const warehouse = await given()
  const problems = [{ field: 'sku', problem: 'missing' }]
  expect(await refusal(warehouse.view('why', { orderId: 'it' } as never))).toEqual({
    code: 'InvalidMessage',
    details: { problems },
  })
})
