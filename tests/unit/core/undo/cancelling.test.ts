import { describe, expect, test } from 'vitest'
import { batch, cancel, damage, order, SKU, undo } from '../../../support/scenario/messages.ts'
import { free, lastMessage, raised, states, told } from '../../../support/scenario/seen.ts'
import { givenAnd, refusalOf } from '../../../support/scenario/undoing.ts'

describe('a line whose cancelling is undone', () => {
  test('is back in its place, and the line that filled it waits again', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 20), order('o1', 15), order('o2', 18), cancel('o1'))
    const outcome = await undone()
    expect([told(outcome), await states(warehouse)]).toEqual([
      ['o1 filled - > b1', 'o2 backordered b1 > -'],
      { o1: 'allocated b1', o2: 'backordered' },
    ])
  })

  test('waits again when it did, and is offered what room there is by now', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 3), order('o1', 5), cancel('o1'))
    const outcome = await undone(batch('b2', 5))
    expect([raised(outcome), await states(warehouse)]).toEqual([
      ['LineReopened o1', 'StockAvailable SMALL-TABLE', 'Allocated o1'],
      { o1: 'allocated b2' },
    ])
  })

  test('finds another place when its own was given away, and is named', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 20), order('o1', 15), cancel('o1'))
    const outcome = await undone(order('o2', 18), batch('b2', 15))
    expect([told(outcome), await free(warehouse)]).toEqual([
      ['o1 notRestored - > b1', 'o1 filled - > b2'],
      { b1: 2, b2: 0 },
    ])
  })

  test('waits when its batch holds too little by now', async () => {
    const { warehouse, undone } = await givenAnd(batch('b1', 20), order('o1', 15), cancel('o1'))
    const outcome = await undone(damage('b1', 6))
    expect([told(outcome), await states(warehouse)]).toEqual([['o1 notRestored - > b1'], { o1: 'backordered' }])
  })
})

test('what brought a line back cannot be undone once the line was cancelled again', async () => {
  const { warehouse, undone } = await givenAnd(batch('b1', 20), order('o1', 15), cancel('o1'))
  await undone()
  const undoing = await lastMessage(warehouse)
  await warehouse.handle(cancel('o1'))
  const changed = { code: 'LineChangedSince', details: { orderId: 'o1', line: 1, sku: SKU } }
  expect(await refusalOf(warehouse, undoing)).toEqual(changed)
})

test('a line that was cancelled again can be brought back again', async () => {
  const { warehouse, undone } = await givenAnd(batch('b1', 20), order('o1', 15), cancel('o1'))
  await undone()
  await warehouse.handle(cancel('o1'))
  expect(told(await warehouse.handle(undo(await lastMessage(warehouse))))).toEqual(['o1 filled - > b1'])
})
