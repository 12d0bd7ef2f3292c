import { describe, expect, test } from 'vitest'
import type { MessageInput } from '../../../core/index.ts'
import { given } from '../../support/scenario/given.ts'
import { batch, cancel, comes, count, damage, dispatch, order, quantity, SKU } from '../../support/scenario/messages.ts'
import { everything, refusal } from '../../support/scenario/seen.ts'

const stock = [batch('b1', 20), order('o1', 5), order('sent', 2), dispatch('sent'), order('off', 2), cancel('off')]
const ofLine = { line: 1, sku: SKU, qty: 2, dueDate: null }
describe('refused, with the numbers that explain it, and nothing is written:', () => {
  test.for<[string, MessageInput, unknown]>([
    [
      'an order for a SKU without a batch',
      order('o2', 5, { sku: 'NONE' }),
      { code: 'InvalidSku', details: { sku: 'NONE' } },
    ],
    ['a quantity of an unknown batch', quantity('none', 5), { code: 'UnknownBatch', details: { ref: 'none' } }],
    ['damage to an unknown batch', damage('none', 5), { code: 'UnknownBatch', details: { ref: 'none' } }],
    ['a batch that exists', batch('b1', 20), { code: 'DuplicateBatch', details: { ref: 'b1', sku: SKU } }],
    [
      'a batch whose reference another SKU has',
      batch('b1', 20, { sku: 'SHELF' }),
      { code: 'DuplicateBatch', details: { ref: 'b1', sku: SKU } },
    ],
    [
      'more damaged than the batch holds',
      damage('b1', 21),
      { code: 'NotEnoughStock', details: { ref: 'b1', qty: 21, holds: 18 } },
    ],
    ['a count of an unknown batch', count('none', 5, 5), { code: 'UnknownBatch', details: { ref: 'none' } }],
    [
      'a count that expected what is no longer so',
      count('b1', 19, 20),
      { code: 'StaleCount', details: { ref: 'b1', expected: 20, holds: 18 } },
    ],
    ['a delay of an unknown batch', comes('none', '2030-02-01'), { code: 'UnknownBatch', details: { ref: 'none' } }],
    ['the arrival of an unknown batch', comes('none', null), { code: 'UnknownBatch', details: { ref: 'none' } }],
    [
      'cancelling a line of an unknown order',
      cancel('none'),
      { code: 'UnknownLine', details: { orderId: 'none', line: 1, sku: SKU } },
    ],
    [
      'cancelling an unknown line of an order',
      cancel('o1', { line: 2 }),
      { code: 'UnknownLine', details: { orderId: 'o1', line: 2, sku: SKU } },
    ],
    [
      'cancelling a line for an unknown SKU',
      cancel('o1', { sku: 'NONE' }),
      { code: 'UnknownLine', details: { orderId: 'o1', line: 1, sku: 'NONE' } },
    ],
    [
      'cancelling a line that has left',
      cancel('sent'),
      { code: 'LineConflict', details: { orderId: 'sent', ...ofLine, state: 'dispatched' } },
    ],
    [
      'ordering again what has left',
      order('sent', 2),
      { code: 'LineConflict', details: { orderId: 'sent', ...ofLine, state: 'dispatched' } },
    ],
    [
      'ordering again what was cancelled',
      order('off', 2),
      { code: 'LineConflict', details: { orderId: 'off', ...ofLine, state: 'cancelled' } },
    ],
    ['dispatching an unknown order', dispatch('none'), { code: 'UnknownOrder', details: { orderId: 'none' } }],
  ])('%s', async ([, message, expected]) => {
    const warehouse = await given(...stock)
    const before = await everything(warehouse)
    const refused = [await refusal(warehouse.preview(message)), await refusal(warehouse.handle(message, { id: 'm1' }))]
    expect([refused, await everything(warehouse)]).toEqual([[expected, expected], before])
  })
})
