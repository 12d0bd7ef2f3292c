import { describe, expect, test } from 'vitest'
import type { MessageInput, Warehouse } from '../../core/index.ts'
import { commitsInLog, fingerprint } from '../support/files/databaseFile.ts'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { givenIn } from '../support/scenario/given.ts'
import {
  batch,
  cancel,
  comes,
  damage,
  dispatch,
  noticesRead,
  order,
  quantity,
  undo,
} from '../support/scenario/messages.ts'
import { refusal } from '../support/scenario/seen.ts'

const stock = [
  ...[batch('b1', 21), damage('b1', 1)], // 1 and 3 in history
  ...[order('o1', 15), order('o2', 5, { dueDate: '2030-02-01' }), order('o3', 4), batch('b2', 3)],
]
const hundreds = [
  batch('many', 400, { sku: 'MANY' }),
  ...Array.from({ length: 400 }, (_, index) => order(`m${index}`, 1, { sku: 'MANY' })),
  batch('others', 300, { sku: 'MANY' }),
]

async function commitsOf(act: (warehouse: Warehouse) => Promise<unknown>, ...more: MessageInput[]): Promise<number> {
  const file = temporaryFile()
  const warehouse = await givenIn(file, ...stock, ...more)
  fingerprint(file) // empties the log
  await act(warehouse)
  return commitsInLog(file)
}

describe('a message is one commit, whatever it causes:', () => {
  test.for<[string, MessageInput]>([
    ['a batch that waiting lines go to', batch('b3', 10)],
    ['an order', order('o4', 3)],
    ['an order that was sent before', order('o1', 15)],
    ['a damage that displaces', damage('b1', 12)],
    ['a change that is undone', undo(3)],
    ['a delay that makes a line late', comes('b1', '2030-03-01')],
    ['a cancelled line that others fill', cancel('o1')],
    ['a dispatched order', dispatch('o1')],
    ['notices that are read', noticesRead(1)],
  ])('%s', async ([, message]) => {
    expect(await commitsOf((warehouse) => warehouse.handle(message))).toBe(1)
  })

  test('several messages that come together', async () => {
    const list = [damage('b1', 12), order('o4', 3), undo(3)].map((message) => ({ message }))
    expect(await commitsOf((warehouse) => warehouse.handleAll(list))).toBe(1)
  })

  test('a cascade of hundreds of lines', async () => {
    const cascade = async (warehouse: Warehouse) => {
      const { events } = await warehouse.handle(quantity('many', 0))
      expect(events.length).toBeGreaterThan(1200)
    }
    expect(await commitsOf(cascade, ...hundreds)).toBe(1)
  })
})

describe('no commit at all:', () => {
  test.for<[string, (warehouse: Warehouse) => Promise<unknown>]>([
    ['a preview', (warehouse) => warehouse.preview(damage('b1', 12))],
    ['a refusal', (warehouse) => refusal(warehouse.handle(damage('b1', 99)))],
    ['views', (warehouse) => warehouse.view('lines', {})],
    ['a check', (warehouse) => warehouse.check()],
  ])('%s', async ([, act]) => {
    expect(await commitsOf(act)).toBe(0)
  })

  test('a message that was handled under its id before', async () => {
    const act = (warehouse: Warehouse) => warehouse.handle(order('o4', 1), { id: 'm1' })
    const twice = async (warehouse: Warehouse) => [await act(warehouse), await act(warehouse)]
    expect(await commitsOf(twice)).toBe(1)
  })
})
