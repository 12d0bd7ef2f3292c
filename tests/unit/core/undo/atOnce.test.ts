import { describe, expect, test } from 'vitest'
import type { MessageInput, Warehouse } from '../../../../core/index.ts'
import { given } from '../../../support/scenario/given.ts'
import {
  batch,
  cancel,
  comes,
  count,
  damage,
  departed,
  dispatch,
  give,
  order,
  pin,
  quantity,
  split,
  undo,
  unpin,
} from '../../../support/scenario/messages.ts'
import { lastMessage, refusal, standing, told } from '../../../support/scenario/seen.ts'
import { sent } from '../../../support/scenario/undoing.ts'

const DUE = { dueDate: '2030-02-01' }
const LATER = { eta: '2030-01-15' }

/** Full batches and waiting lines, so that whatever room there is, is taken at once. */
const stock = [
  ...[batch('b1', 20), order('old', 8), order('due', 7, DUE), order('young', 5)],
  ...[batch('b2', 8, LATER), order('shipped', 6, DUE), order('waits', 9), order('waits too', 4)],
]
/** What comes later, and shows the ages of places and lines: who is displaced, who is filled, and in which order. */
const later = [
  ...[damage('b1', 5), batch('b3', 10, { eta: '2030-01-10' }), comes('b2', '2030-03-01')],
  ...[quantity('b1', 30), damage('b1', 20), quantity('b1', 40)],
]

const messages: [string, MessageInput, ...MessageInput[]][] = [
  ['a batch that waiting lines went to', batch('new', 13)],
  ['a batch that nobody went to', batch('new', 3)],
  ['the first batch of a SKU', batch('new', 3, { sku: 'SHELF' })],
  ['a line that found a place', order('new', 2)],
  ['a line that waits', order('new', 3)],
  ['a damage that displaced lines', damage('b1', 9)],
  ['a damage of everything', damage('b1', 20)],
  ['a count that found less', count('b1', 12, 20)],
  ['a quantity that lines were filled by', quantity('b1', 30)],
  ['a delay that a line was moved for', comes('b2', '2030-03-01'), quantity('b1', 26)],
  ['a delay that made a line late', comes('b2', '2030-03-01')],
  ['an arrival', comes('b2', null)],
  ['a cancelled line, whose place was given away', cancel('old')],
  ['a cancelled line that waited', cancel('waits')],
  ['a pin', pin('young')],
  ['an unpinned line', unpin('young'), pin('young')],
  ['a damage that displaced a pinned line', damage('b1', 18), pin('young')],
  ['a cancelled line that was pinned', cancel('young'), pin('young')],
  ['a dispatched line that was pinned', dispatch('young'), pin('young')],
  ['a place that was given to a line that waits', give('old', 'waits too')],
  ['a place that was given to a line that comes later', give('old', 'shipped')],
  ['a place in a batch with room for both', give('old', 'shipped'), quantity('b1', 26)],
  ['a line that was split where it is', split('old', 3)],
  ['a waiting line that was split to fit', split('waits', 2)],
  ['a dispatched order', dispatch('old')],
  ['an order that is confirmed as gone', departed('due'), dispatch('due')],
]

describe('undone at once, everything stands as it did, and what comes later comes to the same:', () => {
  test.for(messages)('%s', async ([, message, ...before]) => {
    const never = await given(...stock, ...before)
    const undone = await given(...stock, ...before)
    await undone.handle(undo(await sent(undone, message)))
    expect(await standing(undone)).toEqual(await standing(never))
    expect(await outcomes(undone, later)).toEqual(await outcomes(never, later))
  })
})

describe('an undo that is undone at once leaves everything as it was after the message:', () => {
  test.for(messages)('%s', async ([, message, ...before]) => {
    const done = await given(...stock, ...before, message)
    const redone = await given(...stock, ...before, message)
    await redone.handle(undo(await sent(redone, undo(await lastMessage(redone)))))
    expect(await standing(redone)).toEqual(await standing(done))
    expect(await outcomes(redone, later)).toEqual(await outcomes(done, later))
  })
})

/** What each comes to, or why it is refused, and what stands in the end. */
async function outcomes(warehouse: Warehouse, messages: readonly MessageInput[]) {
  const answers: unknown[] = []
  for (const message of messages) {
    const come = async () => {
      const outcome = await warehouse.handle(message)
      answers.push([outcome.results, told(outcome)])
    }
    answers.push(await refusal(come()))
  }
  return { answers, standing: await standing(warehouse) }
}
