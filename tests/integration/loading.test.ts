import { expect, test, vi } from 'vitest'
import { openWriter } from '../../core/adapters/sqlite/open/connection.ts'
import { SqliteStore } from '../../core/adapters/sqlite/store.ts'
import { prepare, SqliteUnitOfWork } from '../../core/adapters/sqlite/unitOfWork.ts'
import { commit, run, storeWith } from '../support/scenario/commit.ts'
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

test('of many batches with room a line loads the first few, and the one that it goes to', async () => {
  const small = Array.from({ length: 100 }, (_, index) => batch(`small${index}`, 1))
  const store = await storeWith(new SqliteStore(':memory:'), ...small, batch('large', 9, { eta: '2030-02-01' }))
  const product = (await store.unitOfWork().products.getToPlace(SKU, { orderId: 'o1', line: 1 }, 9))!
  expect([product.batches.size, product.firstThatCanHold(9)?.ref]).toEqual([18, 'large'])
})

test('many lines look up 64 batches one by one, and then all others at once', async () => {
  const sql = prepare(openWriter(':memory:'))
  const store = { unitOfWork: () => new SqliteUnitOfWork(sql) }
  const later = { eta: '2030-02-01' }
  for (let index = 0; index < 20; index++) await commit(store, batch(`small${index}`, 1))
  for (let index = 0; index < 100; index++) await commit(store, batch(`large${index}`, 9, later))
  const lookedUp = vi.spyOn(sql.products.bestOpenBatch, 'all')
  const loadedAll = vi.spyOn(sql.products.openBatches, 'iterate')
  const uow = store.unitOfWork()
  for (let index = 0; index < 100; index++) await run(uow, order(`o${index}`, 9))
  expect([lookedUp.mock.calls.length, loadedAll.mock.calls.length]).toEqual([64, 1])
})
