import { describe, expect, test } from 'vitest'
import { batch, comes, order, SKU } from '../../../support/scenario/messages.ts'
import { eventsOf, places, raised, told } from '../../../support/scenario/seen.ts'
import { givenAnd } from '../../../support/scenario/undoing.ts'

const JAN = '2030-01-31'
const FEB = '2030-02-15'
const MAR = '2030-03-31'

describe('a delay that is undone', () => {
  test('brings the lines back that were moved for it', async () => {
    const stock = [batch('b1', 5, { eta: JAN }), order('o1', 5, { dueDate: JAN }), batch('b2', 5)]
    const { warehouse, undone } = await givenAnd(...stock, comes('b1', FEB))
    const outcome = await undone()
    const change = { type: 'ArrivalChanged', ref: 'b1', sku: SKU, created: 1, before: FEB, after: JAN }
    expect([told(outcome), eventsOf(outcome, 'ArrivalChanged'), await places(warehouse)]).toEqual([
      ['o1 reallocated b2 > b1'],
      [change],
      { o1: 'b1' },
    ])
  })

  test('keeps the lines where they are whose place was given away, and names them', async () => {
    const stock = [batch('b1', 5, { eta: JAN }), order('o1', 5, { dueDate: JAN }), batch('b2', 5)]
    const { warehouse, undone } = await givenAnd(...stock, comes('b1', FEB))
    const outcome = await undone(order('o2', 4))
    expect([told(outcome), await places(warehouse)]).toEqual([['o1 notRestored - > b1'], { o1: 'b2', o2: 'b1' }])
  })
})

describe('an earlier arrival that is undone', () => {
  test('tells of the lines that came in between and are late now', async () => {
    const { undone } = await givenAnd(
      batch('b1', 20, { eta: FEB }),
      order('before', 5, { dueDate: JAN }),
      comes('b1', JAN),
    )
    const lines = [order('late', 5, { dueDate: JAN }), order('in time', 5, { dueDate: FEB }), order('whenever', 5)]
    expect(told(await undone(...lines))).toEqual(['before late - > b1', 'late late - > b1'])
  })

  test('moves nobody', async () => {
    const { undone } = await givenAnd(batch('b1', 20, { eta: FEB }), comes('b1', null))
    expect(raised(await undone(order('o1', 20)))).toEqual(['ArrivalChanged b1'])
  })
})

test('a change of the arrival cannot be undone once it was changed again', async () => {
  const { refused } = await givenAnd(batch('b1', 20), comes('b1', FEB))
  expect(await refused(comes('b1', MAR))).toEqual({ code: 'BatchChangedSince', details: { ref: 'b1' } })
})

test('but can when the day is the same again', async () => {
  const { undone } = await givenAnd(batch('b1', 20), comes('b1', FEB))
  expect(raised(await undone(comes('b1', MAR), comes('b1', FEB)))).toEqual([
    'ArrivalChanged b1',
    'StockAvailable SMALL-TABLE',
  ])
})
