import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindOf, type Place } from '../../core/domain/consequence.ts'
import type { LineRow, Message, Warehouse } from '../../core/index.ts'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { anyMessage } from '../support/model/anyMessage.ts'
import { stepsOf } from '../support/model/anyStep.ts'
import { sendOneByOne } from '../support/model/oneByOne.ts'
import { givenIn } from '../support/scenario/given.ts'
import { batch, comes, damage, order, quantity } from '../support/scenario/messages.ts'
import { everything } from '../support/scenario/seen.ts'

const CHAIR = { sku: 'CHAIR' }

/** What a board can hold. */
const changes = new Set<Message['type']>([
  ...(['BatchCreated', 'AllocationRequired', 'BatchQuantityChanged', 'StockDamaged'] as const),
  ...(['BatchEtaChanged', 'OrderLineCancelled', 'LinePriorityChanged'] as const),
])
const boards = fc.array(
  anyMessage.filter(({ type }) => changes.has(type)),
  { minLength: 1, maxLength: 12 },
)

test('what is foreseen changes nothing, and is what comes of it, line by line', async () => {
  const property = fc.asyncProperty(stepsOf(40, 40), boards, async (steps, messages) => {
    const warehouse = await givenIn(temporaryFile())
    await sendOneByOne(warehouse, steps)
    const before = await everything(warehouse)
    const entries = messages.map((message) => ({ message }))
    const foreseen = await warehouse.foresee(entries)
    expect(await everything(warehouse)).toEqual(before)

    const stood = await linesOf(warehouse)
    const { isDone, foresight } = await warehouse.handleForeseen(entries, foreseen.mark)
    expect([isDone, foresight]).toEqual([true, foreseen])
    const became = foreseen.lines.map(
      ({ kind, before, after, ...line }) => [nameOf(line), [kind, before, after]] as const,
    )
    expect(Object.fromEntries(became)).toEqual(differences(stood, await linesOf(warehouse)))
    expect(await warehouse.check()).toEqual([])
    await warehouse.close()
  })
  await fc.assert(property, { numRuns: 12 })
}, 300_000)

test('what is foreseen is refused once something else would come of it, and is then told anew', async () => {
  const warehouse = await givenIn(
    temporaryFile(),
    batch('b1', 10),
    order('o1', 6),
    order('o2', 4),
    batch('c1', 5, CHAIR),
  )
  const entries = [quantity('b1', 6), damage('c1', 1), damage('none', 1)].map((message) => ({ message }))
  const seen = await warehouse.foresee(entries)
  expect(seen.lines.map(({ orderId, kind }) => [orderId, kind])).toEqual([['o2', 'short']])
  expect(seen.refusals.map((refused) => refused?.code ?? null)).toEqual([null, null, 'UnknownBatch'])

  await warehouse.handle(order('o3', 2, CHAIR)) // which changes nothing of it
  expect((await warehouse.foresee(entries)).mark).toBe(seen.mark)
  await warehouse.handle(batch('b2', 4))
  const before = await everything(warehouse)
  const { isDone, foresight } = await warehouse.handleForeseen(entries, seen.mark)
  expect(isDone).toBe(false)
  expect(foresight.lines.map(({ orderId, kind }) => [orderId, kind])).toEqual([['o2', 'moved']])
  expect(await everything(warehouse)).toEqual(before)
  expect((await warehouse.handleForeseen(entries, foresight.mark)).isDone).toBe(true)
})

test('a shipment that comes earlier brings lines in time, and one that comes later those that stay with it late', async () => {
  const due = { dueDate: '2030-02-10' }
  const warehouse = await givenIn(
    temporaryFile(),
    batch('s1', 5, { eta: '2030-02-20' }),
    batch('s2', 5, { ...CHAIR, eta: '2030-02-01' }),
    order('o1', 5, { ...due, customer: 'Kim' }),
    order('o2', 5, { ...due, ...CHAIR, customer: 'Lee' }),
  )
  const foreseen = await warehouse.foresee(
    [comes('s1', '2030-02-10'), comes('s2', null), comes('s2', '2030-02-11')].map((message) => ({ message })),
  )
  expect(foreseen.lines.map(({ orderId, kind }) => [orderId, kind])).toEqual([
    ['o2', 'late'],
    ['o1', 'inTime'],
  ])
  expect(foreseen.customers.map(({ name, sums }) => [name, sums.late.units, sums.inTime.lines])).toEqual([
    ['Lee', 5, 0],
    ['Kim', 0, 1],
  ])
})

test('others are handled while a list is being foreseen, which shows the moment that it began', async () => {
  const warehouse = await givenIn(temporaryFile(), batch('b1', 1000))
  const orders = Array.from({ length: 1000 }, (_, at) => ({ message: order(`o${at}`, 1) }))
  let meanwhile: Promise<unknown> | undefined
  const foreseen = await warehouse.foresee(orders, {
    onHandled: (done) => {
      if (done === 500) meanwhile = warehouse.handle(damage('b1', 999))
    },
  })
  await meanwhile
  expect(foreseen.sums.placed.lines).toBe(1000)
  expect((await warehouse.foresee(orders)).sums.short.lines).toBe(999)
})

test('foreseeing is given up when it is cancelled, and when the warehouse is closed', async () => {
  const warehouse = await givenIn(temporaryFile(), batch('b1', 1000))
  const orders = Array.from({ length: 1000 }, (_, at) => ({ message: order(`o${at}`, 1) }))
  const cancelled = new AbortController()
  const onHandled = (done: number) => done === 10 && cancelled.abort()
  await expect(warehouse.foresee(orders, { signal: cancelled.signal, onHandled })).rejects.toThrow('aborted')
  const closing = expect(warehouse.foresee(orders)).rejects.toThrow('aborted')
  await warehouse.close()
  await closing
})

const nameOf = ({ orderId, line, sku }: Pick<LineRow, 'orderId' | 'line' | 'sku'>) => `${sku} ${orderId} ${line}`

async function linesOf(warehouse: Warehouse): Promise<Map<string, Place>> {
  const { rows } = await warehouse.view('lines', { limit: 1000 })
  return new Map(rows.map(({ state, batchRef, eta, late, ...line }) => [nameOf(line), { state, batchRef, eta, late }]))
}

/** By the views alone. */
function differences(before: ReadonlyMap<string, Place>, after: ReadonlyMap<string, Place>) {
  const found = [...after].map(([name, place]) => {
    const stood = before.get(name) ?? null
    return [name, [kindOf(stood, place), stood, place]] as const
  })
  return Object.fromEntries(found.filter(([, [kind]]) => kind !== null))
}
