import { describe, expect, test } from 'vitest'
import type { Commit, MessageInput } from '../../../core/index.ts'
import { given } from '../../support/scenario/given.ts'
import { batch, comes, damage, order, quantity, undo } from '../../support/scenario/messages.ts'
import { everything, free, places, refusal, told } from '../../support/scenario/seen.ts'

const entries = (...messages: MessageInput[]) => messages.map((message, index) => ({ message, id: `m${index}` }))

describe('messages that come together', () => {
  test('are handled in order, each with what those before it came to', async () => {
    const warehouse = await given()
    const answers = await warehouse.handleAll(entries(batch('b1', 5), order('o1', 5), order('o2', 1), batch('b2', 1)))
    expect([answers.map(({ outcome }) => outcome?.results[0]), await places(warehouse)]).toEqual([
      [null, 'b1', null, null],
      { o1: 'b1', o2: 'b2' },
    ])
  })

  test('are all refused with the first that is', async () => {
    const warehouse = await given(batch('b1', 5))
    const before = await everything(warehouse)
    const refused = await refusal(warehouse.handleAll(entries(order('o1', 5), damage('none', 1), damage('b1', 9))))
    expect([refused, await everything(warehouse)]).toEqual([{ code: 'UnknownBatch', details: { ref: 'none' } }, before])
  })

  test('are done but for those that are refused, when that is asked for', async () => {
    const warehouse = await given(batch('b1', 5))
    const list = entries(order('o1', 2), damage('none', 1), batch('', 1), order('o2', 2))
    const answers = await warehouse.handleAll(list, { skipRefused: true })
    expect([answers.map(({ refusal }) => refusal?.code), await free(warehouse)]).toEqual([
      [undefined, 'UnknownBatch', 'InvalidMessage', undefined],
      { b1: 1 },
    ])
  })

  test('are each done once, though an id comes twice among them or came before', async () => {
    const warehouse = await given(batch('b1', 9))
    await warehouse.handle(damage('b1', 1), { id: 'before' })
    const [first, again] = [
      { message: damage('b1', 2), id: 'm1' },
      { message: damage('b1', 1), id: 'before' },
    ]
    const answers = await warehouse.handleAll([first, first, again])
    expect([answers.map((answer) => answer.refusal === null && answer.isNew), await free(warehouse)]).toEqual([
      [true, false, false],
      { b1: 6 },
    ])
  })

  test('are refused when one of them takes the id of another', async () => {
    const warehouse = await given(batch('b1', 9))
    const list = [damage('b1', 1), damage('b1', 2)].map((message) => ({ message, id: 'm1' }))
    const problems = [{ field: 'id', problem: 'alreadyUsed' }]
    expect(await refusal(warehouse.handleAll(list))).toEqual({ code: 'InvalidMessage', details: { problems } })
  })

  test('leave the lines of a batch alone whose reference another SKU has got among them', async () => {
    const warehouse = await given(batch('b1', 9), order('o1', 5, { dueDate: '2030-02-01' }))
    const receive = [undo(1), batch('b1', 9, { sku: 'SHELF' }), order('o2', 8, { sku: 'SHELF' })]
    const answers = await warehouse.handleAll(entries(...receive, comes('b1', '2030-03-01'), quantity('b1', 2)))
    expect(answers.slice(receive.length).flatMap(({ outcome }) => told(outcome!))).toEqual([
      'o2 backordered b1 > -',
      'SHELF outOfStock - > -',
    ])
  })

  test('are each told to whoever listens, when all are written', async () => {
    const warehouse = await given(batch('b1', 9))
    const heard: Commit[] = []
    warehouse.subscribe((commit) => heard.push(commit))
    const answers = await warehouse.handleAll(entries(order('o1', 1), order('o2', 1)), { by: 'Kim' })
    await warehouse.check() // comes after what was to be told
    expect(heard.map(({ envelope, outcome }) => [envelope.id, envelope.by, outcome])).toEqual([
      ['m0', 'Kim', answers[0]?.outcome],
      ['m1', 'Kim', answers[1]?.outcome],
    ])
  })

  test('come to what their preview said, and that writes nothing', async () => {
    const warehouse = await given(batch('b1', 5))
    const list = entries(order('o1', 2), damage('b1', 4), damage('none', 1), order('o2', 9))
    const before = await everything(warehouse)
    const preview = await warehouse.previewAll(list, { skipRefused: true })
    expect(await everything(warehouse)).toEqual(before)
    expect(await warehouse.handleAll(list, { skipRefused: true })).toEqual(preview)
  })

  test('may be none', async () => {
    const warehouse = await given()
    expect([await warehouse.handleAll([]), (await warehouse.view('history', {})).rows]).toEqual([[], []])
  })
})

describe('history tells', () => {
  const started: MessageInput = { type: 'ImportStarted', file: 'orders.csv' }

  test('which messages are part of an import', async () => {
    const warehouse = await given(batch('b1', 5))
    await warehouse.handle(started, { id: 'import' })
    await warehouse.handleAll(entries(order('o1', 1), order('o2', 1)), { partOf: 'import' })
    await warehouse.handle(order('o3', 1))
    const { rows } = await warehouse.view('history', { partOf: 3 })
    expect(rows.map(({ event, partOf }) => ['orderId' in event && event.orderId, partOf])).toEqual([
      ['o2', 3],
      ['o1', 3],
    ])
  })

  test('what a message caused, and nothing else', async () => {
    const warehouse = await given(batch('b1', 5), order('o1', 1), order('o2', 1))
    const { rows } = await warehouse.view('history', { cause: 3 })
    expect(rows.map(({ seq, event }) => [seq, event.type])).toEqual([
      [4, 'Allocated'],
      [3, 'AllocationRequired'],
    ])
  })

  test('nothing of what was no message', async () => {
    const warehouse = await given(batch('b1', 5), order('o1', 1))
    const rows = [4, 99].map(async (cause) => (await warehouse.view('history', { cause })).rows)
    expect(await Promise.all(rows)).toEqual([[], []])
  })
})
