import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type HistoryRow,
  type LineRow,
  type MessageInput,
  openWarehouse,
  type ViewQuery,
  type Warehouse,
} from '../../core/index.ts'
import { batch, cancel, damage, dispatch, order } from '../support/scenario/messages.ts'

// With so many rows, lists are read in other ways than with few; what they say is the same.

const LINES = 2_600
const skus = ['RED-CHAIR', 'BLUE-CHAIR', '나무-LAMP']
const day = (index: number) => `2030-02-${String(1 + (index % 28)).padStart(2, '0')}`

let warehouse: Warehouse
let lines: readonly LineRow[]
let history: readonly HistoryRow[]

/** How many entries history must have. */
let entries = 0

async function send(message: MessageInput): Promise<void> {
  const { events } = await warehouse.handle(message)
  entries += 1 + events.length
}

beforeAll(async () => {
  warehouse = await openWarehouse({ database: ':memory:' })
  for (const sku of skus.slice(0, 2)) await send(batch(`${sku}-1`, sku === 'RED-CHAIR' ? 3_000 : 150, { sku }))
  await send(batch('RED-CHAIR-2', 400, { sku: 'RED-CHAIR', eta: '2030-03-01' }))
  await send(batch('LAMP-1', 30, { sku: '나무-LAMP' }))
  for (let index = 0; index < LINES; index++) {
    const sku = skus[index % 20 === 0 ? 1 : index % 33 === 0 ? 2 : 0]!
    const dueDate = index % 3 === 0 ? null : day(index * 7)
    await send(order(`SO-${(index * 7919) % 1_000}`, 1, { sku, line: 1 + Math.floor(index / 1_000), dueDate }))
  }
  for (const orderId of ['SO-1', 'SO-20', 'SO-300']) await send(dispatch(orderId))
  await send(cancel('SO-2', { sku: 'RED-CHAIR' }))
  await send(damage('RED-CHAIR-1', 600))
  lines = await allOf((range) => warehouse.view('lines', range))
  history = await allOf((range) => warehouse.view('history', range))
})
afterAll(() => warehouse.close())

type Range = { after?: ViewQuery<'lines'>['after']; limit: number }
type Read<Row> = (range: Range) => Promise<{ rows: readonly Row[]; next: ViewQuery<'lines'>['after'] | null }>

async function allOf<Row>(read: Read<Row>): Promise<Row[]> {
  const rows: Row[] = []
  for (let after: Range['after'] | null; after !== null; ) {
    const page = await read({ limit: 700, ...(after && { after }) })
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

type Query = Pick<ViewQuery<'lines'>, 'sku' | 'batchRef' | 'orderId' | 'state' | 'search'>
const queries: Query[] = [
  ...[{}, { state: 'allocated' }, { state: 'backordered' }, { state: 'dispatched' }, { state: 'cancelled' }],
  ...[{ sku: 'RED-CHAIR' }, { sku: 'BLUE-CHAIR' }, { sku: 'RED-CHAIR', state: 'backordered' }],
  ...[{ batchRef: 'RED-CHAIR-1' }, { batchRef: 'RED-CHAIR-1', state: 'allocated' }, { batchRef: 'RED-CHAIR-2' }],
  ...[{ batchRef: 'RED-CHAIR-1', state: 'dispatched' }, { orderId: 'SO-7' }, { orderId: 'SO-7', sku: 'RED-CHAIR' }],
  ...[{ search: 'CHAIR' }, { search: 'so-1' }, { search: 'SO-777' }, { search: 'b' }, { search: 'no such' }],
  ...[
    { search: 'CHAIR', state: 'backordered' },
    { search: 'so-12', sku: 'RED-CHAIR', state: 'allocated' },
  ],
] as Query[]

const isAsked =
  ({ sku, batchRef, orderId, state, search = '' }: Query) =>
  (row: LineRow) =>
    (sku === undefined || row.sku === sku) &&
    (batchRef === undefined || row.batchRef === batchRef) &&
    (orderId === undefined || row.orderId === orderId) &&
    (state === undefined || row.state === state) &&
    [row.orderId, row.sku].some((text) => text.toLowerCase().includes(search.toLowerCase()))

const keys = {
  age: (row: LineRow) => [row.seq],
  order: (row: LineRow) => [row.orderId, row.sku, row.line],
  sku: (row: LineRow) => [row.sku, row.seq],
  due: (row: LineRow) => [row.dueDate ?? '~', row.seq],
}
type Sort = keyof typeof keys

const inOrder = (sort: Sort, descending: boolean) => (a: LineRow, b: LineRow) => {
  const [left, right] = [keys[sort](a), keys[sort](b)]
  const at = left.findIndex((key, index) => key !== right[index])
  return at === -1 ? 0 : left[at]! < right[at]! === descending ? 1 : -1
}

describe('of many lines, those that are asked for are found, in the order that is asked for:', () => {
  test.for(queries)('%o', async (query) => {
    for (const sort of Object.keys(keys) as Sort[])
      for (const descending of [false, true]) {
        const found = await allOf((range) => warehouse.view('lines', { ...query, sort, descending, ...range }))
        expect(found).toEqual(lines.filter(isAsked(query)).sort(inOrder(sort, descending)))
      }
  })
})

test('the summary counts the many lines', async () => {
  const byState = Object.groupBy(lines, ({ state }) => state)
  const counts = Object.entries(byState).map(([state, rows]) => [state, rows.length])
  expect([lines.length, (await warehouse.view('summary', {})).lines]).toEqual([LINES, Object.fromEntries(counts)])
})

type Asked = Pick<ViewQuery<'history'>, 'sku' | 'batchRef' | 'orderId' | 'messages'>
const askedOfHistory: Asked[] = [
  ...[{}, { messages: true }, { sku: 'RED-CHAIR' }, { sku: '나무-LAMP', messages: true }, { sku: 'no such' }],
  ...[
    { batchRef: 'RED-CHAIR-1' },
    { batchRef: 'RED-CHAIR-2', sku: 'RED-CHAIR' },
    { batchRef: 'LAMP-1', sku: 'RED-CHAIR' },
  ],
  ...[{ orderId: 'SO-1' }, { orderId: 'SO-1', sku: 'RED-CHAIR', messages: true }, { orderId: 'so-1' }],
]

test('a long history has every event once', () => {
  expect([history.length, history[0]?.seq, history.at(-1)?.seq]).toEqual([entries, entries, 1])
})

describe('of a long history, what is asked for is found, newest first:', () => {
  test.for(askedOfHistory)('%o', async (query) => {
    const { sku, batchRef, orderId, messages } = query
    const asked = history.filter(
      ({ seq, cause, event }) =>
        (sku === undefined || skuOf(event) === sku) &&
        (batchRef === undefined || ('ref' in event && event.ref === batchRef)) &&
        (orderId === undefined || ('orderId' in event && event.orderId === orderId)) &&
        (!messages || cause === seq),
    )
    expect(await allOf((range) => warehouse.view('history', { ...query, ...range }))).toEqual(asked)
  })
})

const skuOf = (event: HistoryRow['event']) =>
  'sku' in event ? event.sku : 'ref' in event && event.ref?.startsWith('RED') ? 'RED-CHAIR' : null
