import { expect, test } from 'vitest'
import { firstToLose, keptBy, type Lost } from '../../../renderer/screens/stockTake/keptBy.ts'
import { given } from '../../support/scenario/given.ts'
import { batch, damage, order } from '../../support/scenario/messages.ts'

const lost: Lost = { pinned: false, priority: 3, dueDate: '2030-02-01', room: 5 }

test.each([
  ['pinned', { pinned: true, priority: 0 }],
  ['higherPriority', { priority: 4, dueDate: null }],
  ['dueEarlier', { dueDate: '2030-01-31', qty: 9 }],
  ['allocatedEarlier', { qty: 6 }],
  ['fits', { qty: 5 }],
  ['fits', { dueDate: null, qty: 1 }],
  ['fits', { priority: 2, dueDate: '2030-01-01' }],
] as const)('%s: %o', (rule, differs) => {
  expect(keptBy({ ...lost, qty: 1, ...differs }, lost)).toBe(rule)
})

test('the first to lose its place is the best protected of those that do', async () => {
  const warehouse = await given(
    batch('b1', 10),
    order('o1', 3, { dueDate: '2030-01-01' }),
    order('o2', 4, { dueDate: '2030-02-01' }),
    order('o3', 3, { dueDate: '2030-03-01' }),
  )
  const outcome = await warehouse.preview(damage('b1', 6))
  expect(firstToLose('b1', outcome)).toEqual({ pinned: false, priority: 0, dueDate: '2030-02-01', room: 1 })
  expect(firstToLose('b1', await warehouse.preview(batch('b2', 1)))).toBeUndefined()
})
