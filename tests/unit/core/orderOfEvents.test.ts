import { expect, test } from 'vitest'
import { given } from '../../support/scenario/given.ts'
import { batch, damage, order, quantity } from '../../support/scenario/messages.ts'
import { raised, told } from '../../support/scenario/seen.ts'

test('first raised is first handled, and each handler that runs has its result', async () => {
  const warehouse = await given(batch('b1', 50), order('large', 30), order('small', 15), batch('b2', 15))
  const outcome = await warehouse.handle(damage('b1', 45))
  expect([raised(outcome), outcome.results, told(outcome)]).toEqual([
    [
      ...['BatchQuantityChanged b1', 'StockAdjusted b1'],
      ...['Deallocated large', 'AllocationRequired large'],
      ...['Deallocated small', 'AllocationRequired small'],
      ...['Backordered large', 'OutOfStock SMALL-TABLE', 'Allocated small'],
    ],
    [null, null, null, 'b2', null, null, null, null],
    ['large backordered b1 > -', 'SMALL-TABLE outOfStock - > -', 'small reallocated b1 > b2'],
  ])
})

test('displaced lines look for a place before waiting lines are offered what they left', async () => {
  const warehouse = await given(batch('b1', 20), order('large', 18), order('small', 5))
  const outcome = await warehouse.handle(quantity('b1', 10))
  expect([raised(outcome), outcome.results]).toEqual([
    [
      ...['StockAdjusted b1', 'Deallocated large', 'AllocationRequired large', 'StockAvailable SMALL-TABLE'],
      ...['Backordered large', 'OutOfStock SMALL-TABLE', 'Allocated small'],
    ],
    [null, null, null, null, null, null, null],
  ])
})

test('the history keeps them in that order, each with the message that caused it', async () => {
  const warehouse = await given(batch('b1', 20))
  await warehouse.handle(order('o1', 25), { id: 'm1', by: 'Kim' })
  const { rows } = await warehouse.view('history', {})
  expect(rows.map(({ seq, cause, by, event }) => [seq, cause, by, event.type])).toEqual([
    [5, 3, 'Kim', 'OutOfStock'],
    [4, 3, 'Kim', 'Backordered'],
    [3, 3, 'Kim', 'AllocationRequired'],
    [2, 1, null, 'StockAvailable'],
    [1, 1, null, 'BatchCreated'],
  ])
})
