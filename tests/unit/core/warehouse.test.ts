import { expect, test } from 'vitest'
import type { Commit } from '../../../core/index.ts'
import { Warehouse } from '../../../core/service/warehouse.ts'
import { MemoryStore } from '../../support/memory/memoryUnitOfWork.ts'
import { given, NOW } from '../../support/scenario/given.ts'
import { batch, damage, order, quantity, SKU } from '../../support/scenario/messages.ts'
import { places, refusal } from '../../support/scenario/seen.ts'

test('messages are handled one at a time, in the order in which they came', async () => {
  const warehouse = await given(batch('b1', 100))
  const sent = Array.from({ length: 20 }, (_, index) => warehouse.handle(order(`o${index}`, 1)))
  await Promise.all([...sent, warehouse.handle(quantity('b1', 0))])
  const { rows } = await warehouse.view('history', { limit: 1000 })
  const messages = rows.filter(({ seq, cause }) => seq === cause).map(({ event }) => event)
  const orders = messages.flatMap((event) => (event.type === 'AllocationRequired' ? event.orderId : []))
  expect([messages[0]?.type, orders.reverse()]).toEqual([
    'BatchQuantityChanged',
    Array.from({ length: 20 }, (_, index) => `o${index}`),
  ])
})

test('a message that is refused does not hold up the next', async () => {
  const warehouse = await given(batch('b1', 20))
  const [refused, outcome] = await Promise.all([
    refusal(warehouse.handle(damage('b1', 21))),
    warehouse.handle(order('o1', 20)),
  ])
  expect([refused?.code, outcome.results[0]]).toEqual(['NotEnoughStock', 'b1'])
})

test('whoever listens hears of every message that was written, once, and of no other', async () => {
  const warehouse = await given(batch('b1', 20))
  const heard: Commit[] = []
  const stop = warehouse.subscribe((commit) => heard.push(commit))
  const outcome = await warehouse.handle(order('o1', 5), { id: 'm1', by: 'Kim' })
  await warehouse.handle(order('o1', 5), { id: 'm1' })
  await warehouse.preview(order('o2', 5))
  await refusal(warehouse.handle(damage('b1', 21)))
  stop()
  await warehouse.handle(order('o3', 5))
  const message = {
    type: 'AllocationRequired',
    orderId: 'o1',
    sku: SKU,
    qty: 5,
    line: 1,
    dueDate: null,
    customer: null,
    priority: 0,
  }
  expect(heard).toEqual([{ envelope: { message, id: 'm1', by: 'Kim', at: NOW, partOf: null }, outcome }])
})

test('closing waits for what was begun', async () => {
  const warehouse = await given(batch('b1', 20))
  const sent = warehouse.handle(order('o1', 5))
  await warehouse.close()
  expect((await sent).results[0]).toBe('b1')
})

test('a view is of what was written when it was asked for', async () => {
  const warehouse = await given(batch('b1', 20))
  const sent = warehouse.handle(order('o1', 5))
  const before = await places(warehouse)
  await sent
  expect([before, await places(warehouse)]).toEqual([{}, { o1: 'b1' }])
})

test('a message is still the same when an earlier version stored it without a field that has a default by now', async () => {
  const store = new MemoryStore()
  const warehouse = new Warehouse(store, () => NOW)
  await warehouse.handle(batch('b1', 20))
  const outcome = await warehouse.handle(order('o1', 5), { id: 'm1' })
  const { dueDate: _, ...earlier } = store.history[1]!.message as ReturnType<typeof order>
  store.history[1] = { ...store.history[1]!, message: earlier as never }
  expect(await warehouse.handle(order('o1', 5), { id: 'm1' })).toEqual(outcome)
})
