import { expect, test } from 'vitest'
import type { Warehouse } from '../../core/index.ts'
import { given } from '../support/scenario/given.ts'
import { batch, damage, order } from '../support/scenario/messages.ts'
import { refusal } from '../support/scenario/seen.ts'

/** Two lines lose their place, by a message each, which Kim sent. */
async function givenTwoGroups() {
  const warehouse = await given(batch('b1', 10), order('o1', 5), order('o2', 5))
  await warehouse.handle(damage('b1', 3), { by: 'Kim' })
  await warehouse.handle(damage('b1', 5), { by: 'Kim' })
  const { rows } = await warehouse.view('noticeGroups', {})
  const [second, first] = rows.map(({ origin }) => origin)
  return { warehouse, first: first!, second: second! }
}

const groups = async (warehouse: Warehouse, query: object = {}) => {
  const { rows } = await warehouse.view('noticeGroups', query)
  return rows.map(({ origin, isOpen, givenTo, acknowledgedBy, note }) => ({
    origin,
    isOpen,
    givenTo,
    acknowledgedBy,
    note,
  }))
}
const origins = async (warehouse: Warehouse, query: object) =>
  (await groups(warehouse, query)).map(({ origin }) => origin)
const count = async (warehouse: Warehouse, reader: string) =>
  (await warehouse.view('summary', { reader })).noticesForReader

const untouched = { isOpen: true, givenTo: null, acknowledgedBy: null, note: null }

test('a group is given to a person with a note, and acknowledged by another, for all', async () => {
  const { warehouse, first, second } = await givenTwoGroups()
  await warehouse.handle({ type: 'NoticesGiven', origin: first, to: 'Lee', note: 'ask the customer' }, { by: 'Kim' })
  expect(await groups(warehouse)).toEqual([
    { origin: second, ...untouched },
    { origin: first, ...untouched, givenTo: 'Lee', note: 'ask the customer' },
  ])
  expect(await origins(warehouse, { work: 'mine', reader: 'Lee' })).toEqual([second, first])
  expect(await origins(warehouse, { work: 'mine', reader: 'Kim' })).toEqual([second])
  await warehouse.handle(
    { type: 'NoticesAcknowledged', origin: first, upTo: 99, note: 'customer called' },
    { by: 'Lee' },
  )
  expect((await groups(warehouse))[1]).toEqual({
    ...{ origin: first, isOpen: false, givenTo: 'Lee', acknowledgedBy: 'Lee', note: 'customer called' },
  })
  expect(await origins(warehouse, { work: 'acknowledged' })).toEqual([first])
  expect(await origins(warehouse, { work: 'open' })).toEqual([second])
  await warehouse.handle({ type: 'NoticesReopened', origin: first }, { by: 'Lee' })
  expect(await origins(warehouse, { work: 'open' })).toEqual([second, first])
  expect(await warehouse.check()).toEqual([])
})

test('what one person has read is unread for the others, and counts for whom it is', async () => {
  const { warehouse, first, second } = await givenTwoGroups()
  const newest = (await warehouse.view('notices', {})).rows[0]!.seq
  await warehouse.handle({ type: 'NoticesRead', upTo: newest }, { by: 'Kim' })
  const unread = async (reader: string) => origins(warehouse, { unread: true, reader })
  expect([await unread('Kim'), await unread('Lee')]).toEqual([[], [second, first]])
  expect([await count(warehouse, 'Kim'), await count(warehouse, 'Lee')]).toEqual([0, 2])
  await warehouse.handle({ type: 'NoticesGiven', origin: second, to: 'Kim' }, { by: 'Lee' })
  expect([await count(warehouse, 'Kim'), await count(warehouse, 'Lee')]).toEqual([1, 1])
  await warehouse.handle({ type: 'NoticesAcknowledged', origin: second, upTo: 99 }, { by: 'Kim' })
  expect([await count(warehouse, 'Kim'), await count(warehouse, 'Lee')]).toEqual([0, 1])
  expect(await warehouse.check()).toEqual([])
})

test('a notice that comes to an acknowledged import opens it again', async () => {
  const warehouse = await given(batch('b1', 10), order('o1', 5), order('o2', 5))
  await warehouse.handle({ type: 'ImportStarted', file: 'damages.csv' }, { id: 'import' })
  await warehouse.handle(damage('b1', 3), { partOf: 'import' })
  const [group] = await groups(warehouse)
  await warehouse.handle({ type: 'NoticesAcknowledged', origin: group!.origin, upTo: 99 })
  expect((await groups(warehouse))[0]?.isOpen).toBe(false)
  await warehouse.handle(damage('b1', 5), { partOf: 'import' })
  expect((await groups(warehouse))[0]?.isOpen).toBe(true)
  expect(await warehouse.check()).toEqual([])
})

test('a notice that came before somebody acknowledged the others, and was not seen, leaves the group open', async () => {
  const warehouse = await given(batch('b1', 10), order('o1', 5), order('o2', 5))
  await warehouse.handle({ type: 'ImportStarted', file: 'damages.csv' }, { id: 'import' })
  await warehouse.handle(damage('b1', 3), { partOf: 'import' })
  const [seen] = (await warehouse.view('noticeGroups', {})).rows
  await warehouse.handle(damage('b1', 5), { partOf: 'import' })
  const [now] = (await warehouse.view('noticeGroups', {})).rows
  const isOpen = async (upTo: number) => {
    await warehouse.handle({ type: 'NoticesAcknowledged', origin: seen!.origin, upTo }, { by: 'Lee' })
    return (await groups(warehouse))[0]?.isOpen
  }
  expect([await isOpen(seen!.newest), await isOpen(now!.newest), await isOpen(seen!.newest)]).toEqual([
    true,
    false,
    false,
  ])
  expect(await warehouse.check()).toEqual([])
})

test('what caused no notices cannot be dealt with', async () => {
  const { warehouse } = await givenTwoGroups()
  const refused = [
    await refusal(warehouse.handle({ type: 'NoticesAcknowledged', origin: 1, upTo: 1 })),
    await refusal(warehouse.handle({ type: 'NoticesGiven', origin: 999, to: 'Lee' })),
    await refusal(warehouse.handle({ type: 'NoticesReopened', origin: 1 })),
  ]
  expect(refused.map((one) => [one?.code, one?.details])).toEqual([
    ['NoNotices', { origin: 1 }],
    ['NoNotices', { origin: 999 }],
    ['NoNotices', { origin: 1 }],
  ])
})
