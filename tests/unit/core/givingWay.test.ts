import { describe, expect, test } from 'vitest'
import type { MessageInput } from '../../../core/index.ts'
import { given } from '../../support/scenario/given.ts'
import { batch, cancel, give, order, pin, SKU, undo } from '../../support/scenario/messages.ts'
import { free, lastMessage, places, raised, refusal, told } from '../../support/scenario/seen.ts'

const FEB = { eta: '2030-02-12' }
const ofLine = (orderId: string) => ({ orderId, line: 1, sku: SKU })

describe('a line that gives way', () => {
  test('waits, when no other batch can hold it, and the one that waited has its place', async () => {
    const warehouse = await given(batch('b1', 5), order('a', 5), order('b', 5))
    expect(told(await warehouse.handle(give('a', 'b')))).toEqual([
      ...['b filled - > b1', 'a backordered b1 > -', `${SKU} outOfStock - > -`],
    ])
    expect(await places(warehouse)).toEqual({ a: null, b: 'b1' })
  })

  test('may have the place that the other leaves behind', async () => {
    const warehouse = await given(batch('b1', 5), batch('b2', 5, FEB), order('a', 5), order('b', 5))
    expect(told(await warehouse.handle(give('a', 'b')))).toEqual(['b reallocated b2 > b1', 'a reallocated b1 > b2'])
  })

  test('leaves room to a waiting line that is small enough', async () => {
    const warehouse = await given(batch('b1', 5), order('a', 5), order('b', 3), order('c', 2))
    await warehouse.handle(give('a', 'b'))
    expect(await places(warehouse)).toEqual({ a: null, b: 'b1', c: 'b1' })
  })

  test('has the room that the other leaves behind offered to lines that wait', async () => {
    const stock = [batch('b1', 5), batch('b2', 4, FEB)]
    const warehouse = await given(...stock, order('a', 5), order('b', 4), order('c', 3))
    expect(told(await warehouse.handle(give('a', 'b')))).toEqual([
      ...['b reallocated b2 > b1', 'a backordered b1 > -', `${SKU} outOfStock - > -`, 'c filled - > b2'],
    ])
  })

  test('keeps its place when its batch has room for both', async () => {
    const warehouse = await given(batch('b2', 4, FEB), order('b', 4), batch('b1', 8), order('a', 4))
    expect(raised(await warehouse.handle(give('a', 'b')))).toEqual([
      ...['Deallocated b', 'Allocated b', `StockAvailable ${SKU}`],
    ])
    expect(await free(warehouse)).toEqual({ b1: 0, b2: 4 })
  })

  test('has its place again when that is undone', async () => {
    const warehouse = await given(batch('b1', 5), batch('b2', 4, FEB), order('a', 5), order('b', 4), order('c', 3))
    const before = await places(warehouse)
    await warehouse.handle(give('a', 'b'))
    await warehouse.handle(undo(await lastMessage(warehouse)))
    expect(await places(warehouse)).toEqual(before)
  })
})

describe('refused, and the preview says so too:', () => {
  const stock = [
    ...[batch('b1', 5), batch('b2', 9, FEB)],
    ...[order('a', 5), order('b', 5), order('large', 8), order('off', 1), cancel('off')],
  ]
  test.for<[string, MessageInput, unknown, ...MessageInput[]]>([
    ['the place of a line that waits', give('large', 'b'), { code: 'NoPlace', details: ofLine('large') }],
    ['a place that is too small', give('a', 'large'), { code: 'NoRoom', details: { ref: 'b1', qty: 8, room: 5 } }],
    ['a place that is no better', give('b', 'a'), { code: 'NoGain', details: { ...ofLine('a'), ref: 'b2' } }],
    ['its own place', give('a', 'a'), { code: 'NoGain', details: { ...ofLine('a'), ref: 'b1' } }],
    ['the place of a pinned line', give('a', 'b'), { code: 'LineIsPinned', details: ofLine('a') }, pin('a')],
    ['another place for a pinned line', give('a', 'b'), { code: 'LineIsPinned', details: ofLine('b') }, pin('b')],
    ['the place of an unknown line', give('none', 'b'), { code: 'UnknownLine', details: ofLine('none') }],
    ['a place for a line of another SKU', give('a', 'none'), { code: 'UnknownLine', details: ofLine('none') }],
    [
      'a place for a line that was cancelled',
      give('a', 'off'),
      { code: 'LineConflict', details: { ...ofLine('off'), qty: 1, dueDate: null, state: 'cancelled' } },
    ],
  ])('%s', async ([, message, expected, ...before]) => {
    const warehouse = await given(...stock, ...before)
    expect([await refusal(warehouse.preview(message)), await refusal(warehouse.handle(message))]).toEqual([
      expected,
      expected,
    ])
  })
})
