import { expect, test } from 'vitest'
import { importCsv, type Warehouse } from '../../core/index.ts'
import { given } from '../support/scenario/given.ts'
import { batch, comes, damage, noticesRead, order, SKU } from '../support/scenario/messages.ts'
import { csvFile } from '../unit/csv/csvFile.ts'

const SHELF = { sku: 'SHELF' }

/** What each group says, the first group first. */
async function groups(warehouse: Warehouse, query: { unread?: boolean; origin?: number } = {}) {
  const { rows } = await warehouse.view('noticeGroups', query)
  return rows.map(({ event, counts, unread }) => {
    const said = Object.entries(counts).flatMap(([kind, count]) => (count > 0 ? [`${count} ${kind}`] : []))
    return [event.type, said.join(', '), unread]
  })
}

/** Orders for 5 units each. */
function importOrders(warehouse: Warehouse, ...orders: [orderId: string, sku: string][]) {
  const path = csvFile('order,sku,quantity', ...orders.map(([orderId, sku]) => `${orderId},${sku},5`))
  return importCsv(warehouse, { path, kind: 'orders', mapping: { orderId: 0, sku: 1, qty: 2 }, by: 'Kim' })
}

test('the notices of a message are one group, the newest first', async () => {
  const lines = [order('o1', 6, { dueDate: '2030-02-01' }), order('o2', 4)]
  const warehouse = await given(batch('b1', 10), ...lines, batch('b2', 4), damage('b1', 8), comes('b2', '2030-03-01'))
  expect(await groups(warehouse)).toEqual([['StockDamaged', '1 reallocated, 1 backordered, 1 outOfStock', true]])
})

test('an import is one group, in which a SKU is out of stock once', async () => {
  const warehouse = await given(batch('b1', 5), batch('s1', 5, SHELF))
  await importOrders(warehouse, ['o1', SKU], ['o2', SKU], ['o3', SKU], ['o4', 'SHELF'], ['o5', 'SHELF'], ['o6', SKU])
  await warehouse.handle(damage('b1', 1))
  expect(await groups(warehouse)).toEqual([
    ['StockDamaged', '1 backordered, 1 outOfStock', true],
    ['ImportStarted', '4 backordered, 2 outOfStock', true],
  ])
  const imported = (await warehouse.view('noticeGroups', {})).rows[1]!
  const { rows } = await warehouse.view('notices', { origin: imported.origin })
  expect(rows.map(({ kind, orderId, sku }) => `${kind} ${orderId ?? sku}`)).toEqual([
    'backordered o6',
    'outOfStock SHELF',
    'backordered o5',
    'backordered o3',
    `outOfStock ${SKU}`,
    'backordered o2',
  ])
  expect(await warehouse.check()).toEqual([])
})

test('of a group the notices of one kind are read', async () => {
  const warehouse = await given(batch('b1', 5))
  await importOrders(warehouse, ['o1', SKU], ['o2', SKU], ['o3', SKU])
  const { origin } = (await warehouse.view('noticeGroups', {})).rows[0]!
  const { rows } = await warehouse.view('notices', { origin, kind: 'outOfStock' })
  expect(rows.map(({ sku }) => sku)).toEqual([SKU])
})

test('a group is unread while one of its notices is, and is told with who caused it', async () => {
  const warehouse = await given(batch('b1', 5), batch('s1', 1, SHELF), order('o1', 9))
  await warehouse.handle(order('o2', 8, SHELF), { by: 'Kim' })
  await warehouse.handle(noticesRead(2))
  expect(await groups(warehouse, { unread: true })).toEqual([
    ['AllocationRequired', '1 backordered, 1 outOfStock', true],
  ])
  expect(await groups(warehouse, { origin: 5 })).toEqual([['AllocationRequired', '1 backordered, 1 outOfStock', false]])
  const { rows } = await warehouse.view('noticeGroups', { unread: true })
  expect(rows).toMatchObject([{ origin: 8, newest: 4, by: 'Kim', at: '2030-01-01T09:00:00.000Z' }])
})

test('the summary counts unread groups up to 1,000', async () => {
  const warehouse = await given(
    batch('b1', 1),
    order('o', 1),
    ...Array.from({ length: 1001 }, (_, index) => order(`o${index}`, 1)),
  )
  const unread = async () => (await warehouse.view('summary', {})).unreadNoticeGroups
  const all = await unread()
  await warehouse.handle(noticesRead(1999))
  expect([all, await unread()]).toEqual([1000, 2])
})
