import { expect, test } from 'vitest'
import { SqliteStore } from '../../core/adapters/sqlite/store.ts'
import { storeWith } from '../support/scenario/commit.ts'
import { batch, dispatch, order, SKU } from '../support/scenario/messages.ts'

// So that no cost grows with the lines that stay where they are.

const hundredLines = Array.from({ length: 100 }, (_, index) => order(`o${index}`, 1))

test('allocating loads no line, however many there are, and only batches with room', async () => {
  const store = await storeWith(new SqliteStore(':memory:'), batch('full', 50), batch('b1', 60), ...hundredLines)
  const { batches, lines: loaded } = (await store.unitOfWork().products.get(SKU, { orderId: 'o', line: 1 }))!
  expect([[...batches.keys()], loaded.size]).toEqual([['b1'], 0])
})

test('displacing loads the lines that must go, not those that stay', async () => {
  const store = await storeWith(new SqliteStore(':memory:'), batch('b1', 100), ...hundredLines)
  const product = (await store.unitOfWork().products.getByBatchRef('b1', 97))!
  expect([...product.lines.values()].map(({ orderId }) => orderId)).toEqual(['o99', 'o98', 'o97'])
})

test('a delay loads the lines that become late, not those that stay', async () => {
  const late = [order('late', 1, { dueDate: '2030-01-31' }), order('in time', 1, { dueDate: '2030-02-01' })]
  const left = [order('left', 1, { dueDate: '2030-01-31' }), dispatch('left')]
  const store = await storeWith(new SqliteStore(':memory:'), batch('b1', 103), ...left, ...hundredLines, ...late)
  const { lines } = (await store.unitOfWork().products.getWithLinesDueBefore('b1', '2030-02-01'))!
  expect([...lines.values()].map(({ orderId }) => orderId)).toEqual(['late'])
})

test('an order loads its own lines and their batches, and no others', async () => {
  const store = await storeWith(new SqliteStore(':memory:'), batch('full', 50), batch('b1', 50), ...hundredLines)
  const [product] = await store.unitOfWork().products.getByOrder('o7')
  expect([[...product!.batches.keys()], [...product!.lines.keys()]]).toEqual([['full'], ['1:o7']])
})

test('new room loads the waiting lines that it could hold, and no larger ones', async () => {
  const lines = [order('o1', 9), order('o2', 10), order('o3', 11)]
  const store = await storeWith(new SqliteStore(':memory:'), batch('b1', 1), ...lines)
  const { products } = store.unitOfWork()
  const product = (await products.get(SKU))!
  product.addBatch({ ref: 'b2', qty: 10, eta: null })
  await products.getWithBackorders(SKU)
  expect([...product.lines.values()].map(({ orderId }) => orderId)).toEqual(['o1', 'o2'])
})
