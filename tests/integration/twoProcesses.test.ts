import { describe, expect, test } from 'vitest'
import type { MessageInput, Warehouse } from '../../core/index.ts'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { givenIn } from '../support/scenario/given.ts'
import { batch, damage, order, quantity } from '../support/scenario/messages.ts'
import { free, places, refusal } from '../support/scenario/seen.ts'

// Two doors to one file, as the app and a command line would be.

async function given(...messages: MessageInput[]): Promise<[Warehouse, Warehouse]> {
  const file = temporaryFile()
  return [await givenIn(file, ...messages), await givenIn(file)]
}

describe('two at once:', () => {
  test('a cut and an order never end below nothing', async () => {
    const [app, other] = await given(batch('b1', 50))
    await Promise.all([app.handle(quantity('b1', 20)), other.handle(order('o1', 30))])
    expect([await places(app), await free(app), await app.check()]).toEqual([{ o1: null }, { b1: 20 }, []])
  })

  test('each damage counts', async () => {
    const [app, other] = await given(batch('b1', 50))
    await Promise.all([app, other, app, other].map((warehouse) => warehouse.handle(damage('b1', 5))))
    expect(await free(app)).toEqual({ b1: 30 })
  })

  test('the last units go to one of them, and the other waits', async () => {
    const [app, other] = await given(batch('b1', 10))
    const outcomes = await Promise.all([app.handle(order('o1', 10)), other.handle(order('o2', 10))])
    const answered = outcomes.map(({ results }) => results[0])
    expect([[...answered].sort(), Object.values(await places(app)).sort()]).toEqual([
      ['b1', null],
      ['b1', null],
    ])
  })

  test('the same message under one id is done once, and both are answered the same', async () => {
    const [app, other] = await given(batch('b1', 50))
    const both = [app, other].map((warehouse) => warehouse.handle(damage('b1', 5), { id: 'm1' }))
    const [first, second] = await Promise.all(both)
    expect([second, await free(app)]).toEqual([first, { b1: 45 }])
  })

  test('one batch reference is created once', async () => {
    const [app, other] = await given()
    const refusals = await Promise.all([
      refusal(app.handle(batch('b1', 5))),
      refusal(other.handle(batch('b1', 6, { sku: 'SHELF' }))),
    ])
    expect(refusals.map((refused) => refused?.code ?? 'done').sort()).toEqual(['DuplicateBatch', 'done'])
  })

  test('many orders each find their place, and no unit is given twice', async () => {
    const [app, other] = await given(batch('b1', 30))
    const orders = Array.from({ length: 40 }, (_, index) => (index % 2 ? app : other).handle(order(`o${index}`, 1)))
    await Promise.all(orders)
    const { lines } = await app.view('summary', {})
    expect([lines.allocated, lines.backordered, await free(app), await app.check()]).toEqual([30, 10, { b1: 0 }, []])
  })
})

test('what one wrote, the other sees at once', async () => {
  const [app, other] = await given(batch('b1', 50))
  await app.handle(order('o1', 5))
  expect([await places(other), (await other.handle(order('o1', 5))).results]).toEqual([{ o1: 'b1' }, ['b1']])
})
