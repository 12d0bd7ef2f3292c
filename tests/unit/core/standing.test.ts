import { describe, expect, onTestFinished, test } from 'vitest'
import {
  type MessageInput,
  openWarehouse,
  type StandingRow,
  type ViewQuery,
  type Warehouse,
} from '../../../core/index.ts'
import { given } from '../../support/scenario/given.ts'
import { batch, comes, damage, dispatch, order, SKU, undo } from '../../support/scenario/messages.ts'
import { lastMessage, refusal } from '../../support/scenario/seen.ts'

/** Each row as `batch qty/allocated`, or `order state batch`. */
async function stood(warehouse: Warehouse, query: ViewQuery<'standing'>): Promise<string[]> {
  return (await warehouse.view('standing', query)).rows.map(inShort)
}
const inShort = (row: StandingRow): string =>
  row.kind === 'batch'
    ? `${row.ref} ${row.allocated}/${row.qty}`
    : [row.orderId, row.state, row.batchRef].join(' ').trim()

const stock = [batch('b1', 10), order('o1', 4), order('o2', 5), batch('b2', 5, { eta: '2030-02-01' })] // 1 to 8 in history
const displacing = damage('b1', 3) // 9 and on: o2 goes to b2

describe('as of a message', () => {
  test('a product stands as it did before it, and after all that it caused', async () => {
    const warehouse = await given(...stock, displacing)
    const before = ['b1 9/10', 'b2 0/5', 'o1 allocated b1', 'o2 allocated b1']
    const after = ['b1 4/7', 'b2 5/5', 'o1 allocated b1', 'o2 allocated b2']
    const seen = [8, 9, 10].map((seq) => stood(warehouse, { sku: SKU, seq }))
    expect(await Promise.all(seen)).toEqual([before, after, after])
  })

  test('an order has its lines, of every SKU, and the batches that they were in', async () => {
    const other = [batch('s1', 2, { sku: 'SHELF' }), order('o2', 1, { sku: 'SHELF' })]
    const warehouse = await given(...other, ...stock, displacing)
    expect(await stood(warehouse, { orderId: 'o2', seq: await lastMessage(warehouse) })).toEqual([
      's1 1/2',
      'o2 allocated s1',
      'b2 5/5',
      'o2 allocated b2',
    ])
  })

  test('a batch has its lines, those that were dispatched from it as well', async () => {
    const warehouse = await given(...stock, dispatch('o1'))
    expect(await stood(warehouse, { batchRef: 'b1', seq: await lastMessage(warehouse) })).toEqual([
      'b1 5/6',
      'o1 dispatched b1',
      'o2 allocated b1',
    ])
  })

  test('a line tells when its batch was to come, and whether it was late', async () => {
    const line = order('o1', 5, { dueDate: '2030-02-01' })
    const warehouse = await given(batch('b1', 5, { eta: '2030-02-01' }), line, comes('b1', '2030-02-02'))
    const lines = [3, 5].map(async (seq) => (await warehouse.view('standing', { orderId: 'o1', seq })).rows[1])
    expect(await Promise.all(lines)).toMatchObject([
      { eta: '2030-02-01', late: false },
      { eta: '2030-02-02', late: true },
    ])
  })

  test('a batch that was withdrawn is there, under the SKU that it had', async () => {
    const again = batch('b1', 2, { sku: 'SHELF' })
    const warehouse = await given(batch('b1', 10), undo(1), again)
    const rows = [1, 3, 99].map(async (seq) => (await warehouse.view('standing', { batchRef: 'b1', seq })).rows)
    expect((await Promise.all(rows)).map((rows) => rows.map(({ sku }) => sku))).toEqual([[SKU], [], ['SHELF']])
  })

  test('nothing stands of what was not there yet', async () => {
    const warehouse = await given(batch('b1', 10), ...stock.slice(1))
    const early = [{ sku: 'SHELF' }, { orderId: 'o2' }, { batchRef: 'b2' }].map((of) =>
      stood(warehouse, { ...of, seq: 1 }),
    )
    expect(await Promise.all(early)).toEqual([[], [], []])
  })
})

describe('as of an instant', () => {
  /** A warehouse to which each message came at its time. */
  async function givenAt(...messages: [time: string, message: MessageInput][]): Promise<Warehouse> {
    let now = ''
    const warehouse = await openWarehouse({ database: ':memory:', now: () => new Date(now) })
    onTestFinished(() => warehouse.close())
    for (const [time, message] of messages) {
      now = `2030-01-01T${time}Z`
      await warehouse.handle(message)
    }
    return warehouse
  }
  const at = (time: string) => ({ sku: SKU, at: `2030-01-01T${time}` })

  test('that stands which had been done by then', async () => {
    const warehouse = await givenAt(
      ['09:00:00', batch('b1', 5)],
      ['09:30:00', order('o1', 9)],
      ['10:00:00', damage('b1', 1)],
    )
    const times = ['08:59:59.999Z', '09:00:00Z', '09:30:00Z', '09:59:00Z', '11:00:00+01:00', '23:00:00Z']
    expect(await Promise.all(times.map((time) => stood(warehouse, at(time))))).toEqual([
      [],
      ['b1 0/5'],
      ['b1 0/5', 'o1 backordered'],
      ['b1 0/5', 'o1 backordered'],
      ['b1 0/4', 'o1 backordered'],
      ['b1 0/4', 'o1 backordered'],
    ])
  })

  test('the answer stays the same when more is done later', async () => {
    const messages = Array.from({ length: 20 }, (_, minute): [string, MessageInput] => [
      `09:${minute + 10}:00`,
      batch(`b${minute}`, 1),
    ])
    const [few, many] = [await givenAt(...messages.slice(0, 8)), await givenAt(...messages)]
    expect(await stood(many, at('09:17:30Z'))).toEqual(await stood(few, at('09:17:30Z')))
  })
})

describe('of many rows', () => {
  const many = Array.from({ length: 7 }, (_, index) => order(`o${index}`, 2))

  test('pages follow one another, and end where they ended', async () => {
    const warehouse = await given(batch('b1', 9), batch('b2', 9, { eta: '2030-02-01' }), batch('b3', 9), ...many)
    const all = await warehouse.view('standing', { sku: SKU, seq: 99 })
    const first = await warehouse.view('standing', { sku: SKU, seq: 99, limit: 4 })
    const second = await warehouse.view('standing', { sku: SKU, seq: 99, limit: 4, after: first.next! })
    const rest = await warehouse.view('standing', { sku: SKU, seq: 99, after: second.next! })
    const again = await warehouse.view('standing', { sku: SKU, seq: 99, after: first.next!, until: second.next! })
    expect([...first.rows, ...second.rows, ...rest.rows]).toEqual(all.rows)
    expect([rest.next, again.rows]).toEqual([null, second.rows])
  })

  test('a cursor of another list is refused', async () => {
    const warehouse = await given(batch('b1', 9))
    const problems = [{ field: 'after', problem: 'invalid' }]
    expect((await refusal(warehouse.view('standing', { sku: SKU, seq: 1, after: [1] })))?.details).toEqual({ problems })
  })
})

describe('it is asked', () => {
  test.for<[string, ViewQuery<'standing'>, object]>([
    ['of something', { seq: 1 }, { field: 'sku', problem: 'missing' }],
    ['for a moment', { sku: SKU }, { field: 'seq', problem: 'missing' }],
    ['for one moment only', { sku: SKU, seq: 1, at: '2030-01-01T09:00:00Z' }, { field: 'at', problem: 'invalid' }],
    ['for a moment that is one', { sku: SKU, at: 'Tuesday at ten' }, { field: 'at', problem: 'invalid' }],
  ])('%s', async ([, query, problem]) => {
    const warehouse = await given(batch('b1', 9))
    expect((await refusal(warehouse.view('standing', query)))?.details).toEqual({ problems: [problem] })
  })
})
