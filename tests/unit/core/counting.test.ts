import { describe, expect, test } from 'vitest'
import { given } from '../../support/scenario/given.ts'
import { batch, count, damage, order, SKU } from '../../support/scenario/messages.ts'
import { everything, free, holds, refusal, told } from '../../support/scenario/seen.ts'

describe('a count', () => {
  test('sets what its batch holds, and its note goes along', async () => {
    const warehouse = await given(batch('b1', 20))
    const { events } = await warehouse.handle(count('b1', 17, 20, { note: 'twice' }))
    expect(events).toEqual([
      { type: 'BatchQuantityChanged', ref: 'b1', qty: 17, reason: 'counted', note: 'twice' },
      { type: 'StockAdjusted', ref: 'b1', sku: SKU, created: 1, before: 20, after: 17, reason: 'counted' },
    ])
  })

  test('of less displaces the lines that no longer fit', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 12), order('o2', 8), batch('b2', 8))
    const outcome = await warehouse.handle(count('b1', 19, 20))
    expect([told(outcome), await free(warehouse)]).toEqual([['o2 reallocated b1 > b2'], { b1: 7, b2: 0 }])
  })

  test('of more is offered to the waiting lines', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 21))
    const { notices } = await warehouse.handle(count('b1', 21, 20))
    expect(notices).toEqual([
      { kind: 'filled', orderId: 'o1', line: 1, sku: SKU, qty: 21, from: null, to: 'b1', reason: 'counted' },
    ])
  })

  test('may find nothing at all', async () => {
    const warehouse = await given(batch('b1', 20), count('b1', 0, 20))
    expect(await holds(warehouse)).toEqual({ b1: 0 })
  })

  test('may begin with nothing', async () => {
    const warehouse = await given(batch('b1', 20), count('b1', 0, 20), count('b1', 3, 0))
    expect(await holds(warehouse)).toEqual({ b1: 3 })
  })

  test('that finds what was expected moves nobody', async () => {
    const warehouse = await given(batch('b1', 20), order('o1', 20))
    const { notices } = await warehouse.handle(count('b1', 20, 20))
    expect([notices, await free(warehouse)]).toEqual([[], { b1: 0 }])
  })
})

describe('a count that began before the batch changed', () => {
  test('is refused, with what was expected and what the batch holds', async () => {
    const warehouse = await given(batch('b1', 20), damage('b1', 5))
    const before = await everything(warehouse)
    const refused = await refusal(warehouse.handle(count('b1', 19, 20)))
    const expected = { code: 'StaleCount', details: { ref: 'b1', expected: 20, holds: 15 } }
    expect([refused, await everything(warehouse)]).toEqual([expected, before])
  })

  test('is refused though it found what the batch holds now', async () => {
    const warehouse = await given(batch('b1', 20), damage('b1', 5))
    expect((await refusal(warehouse.handle(count('b1', 15, 20))))?.code).toBe('StaleCount')
  })

  test('of two people at the same time, the second is refused', async () => {
    const warehouse = await given(batch('b1', 20))
    const answers = await Promise.all([19, 18].map((qty) => refusal(warehouse.handle(count('b1', qty, 20)))))
    expect([answers.map((refused) => refused?.code), await holds(warehouse)]).toEqual([
      [undefined, 'StaleCount'],
      { b1: 19 },
    ])
  })
})
