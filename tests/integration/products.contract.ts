import { describe, expect, test } from 'vitest'
import type { MessageInput } from '../../core/index.ts'
import type { Store } from '../../core/ports/store.ts'
import type { Outcome } from '../../core/ports/unitOfWork.ts'
import { run, storeWith } from '../support/scenario/commit.ts'
import { batch, order, quantity, SKU } from '../support/scenario/messages.ts'

/** What a unit of work must find of the products, whatever they are kept in. */
const plain = { dueDate: null, customer: null, priority: 0 }

export function productsContract(name: string, openStore: () => Store): void {
  const given = (...messages: MessageInput[]) => storeWith(openStore(), ...messages)

  describe(`products in ${name}`, () => {
    test('a product comes back with its batches and lines as they were', async () => {
      const store = await given(
        batch('b1', 20, { eta: '2030-02-01' }),
        order('o1', 20, { dueDate: '2030-03-01' }),
        batch('b2', 5),
        order('o1', 30, { line: 2 }),
      )
      const { products } = store.unitOfWork()
      await products.get(SKU, { orderId: 'o1', line: 1 })
      await products.get(SKU, { orderId: 'o1', line: 2 })
      const { batches, lines } = (await products.getByBatchRef('b1'))!
      expect([batches.get('b1'), batches.get('b2'), ...lines.values()]).toEqual([
        { ref: 'b1', sku: SKU, qty: 20, allocated: 20, setAside: 0, eta: '2030-02-01', created: 1 },
        { ref: 'b2', sku: SKU, qty: 5, allocated: 0, setAside: 0, eta: null, created: 4 },
        {
          ...{ orderId: 'o1', line: 1, sku: SKU, qty: 20, splitOff: 0, ...plain, dueDate: '2030-03-01' },
          ...{ state: 'allocated', batchRef: 'b1', ordered: 2, allocated: 3, pinned: false, departed: false },
        },
        {
          ...{ orderId: 'o1', line: 2, sku: SKU, qty: 30, splitOff: 0, ...plain },
          ...{ state: 'backordered', batchRef: null, ordered: 5, allocated: null, pinned: false, departed: false },
        },
      ])
    })

    test('within a unit of work a product is one, with the changes made to it so far', async () => {
      const { products } = (await given(batch('b1', 20))).unitOfWork()
      const product = (await products.get(SKU))!
      product.allocate({ orderId: 'o1', line: 1, qty: 20, ...plain })
      const again = [
        await products.get(SKU, { orderId: 'o1', line: 1 }),
        await products.getByBatchRef('b1', 0),
        await products.getWithBackorders(SKU),
      ]
      expect(again.map((other) => other === product)).toEqual([true, true, true])
      expect(product.batches.get('b1')).toMatchObject({ allocated: 20 })
    })

    test('a product that was just added is found, by its SKU and by its batch', async () => {
      const uow = openStore().unitOfWork()
      await run(uow, batch('b1', 20))
      const found = [await uow.products.get(SKU), await uow.products.getByBatchRef('b1')]
      expect(found.map((product) => product?.batches.get('b1')?.qty)).toEqual([20, 20])
    })

    test('what was never stored is not found', async () => {
      const { products } = (await given(batch('b1', 20))).unitOfWork()
      expect([
        await products.get('NONE'),
        await products.getByBatchRef('none'),
        await products.getWithBackorders('NONE'),
        await products.getWithLinesDueBefore('none', '2030-02-01'),
        await products.getByOrder('none'),
      ]).toEqual([null, null, null, null, []])
    })

    test('a product has every batch with room, and the full one that it was asked for', async () => {
      const full = [batch('full', 5), order('o1', 5)]
      const store = await given(...full, batch('open', 7), batch('shipment', 9, { eta: '2030-02-01' }))
      const product = (await store.unitOfWork().products.getByBatchRef('full'))!
      expect([...product.batches.keys()].sort()).toEqual(['full', 'open', 'shipment'])
    })

    test('a line that was ordered before is there to answer where it stands', async () => {
      const { products } = (await given(batch('b1', 5), order('o1', 5))).unitOfWork()
      const product = (await products.get(SKU, { orderId: 'o1', line: 1 }))!
      expect(product.allocate({ orderId: 'o1', line: 1, qty: 5, ...plain })).toBe('b1')
    })

    test('a line that was ordered before comes with its batch, though that is full', async () => {
      const { products } = (await given(batch('b1', 5), order('o1', 5), batch('b2', 5))).unitOfWork()
      const { batches } = (await products.get(SKU, { orderId: 'o1', line: 1 }))!
      expect([...batches.values()].map(({ ref, allocated }) => [ref, allocated]).sort()).toEqual([
        ['b1', 5],
        ['b2', 0],
      ])
    })

    test('the lines of a batch that are due before a day are there, and the batch, though it is full', async () => {
      const lines = [order('o1', 1, { dueDate: '2030-01-31' }), order('o2', 1, { dueDate: '2030-01-30' })]
      const { products } = (await given(batch('b1', 2), ...lines)).unitOfWork()
      const product = (await products.getWithLinesDueBefore('b1', '2030-02-01'))!
      expect([product.batches.get('b1')?.allocated, [...product.lines.keys()].sort()]).toEqual([2, ['1:o1', '1:o2']])
    })

    test('every product that an order asks for is there by SKU, with its lines and their batches', async () => {
      const shelf = { sku: 'SHELF' }
      const stock = [batch('b1', 5), batch('s1', 2, shelf), batch('l1', 1, { sku: 'LAMP' })]
      const ordered = [
        order('o1', 5),
        order('o1', 9, { line: 2 }),
        order('o1', 2, shelf),
        order('o2', 1, { sku: 'LAMP' }),
      ]
      const found = await (await given(...stock, ...ordered)).unitOfWork().products.getByOrder('o1')
      expect(found.map(({ sku, lines, batches }) => [sku, [...lines.keys()].sort(), [...batches.keys()]])).toEqual([
        ['SHELF', ['1:o1'], ['s1']],
        [SKU, ['1:o1', '2:o1'], ['b1']],
      ])
    })

    test('a product that is found by order, by line or by day is the one that was changed in this unit of work', async () => {
      const { products } = (await given(batch('b1', 20), order('o1', 5))).unitOfWork()
      const product = (await products.get(SKU, { orderId: 'o1', line: 1 }))!
      product.cancel({ orderId: 'o1', line: 1 })
      const again = [...(await products.getByOrder('o1')), await products.getWithLinesDueBefore('b1', '2030-02-01')]
      expect(again.map((other) => other === product)).toEqual([true, true])
      expect(product.lines.get('1:o1')).toMatchObject({ state: 'cancelled' })
    })

    test('the lines that cannot stay are there, with those allocated in this unit of work', async () => {
      const uow = (await given(batch('b1', 30), order('o1', 10), order('o2', 10))).unitOfWork()
      await run(uow, order('o3', 10, { dueDate: '2030-02-01' }))
      const { outcome } = await run(uow, quantity('b1', 15))
      expect(lines(outcome, 'Deallocated')).toEqual(['o1', 'o2'])
    })

    test('the lines that cannot stay are there, with those that had to go in this unit of work', async () => {
      const uow = (await given(batch('b1', 30), order('o1', 10), order('o2', 10), order('o3', 10))).unitOfWork()
      const outcomes = [await run(uow, quantity('b1', 20)), await run(uow, quantity('b1', 10))]
      expect(outcomes.map(({ outcome }) => lines(outcome, 'Deallocated'))).toEqual([['o3'], ['o2']])
    })

    test('the waiting lines that may find room are there, but for those that found it in this unit of work', async () => {
      const uow = (await given(batch('b1', 1), order('o1', 5), order('o2', 5))).unitOfWork()
      const outcomes = [await run(uow, quantity('b1', 6)), await run(uow, quantity('b1', 11))]
      expect(outcomes.map(({ outcome }) => lines(outcome, 'Allocated'))).toEqual([['o1'], ['o2']])
    })
  })
}

const lines = ({ events }: Outcome, type: 'Allocated' | 'Deallocated'): string[] =>
  events.flatMap((event) => (event.type === type ? event.orderId : []))
