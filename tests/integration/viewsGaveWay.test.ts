import { expect, onTestFinished, test } from 'vitest'
import { SqliteStore } from '../../core/adapters/sqlite/store.ts'
import type { MessageInput } from '../../core/index.ts'
import { commit } from '../support/scenario/commit.ts'
import { batch, cancel, comes, damage, give, order, quantity, undo } from '../support/scenario/messages.ts'

const asked = { day: '2030-04-01', month: '2030-03-02T00:00:00Z', quarter: '2030-01-01T00:00:00Z', limit: 100 }
const at = (day: string) => new Date(`${day}T12:00:00Z`)
const none = { times: 0, units: 0, days: 0 }
const [shelf, lamp] = [{ sku: 'SHELF' }, { sku: 'LAMP' }]
const park = { customer: 'Park' }

/** A day, and what came then. */
type Days = Readonly<Record<string, readonly MessageInput[]>>

async function given(days: Days): Promise<SqliteStore> {
  const store = new SqliteStore(':memory:')
  onTestFinished(() => store.close())
  for (const [day, messages] of Object.entries(days))
    for (const message of messages) await commit(store, message, undefined, at(day))
  return store
}

async function gaveWay(days: Days) {
  const store = await given(days)
  expect(await store.check()).toEqual([])
  return store.view('gaveWay', asked)
}

test('a line that lost its place to a later one gave way for the days between, in the period in which it did', async () => {
  const stock = [batch('b1', 9), batch('b2', 9, { eta: '2030-02-20' })]
  const { rows } = await gaveWay({
    '2029-12-01': [...stock, order('o1', 5, park), order('o2', 4, park)],
    '2030-02-10': [damage('b1', 4)], // o2 goes to b2
    '2030-03-20': [batch('b3', 5, { eta: '2030-03-25' }), damage('b1', 5)], // and o1 to b3
  })
  expect(rows).toEqual([
    {
      ...{ customer: 'Park', orderId: null },
      month: { times: 1, units: 5, days: 0 },
      quarter: { times: 2, units: 9, days: 10 },
    },
  ])
})

test('a line that came to wait gave way until it was filled, or until now, and one that was cancelled no longer', async () => {
  const { rows } = await gaveWay({
    '2030-02-01': [
      ...[batch('b1', 3), order('filled', 3), batch('b2', 2, shelf), order('waits', 2, shelf)],
      ...[batch('b3', 1, lamp), order('off', 1, lamp)],
    ],
    '2030-03-10': [damage('b1', 1), damage('b2', 1), damage('b3', 1), cancel('off', lamp)],
    '2030-03-17': [quantity('b1', 3)],
  })
  expect(rows.map(({ orderId, month, quarter }) => [orderId, month.days, quarter])).toEqual([
    ['waits', 22, { times: 1, units: 2, days: 22 }],
    ['filled', 7, { times: 1, units: 3, days: 7 }],
    ['off', 0, { times: 1, units: 1, days: 0 }],
  ])
})

test('by hand counts, too; a move to what is there, or in time, does not, nor what was taken back or is long ago', async () => {
  const DUE = { dueDate: '2030-03-08' }
  const { rows } = await gaveWay({
    '2029-12-01': [batch('b1', 2), order('long ago', 2), damage('b1', 1), cancel('long ago')],
    '2030-03-05': [batch('b2', 4), order('given', 4), order('taker', 4), give('given', 'taker')],
    '2030-03-06': [cancel('taker'), cancel('given')],
    '2030-03-07': [batch('c1', 3), order('moved', 3), batch('c2', 3), damage('c1', 3)],
    '2030-03-08': [
      batch('d1', 6, { eta: '2030-03-08' }),
      order('late', 6, DUE),
      batch('d2', 6),
      comes('d1', '2030-05-01'),
    ],
  })
  expect(rows.map(({ orderId, quarter }) => [orderId, quarter.times])).toEqual([['given', 1]])
})

test('what was taken back did not take place', async () => {
  const store = await given({ '2030-03-01': [batch('b1', 5), order('o1', 5), damage('b1', 1)] })
  const { rows } = await store.view('history', { messages: true, limit: 1 })
  expect((await store.view('gaveWay', asked)).rows).toMatchObject([{ month: none, quarter: { times: 1 } }])
  await commit(store, undo(rows[0]!.seq), undefined, at('2030-03-02'))
  expect([await store.view('gaveWay', asked), await store.check()]).toEqual([{ rows: [], more: 0, since: null }, []])
})

test('a line is not filled by what was taken back', async () => {
  const filling = [order('o1', 5), damage('b1', 1), quantity('b1', 5)]
  const store = await given({ '2030-03-01': [batch('b1', 5), ...filling] })
  const days = async () => (await store.view('gaveWay', asked)).rows.map(({ quarter }) => quarter.days)
  const { rows } = await store.view('history', { messages: true, limit: 1 })
  expect(await days()).toEqual([0])
  await commit(store, undo(rows[0]!.seq), undefined, at('2030-03-05'))
  expect(await days()).toEqual([31]) // until today
  await commit(store, quantity('b1', 6), undefined, at('2030-03-11'))
  expect([await days(), await store.check()]).toEqual([[10], []])
})
