import { expect, test } from 'vitest'
import type { MessageInput } from '../../core/index.ts'
import { given } from '../support/scenario/given.ts'
import { batch, cancel, comes, count, damage, dispatch, order, quantity, undo } from '../support/scenario/messages.ts'
import { lastMessage } from '../support/scenario/seen.ts'

const DAY = '2030-01-20'
const asked = { day: DAY, since: '2029-12-22T00:00:00Z' }
const due = (dueDate: string) => ({ dueDate })
const today = async (...messages: MessageInput[]) => (await given(...messages)).view('today', asked)

test('an empty warehouse has nothing to tell', async () => {
  const none = { upTo3: 0, upTo7: 0, more: 0 }
  expect(await today()).toEqual({
    waiting: { lines: 0, units: 0, skus: 0, due: null },
    overdue: none,
    late: none,
    service: { day: { due: 0, inTime: 0 }, month: { due: 0, inTime: 0 } },
    lost: [],
    arrivals: [],
    missed: 0,
  })
})

test('lines that wait are counted with their units, SKUs and the earliest due date', async () => {
  const { waiting } = await today(
    ...[batch('b1', 5), order('o1', 6), order('o2', 7, due('2030-02-03')), order('o3', 8, due('2030-02-01'))],
    ...[batch('s1', 1, { sku: 'SHELF' }), order('o4', 2, { sku: 'SHELF' }), order('o5', 9), cancel('o5')],
  )
  expect(waiting).toEqual({ lines: 4, units: 23, skus: 2, due: '2030-02-01' })
})

test('lines are overdue by the days since they were due, and no longer once they are dispatched', async () => {
  const { overdue } = await today(
    ...[batch('b1', 99), order('sent', 1, due('2030-01-19')), dispatch('sent'), order('today', 1, due(DAY))],
    ...['2030-01-19', '2030-01-17', '2030-01-16', '2030-01-13', '2030-01-12'].map((day) => order(day, 1, due(day))),
    order('waits', 100, due('2029-12-01')),
  )
  expect(overdue).toEqual({ upTo3: 2, upTo7: 2, more: 2 })
})

test('lines are late by the days between their due date and the arrival of their batch', async () => {
  const lines = ['2030-02-09', '2030-02-07', '2030-02-06', '2030-02-01'].map((day) => order(day, 1, due(day)))
  const stock = [batch('b1', 99, { eta: '2030-02-01' }), ...lines, order('in time', 1, due('2030-03-01'))]
  expect((await today(...stock)).late).toEqual({ upTo3: 0, upTo7: 0, more: 0 })
  const delayed = [...stock, comes('b1', '2030-02-10')]
  expect((await today(...delayed)).late).toEqual({ upTo3: 2, upTo7: 1, more: 1 })
  expect((await today(...delayed, comes('b1', null))).late).toEqual({ upTo3: 0, upTo7: 0, more: 0 })
})

test('service is the share of the lines due that were dispatched or have stock in time, of those not cancelled', async () => {
  const { service } = await today(
    ...[batch('b1', 3), order('sent', 1, due(DAY)), dispatch('sent'), order('here', 1, due(DAY))],
    ...[
      order('off', 1, due(DAY)),
      cancel('off'),
      order('month', 1, due('2029-12-22')),
      order('before', 1, due('2029-12-21')),
    ],
    ...[order('later', 1, due('2030-01-21')), order('waits', 5, due(DAY))],
    ...[batch('s1', 5, { sku: 'SHELF', eta: '2030-01-21' }), order('late', 1, { sku: 'SHELF', dueDate: DAY })],
  )
  expect(service).toEqual({ day: { due: 4, inTime: 2 }, month: { due: 5, inTime: 3 } })
})

test('what batches lost is added up by reason, but for what was taken back', async () => {
  const warehouse = await given(
    batch('b1', 99),
    damage('b1', 3),
    damage('b1', 4, { reason: 'undone' }), // as a person may write it
    count('b1', 90, 92),
  )
  await warehouse.handle(damage('b1', 30))
  await warehouse.handle(undo(await lastMessage(warehouse)))
  await warehouse.handle(quantity('b1', 95))
  await warehouse.handle(undo(await lastMessage(warehouse)))
  await warehouse.handle(damage('b1', 1))
  expect((await warehouse.view('today', asked)).lost).toEqual([
    { reason: 'undone', units: 4 },
    { reason: 'water', units: 4 },
    { reason: 'counted', units: 2 },
  ])
  expect((await warehouse.view('today', { ...asked, since: '2030-01-02T00:00:00Z' })).lost).toEqual([])
})

test('arrivals are of the day and the 29 after it; shipments before it were missed', async () => {
  const { arrivals, missed } = await today(
    ...[batch('here', 5), batch('missed', 5, { eta: '2030-01-19' }), batch('a', 5, { eta: DAY })],
    ...[batch('b', 6, { eta: DAY }), batch('c', 7, { eta: '2030-02-18' }), batch('d', 8, { eta: '2030-02-19' })],
    order('o1', 5, { dueDate: DAY }),
    order('o2', 6),
  )
  expect({ arrivals, missed }).toEqual({
    arrivals: [
      { day: DAY, shipments: 2, qty: 11, allocated: 6 },
      { day: '2030-02-18', shipments: 1, qty: 7, allocated: 0 },
    ],
    missed: 1,
  })
})

test('shipments come in the order in which they arrive, each with its lines', async () => {
  const warehouse = await given(
    ...[batch('z', 5, { eta: '2030-02-01' }), batch('a', 5, { eta: '2030-02-02' }), batch('here', 1)],
    ...[
      batch('b', 9, { eta: '2030-02-01', sku: 'SHELF' }),
      order('o1', 2, { sku: 'SHELF' }),
      order('o2', 3, { sku: 'SHELF' }),
    ],
  )
  const { rows } = await warehouse.view('arrivals', {})
  expect(rows.map(({ ref, eta, allocated, lines }) => [ref, eta, allocated, lines])).toEqual([
    ['b', '2030-02-01', 5, 2],
    ['z', '2030-02-01', 0, 0],
    ['a', '2030-02-02', 0, 0],
  ])
  const first = await warehouse.view('arrivals', { limit: 1 })
  const second = await warehouse.view('arrivals', { limit: 1, after: first.next! })
  expect([first, second].map((page) => page.rows[0]?.ref)).toEqual(['b', 'z'])
  const narrowed = await warehouse.view('arrivals', { from: '2030-02-02', to: '2030-02-02' })
  expect(narrowed.rows.map(({ ref }) => ref)).toEqual(['a'])
})

test('lines are narrowed to those that are overdue or late by so many days', async () => {
  const days = ['2030-01-19', '2030-01-15', '2030-01-01']
  const warehouse = await given(batch('b1', 99, { eta: '2030-01-01' }), ...days.map((day) => order(day, 1, due(day))))
  const orders = async (query: object) => (await warehouse.view('lines', query)).rows.map(({ orderId }) => orderId)
  expect(await orders({ overdue: '2030-01-17', dueSince: '2030-01-13' })).toEqual(['2030-01-15'])
  await warehouse.handle(comes('b1', '2030-01-20'))
  expect(await orders({ late: true, daysLate: { from: 1, to: 3 } })).toEqual(['2030-01-19'])
  expect(await orders({ late: true, daysLate: { from: 4, to: 30 } })).toEqual(['2030-01-15', '2030-01-01'])
})
