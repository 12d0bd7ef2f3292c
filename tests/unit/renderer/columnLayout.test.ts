import { expect, test } from 'vitest'
import { arrange, moveTo, shownOf } from '../../../renderer/ui/columnLayout.ts'

const columns = [{ id: 'order' }, { id: 'sku' }, { id: 'qty', dropBelow: 900 }, { id: 'due' }]
const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id)

test('columns stand as they were made, until a person puts one elsewhere', () => {
  expect(ids(arrange(columns))).toEqual(['order', 'sku', 'qty', 'due'])
  expect(moveTo(ids(columns), 'due', 'order')).toEqual(['due', 'order', 'sku', 'qty'])
  expect(moveTo(ids(columns), 'order', 'qty')).toEqual(['sku', 'qty', 'order', 'due'])
  expect(moveTo(ids(columns), 'gone', 'qty')).toEqual(ids(columns))
})

test('a column that the kept order does not know follows the one that it was made to follow, and one that is gone is left out', () => {
  expect(ids(arrange(columns, ['due', 'gone', 'sku', 'order']))).toEqual(['due', 'sku', 'qty', 'order'])
  expect(ids(arrange(columns, ['due']))).toEqual(['order', 'sku', 'qty', 'due'])
})

test('a column is shown where there is room, or where a person wants it; the last one cannot be hidden', () => {
  expect(ids(shownOf(columns, {}, 800))).toEqual(['order', 'sku', 'due'])
  expect(ids(shownOf(columns, { shown: { qty: true, sku: false } }, 800))).toEqual(['order', 'qty', 'due'])
  const none = Object.fromEntries(columns.map(({ id }) => [id, false]))
  expect(ids(shownOf(columns, { shown: none }, 800))).toEqual(['order'])
})
