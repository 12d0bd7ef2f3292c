import { describe, expect, test } from 'vitest'
import { available, type Batch, byPreference } from '../../../core/domain/batch.ts'
import { Product } from '../../../core/domain/product.ts'
import { SKU } from '../../support/scenario/messages.ts'

const plain = { dueDate: null, customer: null, priority: 0 }
const line = (orderId: string, qty: number) => ({ orderId, line: 1, qty, ...plain })

function productWith(qty: number): Product {
  const product = new Product(SKU)
  product.addBatch({ ref: 'b1', qty, eta: null })
  return product
}

test('allocating to a batch reduces what is available of it', () => {
  const product = productWith(20)
  product.allocate(line('o1', 2))
  expect(available(product.batches.get('b1')!)).toBe(18)
})

describe('a batch takes a line', () => {
  test.for([
    ['when more is available than it asks for', 20, 2, 'b1'],
    ['when just as much is available', 2, 2, 'b1'],
    ['but not when less is available', 2, 20, null],
    ['but not when it is empty', 0, 1, null],
  ] as const)('%s', ([, holds, asked, place]) => {
    const product = productWith(20)
    product.changeBatchQuantity({ ref: 'b1', qty: holds, reason: 'water' })
    expect(product.allocate(line('o1', asked))).toBe(place)
  })
})

test('allocating a line again changes nothing', () => {
  const product = productWith(20)
  product.allocate(line('o1', 2))
  const before = { version: product.version, batch: product.batches.get('b1') }
  product.takeEvents()
  const place = product.allocate(line('o1', 2))
  expect({ place, events: product.takeEvents(), version: product.version, batch: product.batches.get('b1') }).toEqual({
    place: 'b1',
    events: [],
    ...before,
  })
})

test('batches are preferred in the warehouse first, then by ETA, then by age', () => {
  const batch = (ref: string, eta: string | null, created: number): Batch => ({
    ...{ ref, eta, created },
    ...{ sku: SKU, qty: 1, allocated: 0, setAside: 0 },
  })
  const inOrder = [
    batch('old', null, 3),
    batch('new', null, 4),
    batch('soon', '2030-01-31', 5),
    batch('later', '2030-02-01', 1),
    batch('later too', '2030-02-01', 2),
  ]
  expect([...inOrder].reverse().sort(byPreference)).toEqual(inOrder)
})
