import { describe, expect, test } from 'vitest'
import type { MessageInput, Warehouse } from '../../../core/index.ts'
import { given } from '../../support/scenario/given.ts'
import {
  batch,
  comes,
  count,
  damage,
  dispatch,
  order,
  quantity,
  release,
  remove,
  SKU,
  setAside,
  undo,
} from '../../support/scenario/messages.ts'
import { lastMessage, places, raised, refusal, standing, told } from '../../support/scenario/seen.ts'

/** Of the batch: what it holds, what of that is set aside, and what is free. */
async function stock(warehouse: Warehouse, ref = 'b1'): Promise<number[]> {
  const { rows } = await warehouse.view('batches', { ref })
  return rows.flatMap(({ qty, setAside, available }) => [qty, setAside, available])
}

describe('units that are set aside', () => {
  test('stay in the batch, and no line may have them', async () => {
    const warehouse = await given(batch('b1', 20), setAside('b1', 15), order('o1', 6))
    expect([await stock(warehouse), await places(warehouse)]).toEqual([[20, 15, 5], { o1: null }])
  })

  test('displace the worst protected lines that had them', async () => {
    const warehouse = await given(batch('b1', 20), batch('b2', 5, { eta: '2030-02-01' }))
    await warehouse.handle(order('o1', 15, { dueDate: '2030-01-10' }))
    await warehouse.handle(order('o2', 5))
    const outcome = await warehouse.handle(setAside('b1', 3))
    expect([told(outcome), await stock(warehouse)]).toEqual([['o2 reallocated b1 > b2'], [20, 3, 2]])
  })

  test('leave room behind when a large line had to go, which those that wait are offered', async () => {
    const warehouse = await given(batch('b1', 10), order('large', 10), order('small', 3), setAside('b1', 1))
    expect(await places(warehouse)).toEqual({ large: null, small: 'b1' })
  })

  test('cannot be more than the batch holds beside those that are set aside already', async () => {
    const warehouse = await given(batch('b1', 20), setAside('b1', 15))
    expect(await refusal(warehouse.handle(setAside('b1', 6)))).toEqual({
      code: 'NotEnoughStock',
      details: { ref: 'b1', qty: 6, holds: 5 },
    })
  })

  test('are no part of what can be damaged', async () => {
    const warehouse = await given(batch('b1', 20), setAside('b1', 15))
    const { details } = (await refusal(warehouse.handle(damage('b1', 6))))!
    await warehouse.handle(damage('b1', 5))
    expect([details, await stock(warehouse)]).toEqual([{ ref: 'b1', qty: 6, holds: 5 }, [15, 15, 0]])
  })

  test('are part of what is counted, and stay set aside as far as there are as many', async () => {
    const warehouse = await given(batch('b1', 20), setAside('b1', 15), count('b1', 16, 20))
    const still = await stock(warehouse)
    await warehouse.handle(quantity('b1', 4))
    expect([still, await stock(warehouse)]).toEqual([
      [16, 15, 1],
      [4, 4, 0],
    ])
  })

  test('stay when lines leave the warehouse', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 5), setAside('b1', 15), dispatch('o1'))
    expect(await stock(warehouse)).toEqual([15, 15, 0])
  })

  test('stay when the batch arrives', async () => {
    const shipment = batch('b1', 20, { eta: '2030-02-01' })
    const warehouse = await given(shipment, setAside('b1', 15), comes('b1', null))
    expect(await stock(warehouse)).toEqual([20, 15, 5])
  })
})

describe('units that are released', () => {
  test('are offered to the lines that wait', async () => {
    const warehouse = await given(batch('b1', 20), setAside('b1', 15), order('o1', 6), order('o2', 9))
    const outcome = await warehouse.handle(release('b1', 2))
    expect([told(outcome), await stock(warehouse)]).toEqual([['o1 filled - > b1'], [20, 13, 1]])
  })

  test.for([release, remove])('cannot be more than are set aside (%o)', async (message) => {
    const warehouse = await given(batch('b1', 20), setAside('b1', 5))
    expect(await refusal(warehouse.handle(message('b1', 6)))).toEqual({
      code: 'NotSetAside',
      details: { ref: 'b1', qty: 6, setAside: 5 },
    })
  })
})

test('units that are removed leave the batch, and no line moves', async () => {
  const warehouse = await given(batch('b1', 20), order('o1', 5), setAside('b1', 15), order('o2', 1))
  const outcome = await warehouse.handle(remove('b1', 6))
  expect([outcome.events, await stock(warehouse)]).toEqual([
    [
      { type: 'SetAsideChanged', ref: 'b1', sku: SKU, created: 1, before: 15, after: 9, reason: 'water' },
      { type: 'StockAdjusted', ref: 'b1', sku: SKU, created: 1, before: 20, after: 14, reason: 'water' },
    ],
    [14, 9, 0],
  ])
})

describe('what was set aside, released or removed', () => {
  test.for<MessageInput>([setAside('b1', 3), release('b1', 2), remove('b1', 2), quantity('b1', 2)])(
    'is as it was once it is undone (%o)',
    async (message) => {
      const warehouse = await given(batch('b1', 20), setAside('b1', 5), order('o1', 9), order('o2', 6), order('o3', 2))
      const before = await standing(warehouse)
      await warehouse.handle(message)
      await warehouse.handle(undo(await lastMessage(warehouse)))
      expect(await standing(warehouse)).toEqual(before)
    },
  )

  test('cannot be undone when fewer are set aside by now', async () => {
    const warehouse = await given(batch('b1', 20), setAside('b1', 5), release('b1', 2))
    expect(await refusal(warehouse.handle(undo(3)))).toEqual({
      code: 'NotSetAside',
      details: { ref: 'b1', qty: 5, setAside: 3 },
    })
  })

  test('cannot be undone when the batch does not hold as many by now', async () => {
    const warehouse = await given(batch('b1', 20), setAside('b1', 5), release('b1', 5), damage('b1', 18))
    expect(await refusal(warehouse.handle(undo(5)))).toEqual({
      code: 'NotEnoughStock',
      details: { ref: 'b1', qty: 5, holds: 2 },
    })
  })

  test('comes back with a batch that was withdrawn', async () => {
    const warehouse = await given(batch('b1', 20), setAside('b1', 5), undo(1))
    const outcome = await warehouse.handle(undo(await lastMessage(warehouse)))
    expect([raised(outcome), await stock(warehouse)]).toEqual([
      ['BatchReinstated b1', `StockAvailable ${SKU}`],
      [20, 5, 15],
    ])
  })
})
