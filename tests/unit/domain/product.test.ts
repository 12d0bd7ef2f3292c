import { expect, test } from 'vitest'
import { available } from '../../../core/domain/batch.ts'
import { Product } from '../../../core/domain/product.ts'
import { SKU } from '../../support/scenario/messages.ts'

const plain = { dueDate: null, customer: null, priority: 0 }
const line = (orderId: string, qty: number) => ({ orderId, line: 1, qty, ...plain })

function productWith(...batches: { ref: string; qty: number; eta: string | null }[]): Product {
  const product = new Product(SKU)
  for (const batch of batches) product.addBatch(batch)
  product.takeEvents()
  return product
}
const rooms = ({ batches }: Product) => [...batches.values()].map((batch) => available(batch))

test('a line prefers the warehouse to a shipment', () => {
  const product = productWith({ ref: 'shipment', qty: 100, eta: '2030-01-02' }, { ref: 'stock', qty: 100, eta: null })
  product.allocate(line('o1', 10))
  expect(rooms(product)).toEqual([100, 90])
})

test('a line prefers the earlier shipment', () => {
  const product = productWith(
    { ref: 'medium', qty: 100, eta: '2030-01-03' },
    { ref: 'speedy', qty: 100, eta: '2030-01-02' },
    { ref: 'slow', qty: 100, eta: '2030-02-01' },
  )
  product.allocate(line('o1', 10))
  expect(rooms(product)).toEqual([100, 90, 100])
})

test('allocating answers the reference of the batch', () => {
  const product = productWith({ ref: 'shipment', qty: 100, eta: '2030-01-02' }, { ref: 'stock', qty: 100, eta: null })
  expect(product.allocate(line('o1', 10))).toBe('stock')
})

test('a line that finds no batch waits, and the product says that it is out of stock', () => {
  const product = productWith({ ref: 'b1', qty: 10, eta: null })
  product.allocate(line('o1', 10))
  product.takeEvents()
  const ofLine = { orderId: 'o2', line: 1, sku: SKU, qty: 1 }
  expect([product.allocate(line('o2', 1)), product.takeEvents()]).toEqual([
    null,
    [
      { type: 'Backordered', ...ofLine, from: null, reason: null },
      { type: 'OutOfStock', sku: SKU },
    ],
  ])
})

test('the version rises with every change, of a quantity too', () => {
  const product = new Product(SKU, 7)
  const versions: number[] = []
  const after = (change: () => unknown) => {
    change()
    versions.push(product.version)
  }
  after(() => product.addBatch({ ref: 'b1', qty: 10, eta: null }))
  after(() => product.allocate(line('o1', 10)))
  after(() => product.changeBatchQuantity({ ref: 'b1', qty: 12, reason: 'water' }))
  after(() => product.fillBackorders('water'))
  expect(versions).toEqual([8, 10, 11, 11])
})

test('events are taken once', () => {
  const product = productWith({ ref: 'b1', qty: 10, eta: null })
  product.allocate(line('o1', 1))
  expect([product.takeEvents().length, product.takeEvents()]).toEqual([1, []])
})

test('a batch that comes later is preferred, when it should be', () => {
  const product = productWith({ ref: 'shipment', qty: 100, eta: '2030-01-02' })
  product.allocate(line('o1', 10))
  product.addBatch({ ref: 'stock', qty: 100, eta: null })
  expect(product.allocate(line('o2', 10))).toBe('stock')
})

test('a batch whose day changes is preferred as it comes now', () => {
  const product = productWith({ ref: 'b1', qty: 100, eta: '2030-01-02' }, { ref: 'b2', qty: 100, eta: '2030-01-03' })
  product.allocate(line('o1', 10))
  product.changeBatchEta({ ref: 'b1', eta: '2030-01-04' })
  expect(product.allocate(line('o2', 10))).toBe('b2')
})

test('a line on its way from one batch to another is not among those that wait', () => {
  const product = productWith({ ref: 'b1', qty: 20, eta: null })
  product.allocate(line('o1', 20))
  product.changeBatchQuantity({ ref: 'b1', qty: 10, reason: 'water' })
  product.addBatch({ ref: 'b2', qty: 20, eta: null })
  product.fillBackorders('batchCreated')
  product.takeEvents()
  product.allocate(line('o1', 20))
  const ofLine = { orderId: 'o1', line: 1, sku: SKU, qty: 20 }
  expect(product.takeEvents()).toEqual([
    {
      type: 'Allocated',
      ...ofLine,
      ref: 'b2',
      since: 7,
      from: 'b1',
      reason: 'water',
      considered: [{ ref: 'b1', available: 10 }],
    },
  ])
})

test('a product that was not told of the lines at stake refuses to guess', () => {
  const product = new Product(SKU, 3)
  product.load([{ ref: 'b1', sku: SKU, qty: 10, allocated: 10, setAside: 0, eta: null, created: 1 }], [])
  const shrink = () => product.changeBatchQuantity({ ref: 'b1', qty: 9, reason: 'water' })
  expect(shrink).toThrow('too few lines of batch b1 were loaded')
})
