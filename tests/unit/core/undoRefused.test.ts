import { describe, expect, test } from 'vitest'
import type { MessageInput, Warehouse } from '../../../core/index.ts'
import { given } from '../../support/given.ts'
import {
  batch,
  cancel,
  comes,
  count,
  damage,
  dispatch,
  noticesRead,
  order,
  quantity,
  undo,
} from '../../support/messages.ts'
import { everything, lastMessage, refusal } from '../../support/seen.ts'

/** Why it is refused, having made sure that the preview says so too, and that nothing is written. */
async function refusalOf(warehouse: Warehouse, seq: number) {
  const before = await everything(warehouse)
  const refused = await refusal(warehouse.handle(undo(seq)))
  expect([await refusal(warehouse.preview(undo(seq))), await everything(warehouse)]).toEqual([refused, before])
  return refused
}

const stock = [batch('b1', 20), order('o1', 15), batch('b2', 9)]

describe('a change that was undone is not undone again,', () => {
  test('whatever happened since', async () => {
    const warehouse = await given(...stock, damage('b1', 10))
    const seq = await lastMessage(warehouse)
    for (const message of [undo(seq), damage('b1', 10)]) await warehouse.handle(message)
    expect(await refusalOf(warehouse, seq)).toEqual({ code: 'AlreadyUndone', details: { seq } })
  })

  test('even by two who do so at the same time', async () => {
    const warehouse = await given(...stock, count('b1', 19, 20))
    const both = Array.from({ length: 2 }, async () => refusal(warehouse.handle(undo(await lastMessage(warehouse)))))
    expect((await Promise.all(both)).map((refused) => refused?.code)).toEqual([undefined, 'AlreadyUndone'])
  })
})

describe('what is no change of a quantity is not undone:', () => {
  test.for<[MessageInput]>([
    [batch('b3', 5)],
    [order('o2', 5)],
    [comes('b1', '2030-02-01')],
    [cancel('o1')],
    [dispatch('o1')],
    [noticesRead(1)],
  ])('%o', async ([message]) => {
    const warehouse = await given(...stock, message)
    const seq = await lastMessage(warehouse)
    expect(await refusalOf(warehouse, seq)).toEqual({ code: 'NotUndoable', details: { seq, type: message.type } })
  })

  test('nor an undoing', async () => {
    const warehouse = await given(...stock, damage('b1', 10))
    await warehouse.handle(undo(await lastMessage(warehouse)))
    const seq = await lastMessage(warehouse)
    const expected = { code: 'NotUndoable', details: { seq, type: 'MessageUndone' } }
    expect(await refusalOf(warehouse, seq)).toEqual(expected)
  })

  test('nor what a message caused', async () => {
    const warehouse = await given(...stock, damage('b1', 10))
    const seq = (await lastMessage(warehouse)) + 1
    expect(await refusalOf(warehouse, seq)).toEqual({ code: 'UnknownMessage', details: { seq } })
  })

  test('nor what never was', async () => {
    const warehouse = await given(...stock)
    expect(await refusalOf(warehouse, 1000)).toEqual({ code: 'UnknownMessage', details: { seq: 1000 } })
  })
})

test('units that were added and are gone by now cannot be taken back', async () => {
  const warehouse = await given(batch('b1', 20), quantity('b1', 30))
  const seq = await lastMessage(warehouse)
  await warehouse.handle(damage('b1', 21))
  const expected = { code: 'NotEnoughStock', details: { ref: 'b1', qty: 10, holds: 9 } }
  expect(await refusalOf(warehouse, seq)).toEqual(expected)
})

test('a batch is never given back more than can be counted', async () => {
  const most = Number.MAX_SAFE_INTEGER
  const warehouse = await given(batch('b1', most), damage('b1', 1), quantity('b1', most))
  const problems = [{ field: 'undoes', problem: 'tooLarge', limit: most }]
  expect(await refusalOf(warehouse, 3)).toEqual({ code: 'InvalidMessage', details: { problems } })
})
