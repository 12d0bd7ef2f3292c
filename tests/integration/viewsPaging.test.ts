import { describe, expect, test } from 'vitest'
import type { Cursor, MessageInput, Page, ViewQuery, Warehouse } from '../../core/index.ts'
import { given } from '../support/scenario/given.ts'
import { batch, order, quantity } from '../support/scenario/messages.ts'
import { refusal } from '../support/scenario/seen.ts'

type List = 'products' | 'batches' | 'lines' | 'noticeGroups' | 'notices' | 'history'
type Query = Omit<ViewQuery<'lines'>, 'after' | 'until' | 'limit'>
type Range = { after?: Cursor; until?: Cursor; limit: number }

const read = (warehouse: Warehouse, list: List, query: Query, range: Range) =>
  warehouse.view(list, { ...query, ...range } as ViewQuery<List>) as Promise<Page<unknown>>

async function allPages(warehouse: Warehouse, list: List, query: Query, limit: number): Promise<Page<unknown>[]> {
  const pages = [await read(warehouse, list, query, { limit })]
  for (let after = pages[0]!.next; after && pages.length < 500; after = pages.at(-1)!.next)
    pages.push(await read(warehouse, list, query, { after, limit }))
  return pages
}

// Full of ties: equal SKUs, ETAs, due dates, orders and quantities.
const dates = [null, '2030-02-01', '2030-02-02']
const stock = ['A', 'B', 'C'].flatMap((sku) => [
  ...dates.flatMap((eta) => [1, 2].map((copy) => batch(`${sku}-${eta ?? 'here'}-${copy}`, 3, { sku, eta }))),
  ...dates.flatMap((dueDate, index) => [1, 2].map((line) => order(`o${index}`, 2, { sku, line: line + 10, dueDate }))),
  ...dates.flatMap((dueDate, index) => [1, 2].map((line) => order(`o${index}`, 2, { sku, line, dueDate }))),
  quantity(`${sku}-here-1`, 0),
])
const lists: [List, Query][] = [
  ['products', {}],
  ['batches', {}],
  ['noticeGroups', {}],
  ['notices', {}],
  ['history', {}],
  ...(['age', 'order', 'sku', 'due'] as const).flatMap((sort): [List, Query][] => [
    ['lines', { sort }],
    ['lines', { sort, descending: true }],
  ]),
  ['lines', { sort: 'due', sku: 'B', state: 'allocated' }],
  ['batches', { sku: 'B', search: '2030' }],
  ['history', { orderId: 'o1' }],
  ['history', { messages: true } as Query],
]

describe('a list that is paged', () => {
  test.for(lists)('is the list, each row once, in its order: %s %o', async ([list, query]) => {
    const warehouse = await given(...stock)
    const whole = await read(warehouse, list, query, { limit: 1000 })
    const joined = []
    for (const limit of [1, 2, 7])
      joined.push((await allPages(warehouse, list, query, limit)).flatMap(({ rows }) => rows))
    expect(whole.rows.length).toBeGreaterThan(2)
    expect(joined).toEqual([whole.rows, whole.rows, whole.rows])
  })

  test.for(lists)('ends with a page that names no next, however it divides: %s %o', async ([list, query]) => {
    const warehouse = await given(...stock)
    const { rows } = await read(warehouse, list, query, { limit: 1000 })
    const ends = []
    for (const limit of [rows.length - 1, rows.length, rows.length + 1]) {
      const pages = await allPages(warehouse, list, query, limit)
      ends.push(pages.map((page) => page.rows.length))
    }
    expect(ends).toEqual([[rows.length - 1, 1], [rows.length], [rows.length]])
  })

  test.for(lists)('gives a page again as it is now, from its cursors: %s %o', async ([list, query]) => {
    const warehouse = await given(...stock)
    const pages = await allPages(warehouse, list, query, 2)
    const again = []
    for (const [index, { next }] of pages.entries()) {
      const after = pages[index - 1]?.next
      again.push(
        await read(warehouse, list, query, { limit: 1000, ...(after && { after }), ...(next && { until: next }) }),
      )
    }
    expect(again.map(({ rows }) => rows)).toEqual(pages.map(({ rows }) => rows))
  })
})

test('rows that come while one pages are neither skipped nor seen twice', async () => {
  const warehouse = await given(...stock)
  const query = { sort: 'due' } as const
  const first = await warehouse.view('lines', { ...query, limit: 10 })
  const meanwhile: MessageInput[] = [
    order('new', 1, { sku: 'A', dueDate: '2030-01-01' }),
    order('new', 1, { sku: 'B' }),
  ]
  for (const message of meanwhile) await warehouse.handle(message)
  const { rows } = await warehouse.view('lines', { ...query, after: first.next!, limit: 1000 })
  const seen = [...first.rows, ...rows].map(({ seq }) => seq)
  expect([new Set(seen).size, seen.length]).toEqual([37, 37]) // all but the first of the new, which sorts before
})

describe('a range that is none of the list is refused:', () => {
  test.for<[string, object, object]>([
    ['a cursor of another list', { after: ['A', '', 1] }, { field: 'after', problem: 'invalid' }],
    ['an end of another list', { until: [] }, { field: 'until', problem: 'invalid' }],
    ['a page of no row', { limit: 0 }, { field: 'limit', problem: 'tooSmall', limit: 1 }],
    ['a page of too many', { limit: 1001 }, { field: 'limit', problem: 'tooLarge', limit: 1000 }],
    ['a parameter that it does not have', { offset: 5 }, { field: 'offset', problem: 'unknown' }],
  ])('%s', async ([, query, problem]) => {
    const warehouse = await given()
    expect(await refusal(warehouse.view('lines', query))).toEqual({
      code: 'InvalidMessage',
      details: { problems: [problem] },
    })
  })

  test('a view that there is not', async () => {
    const warehouse = await given()
    const refused = await refusal(warehouse.view('toString' as 'lines', {}))
    expect(refused?.details).toEqual({ problems: [{ field: 'name', problem: 'unknown' }] })
  })
})
