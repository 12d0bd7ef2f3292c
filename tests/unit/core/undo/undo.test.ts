import { describe, expect, test } from 'vitest'
import type { MessageInput, Warehouse } from '../../../../core/index.ts'
import { batch, damage, order, undo } from '../../../support/scenario/messages.ts'
import { holds, refusal, told } from '../../../support/scenario/seen.ts'
import { givenAnd, sent } from '../../../support/scenario/undoing.ts'

const stock = [batch('b1', 20), order('o1', 15), batch('b2', 15, { eta: '2030-02-01' })]
const damaged = () => givenAnd(...stock, damage('b1', 10))

/** Undoes one after the other: `of` names the message by its place among these, 0 is the damage. */
async function undoEach(warehouse: Warehouse, damage: number, ...of: number[]): Promise<number[]> {
  const seqs = [damage]
  for (const index of of) seqs.push(await sent(warehouse, undo(seqs[index]!)))
  return seqs
}
const already = (seq: number) => ({ code: 'AlreadyUndone', details: { seq } })

describe('an undo can be undone,', () => {
  test('and then the message counts again', async () => {
    const { warehouse, seq } = await damaged()
    const [, undoing] = await undoEach(warehouse, seq, 0)
    expect([told(await warehouse.handle(undo(undoing!))), await holds(warehouse)]).toEqual([
      ['o1 reallocated b1 > b2'],
      { b1: 10, b2: 15 },
    ])
  })

  test('and so can that, and so on', async () => {
    const { warehouse, seq } = await damaged()
    const held = []
    for (let last = seq, count = 0; count < 4; count++) {
      last = await sent(warehouse, undo(last))
      held.push((await holds(warehouse))['b1'])
    }
    expect(held).toEqual([20, 10, 20, 10])
  })

  test('though much has happened since, and that is kept', async () => {
    const { warehouse, seq } = await damaged()
    const [, undoing] = await undoEach(warehouse, seq, 0)
    const since: MessageInput[] = [damage('b1', 4), order('o2', 1)]
    for (const message of since) await warehouse.handle(message)
    await warehouse.handle(undo(undoing!))
    expect(await holds(warehouse)).toEqual({ b1: 6, b2: 15 })
  })
})

describe('nothing is undone twice, in a roundabout way either:', () => {
  test('an undo that was undone', async () => {
    const { warehouse, seq } = await damaged()
    const [, undoing] = await undoEach(warehouse, seq, 0, 1)
    expect(await refusal(warehouse.handle(undo(undoing!)))).toEqual(already(undoing!))
  })

  test('a message that counts again may be undone again, and what made it count may then not', async () => {
    const { warehouse, seq } = await damaged()
    const [, first, second] = await undoEach(warehouse, seq, 0, 1, 0)
    const refusals = [seq, first!, second!].map((undoes) => refusal(warehouse.handle(undo(undoes))))
    expect([await Promise.all(refusals), await holds(warehouse)]).toEqual([
      [already(seq), already(first!), already(second!)],
      { b1: 20, b2: 15 },
    ])
  })

  test('once the last undo is undone, what made the message count may be undone after all', async () => {
    const { warehouse, seq } = await damaged()
    const [, , second] = await undoEach(warehouse, seq, 0, 1, 0, 3)
    await warehouse.handle(undo(second!))
    expect(await holds(warehouse)).toEqual({ b1: 20, b2: 15 })
  })
})

test('history tells of each message whether it counts', async () => {
  const { warehouse, seq } = await damaged()
  const told = async (seqs: readonly number[]) => {
    const { rows } = await warehouse.view('history', { messages: true })
    return seqs.map((seq) => rows.find((row) => row.seq === seq)?.undone)
  }
  const seqs = await undoEach(warehouse, seq, 0)
  const before = await told(seqs)
  seqs.push(...(await undoEach(warehouse, seqs[1]!, 0)).slice(1))
  expect([before, await told(seqs)]).toEqual([
    [true, false],
    [false, true, false],
  ])
})
