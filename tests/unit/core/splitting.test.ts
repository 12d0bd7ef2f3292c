import { describe, expect, test } from 'vitest'
import { given } from '../../support/scenario/given.ts'
import {
  batch,
  cancel,
  comes,
  dispatch,
  order,
  pin,
  quantity,
  SKU,
  split,
  undo,
} from '../../support/scenario/messages.ts'
import { free, lastMessage, refusal, states, told } from '../../support/scenario/seen.ts'

const FEB = { eta: '2030-02-12' }
const ofLine = { orderId: 'o1', line: 1, sku: SKU }

describe('a line that is split', () => {
  test('has a part that goes where it fits, and the rest waits', async () => {
    const warehouse = await given(batch('b1', 6), order('o1', 10))
    await warehouse.handle(split('o1', 6))
    expect([await states(warehouse), await units(warehouse)]).toEqual([
      { o1: 'backordered', 'o1/2': 'allocated b1' },
      { 1: 4, 2: 6 },
    ])
  })

  test('keeps the rest in its place, while a part goes to a batch that is there', async () => {
    const warehouse = await given(batch('b2', 10, FEB), order('o1', 10), pin('o1'), batch('b1', 6))
    await warehouse.handle(split('o1', 6))
    expect([await states(warehouse), await free(warehouse)]).toEqual([
      { o1: 'allocated b2', 'o1/2': 'allocated b1' },
      { b1: 0, b2: 6 },
    ])
  })

  test('has its rest filled, when that is small enough by now', async () => {
    const warehouse = await given(batch('b1', 6), batch('b2', 4), order('o1', 10))
    expect(told(await warehouse.handle(split('o1', 6)))).toEqual(['o1 filled - > b2'])
  })

  test('leaves room that is offered to lines that wait', async () => {
    const warehouse = await given(batch('b2', 12, FEB), order('o1', 10), order('o2', 7), batch('b1', 6))
    expect(told(await warehouse.handle(split('o1', 6)))).toEqual(['o2 filled - > b2'])
  })

  test('is numbered behind the lines that its order has for the SKU', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 10), order('o1', 5, { line: 7 }))
    await warehouse.handle(split('o1', 3))
    expect(await units(warehouse)).toEqual({ 1: 7, 7: 5, 8: 3 })
  })

  test('is known as it was ordered, and as it is not any more', async () => {
    const warehouse = await given(batch('b1', 6), order('o1', 10), split('o1', 6))
    const { events, results } = await warehouse.handle(order('o1', 10))
    expect([events, results]).toEqual([[], [null]])
    expect(await refusal(warehouse.handle(order('o1', 4)))).toEqual({
      code: 'LineConflict',
      details: { ...ofLine, qty: 10, dueDate: null, state: 'backordered' },
    })
  })

  test('can have its part dispatched, or cancelled, alone', async () => {
    const warehouse = await given(batch('b1', 6), order('o1', 10), split('o1', 6), dispatch('o1'))
    await warehouse.handle(cancel('o1'))
    expect([await states(warehouse), await warehouse.check()]).toEqual([
      { o1: 'cancelled', 'o1/2': 'dispatched b1' },
      [],
    ])
  })
})

describe('the parts of a line', () => {
  test('are one again when that is undone', async () => {
    const warehouse = await given(batch('b1', 6), order('o1', 10), split('o1', 6))
    await warehouse.handle(undo(await lastMessage(warehouse)))
    expect([await states(warehouse), await units(warehouse), await free(warehouse)]).toEqual([
      { o1: 'backordered' },
      { 1: 10 },
      { b1: 6 },
    ])
  })

  test.for([
    ['a part was dispatched', dispatch('o1')],
    ['a part was cancelled', cancel('o1', { line: 2 })],
    ['the rest was cancelled', cancel('o1')],
    ['a part was moved', quantity('b1', 3)],
    ['the rest was filled', batch('b3', 4)],
    ['the rest was split again', split('o1', 2)],
  ] as const)('stay two once %s', async ([, since]) => {
    const warehouse = await given(batch('b1', 6), order('o1', 10), split('o1', 6))
    const seq = await lastMessage(warehouse)
    await warehouse.handle(since)
    expect(await refusal(warehouse.handle(undo(seq)))).toMatchObject({ code: 'LineChangedSince' })
  })

  test('stay two once the room that a part left behind was given away', async () => {
    const warehouse = await given(batch('b2', 10, FEB), order('o1', 10), batch('b1', 6), split('o1', 6))
    const seq = await lastMessage(warehouse)
    await warehouse.handle(order('o2', 5))
    expect(await refusal(warehouse.handle(undo(seq)))).toEqual({
      code: 'NoRoom',
      details: { ref: 'b2', qty: 6, room: 1 },
    })
  })

  test('keep the order from being taken back as if it were whole', async () => {
    const warehouse = await given(batch('b1', 6), order('o1', 10))
    const ordered = await lastMessage(warehouse)
    await warehouse.handle(split('o1', 6))
    expect(await refusal(warehouse.handle(undo(ordered)))).toEqual({ code: 'LineChangedSince', details: ofLine })
  })

  test('move, are delayed and come back as lines of their own', async () => {
    const warehouse = await given(batch('b1', 6), order('o1', 10), split('o1', 6), comes('b1', '2030-03-01'))
    await warehouse.handle(quantity('b1', 5))
    await warehouse.handle(undo(await lastMessage(warehouse)))
    expect([await states(warehouse), await warehouse.check()]).toEqual([
      { o1: 'backordered', 'o1/2': 'allocated b1' },
      [],
    ])
  })
})

test.for([10, 11])('nothing is left of a line of 10 when %i are split off, which is refused', async (qty) => {
  const warehouse = await given(batch('b1', 6), order('o1', 10))
  expect(await refusal(warehouse.handle(split('o1', qty)))).toEqual({
    code: 'NothingLeft',
    details: { ...ofLine, qty, asks: 10 },
  })
})

async function units(warehouse: Awaited<ReturnType<typeof given>>): Promise<Record<number, number>> {
  const { rows } = await warehouse.view('lines', { orderId: 'o1' })
  return Object.fromEntries(rows.map(({ line, qty }) => [line, qty]))
}
