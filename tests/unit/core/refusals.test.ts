import { describe, expect, test } from 'vitest'
import type { MessageInput } from '../../../core/index.ts'
import { given } from '../../support/given.ts'
import { batch, damage, order, quantity, SKU } from '../../support/messages.ts'
import { everything, refusal } from '../../support/seen.ts'

const stock = [batch('b1', 20), order('o1', 5)]
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
      { code: 'NotEnoughStock', details: { ref: 'b1', qty: 21, holds: 20 } },
    ],
  ])('%s', async ([, message, expected]) => {
    const warehouse = await given(...stock)
    const before = await everything(warehouse)
    const refused = [await refusal(warehouse.preview(message)), await refusal(warehouse.handle(message, { id: 'm1' }))]
    expect([refused, await everything(warehouse)]).toEqual([[expected, expected], before])
  })
})
