import { describe, expect, test } from 'vitest'
import type { MessageInput } from '../../../core/index.ts'
import { given } from '../../support/scenario/given.ts'
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
  SKU,
  undo,
} from '../../support/scenario/messages.ts'
import { everything, refusal } from '../../support/scenario/seen.ts'

const DUE = { dueDate: '2030-02-01' }
const stock = [
  ...[batch('b1', 25), order('o1', 15), order('o2', 5, DUE), order('o3', 4)],
  damage('b1', 5), // displaces o3; message 9 of the history
  ...[batch('b2', 3), order('o5', 3, DUE), batch('b4', 3, { eta: '2030-01-31' })],
]

describe('a preview is what will happen, and nothing happens:', () => {
  test.for<[string, MessageInput]>([
    ['a batch that waiting lines go to', batch('b3', 10)],
    ['an order that finds its place', order('o4', 3)],
    ['an order that waits', order('o4', 30)],
    ['an order that was sent before', order('o1', 15)],
    ['a quantity that displaces', quantity('b1', 5)],
    ['a quantity that others are offered', quantity('b1', 30)],
    ['a damage', damage('b1', 12)],
    ['a count', count('b1', 1, 20)],
    ['a change that is undone', undo(9)],
    ['a delay that makes a line late', comes('b1', '2030-02-02')],
    ['a delay that a line avoids', comes('b2', '2030-02-02')],
    ['a delay that nobody minds', comes('b4', '2030-02-01')],
    ['a cancelled line', cancel('o2')],
    ['a dispatched order', dispatch('o2')],
    ['an order of which nothing can leave', dispatch('o3')],
    ['notices that are read', noticesRead(1)],
  ])('%s', async ([, message]) => {
    const warehouse = await given(...stock)
    const before = await everything(warehouse)
    const previews = [await warehouse.preview(message), await warehouse.preview(message)]
    const after = await everything(warehouse)
    const outcome = await warehouse.handle(message)
    expect({ previews, after }).toEqual({ previews: [outcome, outcome], after: before })
  })
})

test('what would be refused is refused in the preview, for the same reason', async () => {
  const warehouse = await given(...stock)
  const refusals = [
    await refusal(warehouse.preview(damage('b1', 99))),
    await refusal(warehouse.handle(damage('b1', 99))),
  ]
  expect(refusals[0]).toEqual(refusals[1])
})

test('a preview sees what was sent before it', async () => {
  const warehouse = await given(batch('b1', 20))
  const [, outcome] = await Promise.all([warehouse.handle(damage('b1', 5)), warehouse.preview(damage('b1', 15))])
  expect(outcome.events).toEqual([
    { type: 'BatchQuantityChanged', ref: 'b1', qty: 0, reason: 'water' },
    { type: 'StockAdjusted', ref: 'b1', sku: SKU, created: 1, before: 15, after: 0, reason: 'water' },
  ])
})
