import { describe, expect, test } from 'vitest'
import type { MessageInput } from '../../../core/index.ts'
import { Warehouse } from '../../../core/service/warehouse.ts'
import { MemoryStore } from '../../support/memory/memoryUnitOfWork.ts'
import { NOW } from '../../support/scenario/given.ts'
import { batch, order, quantity } from '../../support/scenario/messages.ts'
import { refusal } from '../../support/scenario/seen.ts'

// The tests of the seed's reference chapter, against the in-memory unit of work as there.

async function given(...messages: MessageInput[]) {
  const store = new MemoryStore()
  const warehouse = new Warehouse(store, () => NOW)
  for (const message of messages) await warehouse.handle(message)
  const available = (ref: string) => {
    const { qty, allocated } = store.batches.find((stored) => stored.ref === ref)!
    return qty - allocated
  }
  return { store, available, when: (message: MessageInput) => warehouse.handle(message) }
}

const CHAIR = { sku: 'CRUNCHY-ARMCHAIR' }

describe('a new batch', () => {
  test('makes the product, when it is the first of its SKU', async () => {
    const { store, when } = await given()
    await when(batch('b1', 100, CHAIR))
    expect([...store.products.keys()]).toEqual(['CRUNCHY-ARMCHAIR'])
  })

  test('joins the product that is there', async () => {
    const { store, when } = await given(batch('b1', 100, CHAIR))
    await when(batch('b2', 99, CHAIR))
    expect(store.products.get('CRUNCHY-ARMCHAIR')?.batches.map(({ ref }) => ref)).toEqual(['b1', 'b2'])
  })
})

describe('an order', () => {
  test('is allocated, and answers the reference of its batch', async () => {
    const { available, when } = await given(batch('batch1', 100, CHAIR))
    const { results } = await when(order('o1', 10, CHAIR))
    expect([results[0], available('batch1')]).toEqual(['batch1', 90])
  })

  test('for a SKU that no batch was ever created for is refused', async () => {
    const { when } = await given(batch('b1', 100, { sku: 'AREALSKU' }))
    const refused = await refusal(when(order('o1', 10, { sku: 'NONEXISTENTSKU' })))
    expect(refused).toEqual({ code: 'InvalidSku', details: { sku: 'NONEXISTENTSKU' } })
  })

  test('is committed', async () => {
    const { store, when } = await given(batch('b1', 100, CHAIR))
    await when(order('o1', 10, CHAIR))
    expect(store.lines.map(({ orderId, batchRef }) => [orderId, batchRef])).toEqual([['o1', 'b1']])
  })

  test('that finds no stock is told of, and so is the SKU', async () => {
    const { when } = await given(batch('b1', 9, { sku: 'POPULAR-CURTAINS' }))
    const { notices } = await when(order('o1', 10, { sku: 'POPULAR-CURTAINS' }))
    const noMove = { sku: 'POPULAR-CURTAINS', from: null, to: null, reason: null }
    expect(notices).toEqual([
      { kind: 'backordered', orderId: 'o1', line: 1, qty: 10, ...noMove },
      { kind: 'outOfStock', orderId: null, line: null, qty: null, ...noMove },
    ])
  })
})

describe('a changed quantity', () => {
  test('changes what is available', async () => {
    const { available, when } = await given(batch('batch1', 100, { sku: 'ADORABLE-SETTEE' }))
    await when(quantity('batch1', 50))
    expect(available('batch1')).toBe(50)
  })

  test('allocates again what no longer fits', async () => {
    const table = { sku: 'INDIFFERENT-TABLE' }
    const { available, when } = await given(
      batch('batch1', 50, table),
      batch('batch2', 50, { ...table, eta: '2030-01-01' }),
      order('order1', 20, table),
      order('order2', 20, table),
    )
    const before = [available('batch1'), available('batch2')]
    await when(quantity('batch1', 25))
    const after = [available('batch1'), available('batch2')]
    expect({ before, after }).toEqual({ before: [10, 50], after: [5, 30] })
  })
})
