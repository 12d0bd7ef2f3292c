import { describe, expect, test } from 'vitest'
import { given } from '../../support/scenario/given.ts'
import { batch, damage, order, quantity, SKU, undo } from '../../support/scenario/messages.ts'
import { told } from '../../support/scenario/seen.ts'

const ofLine = { orderId: 'o1', line: 1, sku: SKU, qty: 5 }

describe('people are told', () => {
  test('which line moved, from where to where, and why', async () => {
    const warehouse = await given(batch('b1', 5), order('o1', 5), batch('b2', 5))
    const { notices } = await warehouse.handle(damage('b1', 1, { reason: 'water' }))
    expect(notices).toEqual([{ kind: 'reallocated', ...ofLine, from: 'b1', to: 'b2', reason: 'water' }])
  })

  test('which line lost its place and waits, and why', async () => {
    const warehouse = await given(batch('b1', 5), order('o1', 5))
    const { notices } = await warehouse.handle(quantity('b1', 4))
    expect(notices[0]).toEqual({ kind: 'backordered', ...ofLine, from: 'b1', to: null, reason: 'quantityChanged' })
  })

  test('which line was filled, and why there was room', async () => {
    const warehouse = await given(batch('b1', 1), order('o1', 5))
    const { notices } = await warehouse.handle(batch('b2', 5))
    expect(notices).toEqual([{ kind: 'filled', ...ofLine, from: null, to: 'b2', reason: 'batchCreated' }])
  })

  test('which line could not go back to where it was', async () => {
    const warehouse = await given(batch('b1', 5), order('o1', 5), damage('b1', 1), order('o2', 4))
    const { notices } = await warehouse.handle(undo(5))
    expect(notices[0]).toEqual({ kind: 'notRestored', ...ofLine, from: null, to: 'b1', reason: 'undone' })
  })

  test('nothing of a line that found its place when it was ordered', async () => {
    const warehouse = await given(batch('b1', 5))
    expect((await warehouse.handle(order('o1', 5))).notices).toEqual([])
  })

  test('the reason of each line, when lines move for several reasons', async () => {
    const warehouse = await given(batch('b1', 20), order('large', 18), order('small', 5))
    const { notices } = await warehouse.handle(damage('b1', 10, { reason: 'fire' }))
    expect(notices.map(({ orderId, reason }) => [orderId, reason])).toEqual([
      ['large', 'fire'],
      [null, null],
      ['small', 'fire'],
    ])
  })
})

test('a notice keeps who sent the message, when, and whether it was read', async () => {
  const warehouse = await given(batch('b1', 5), order('o1', 5))
  const outcome = await warehouse.handle(quantity('b1', 4), { by: 'Kim' })
  await warehouse.handle({ type: 'NoticesRead', upTo: 1 })
  const { rows } = await warehouse.view('notices', {})
  const sent = { at: '2030-01-01T09:00:00.000Z', by: 'Kim' }
  expect([told(outcome).length, rows]).toEqual([
    2,
    [
      { seq: 2, ...outcome.notices[1], ...sent, unread: true },
      { seq: 1, ...outcome.notices[0], ...sent, unread: false },
    ],
  ])
})
