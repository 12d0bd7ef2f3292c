import { describe, expect, test } from 'vitest'
import type { ConsequenceKind, LineConsequence } from '../../../electron/contract.ts'
import { blank, type Fields, messagesOf } from '../../../renderer/screens/whatIf/changes.ts'
import { compare } from '../../../renderer/screens/whatIf/comparison.ts'

describe('a change that a person enters is made of', () => {
  const lines = [
    { orderId: 'o1', sku: 'BED', line: 1, state: 'allocated' },
    { orderId: 'o1', sku: 'BED', line: 2, state: 'backordered' },
    { orderId: 'o1', sku: 'CHAIR', line: 1, state: 'dispatched' },
  ] as const
  const cancelled = { type: 'OrderLineCancelled', orderId: 'o1', sku: 'BED' }
  test.for<[Partial<Fields>, unknown[]]>([
    [{ kind: 'lost', ref: 'b1' }, [{ type: 'BatchQuantityChanged', ref: 'b1', qty: 0, reason: 'lost' }]],
    [
      { kind: 'damaged', ref: 'b1', qty: '1,200', reason: 'water' },
      [{ type: 'StockDamaged', ref: 'b1', qty: 1200, reason: 'water' }],
    ],
    [{ kind: 'delayed', ref: 'b1', eta: '2030-02-01' }, [{ type: 'BatchEtaChanged', ref: 'b1', eta: '2030-02-01' }]],
    [{ kind: 'delayed', ref: 'b1' }, [{ type: 'BatchEtaChanged', ref: 'b1' }]],
    [{ kind: 'arrived', ref: 'b1' }, [{ type: 'BatchEtaChanged', ref: 'b1', eta: null }]],
    [
      { kind: 'received', ref: 'b1', sku: 'BED', qty: '5' },
      [{ type: 'BatchCreated', ref: 'b1', sku: 'BED', qty: 5, eta: null }],
    ],
    [
      { kind: 'cancelled', orderId: 'o1' },
      [
        { ...cancelled, line: 1 },
        { ...cancelled, line: 2 },
      ],
    ],
    [{ kind: 'cancelled', orderId: 'o1', line: '2 BED' }, [{ ...cancelled, line: 2 }]],
  ])('%o', ([fields, messages]) => {
    expect(messagesOf({ ...blank, ...fields }, lines)).toEqual(messages)
  })
})

describe('two boards side by side', () => {
  const line = (orderId: string, kind: ConsequenceKind, batchRef: string | null): LineConsequence => ({
    ...{ kind, orderId, line: 1, sku: 'BED', qty: 1, dueDate: null, customer: null, priority: 0 },
    before: { state: 'allocated', batchRef: 'b1', eta: null, late: false },
    after: { state: batchRef === null ? 'backordered' : 'allocated', batchRef, eta: null, late: false },
  })

  test('tell of every line that either changes, those first in which they differ', () => {
    const first = [line('same', 'short', null), line('elsewhere', 'moved', 'b2'), line('first', 'short', null)]
    const second = [line('same', 'short', null), line('elsewhere', 'moved', 'b3'), line('second', 'moved', 'b2')]
    const { rows, differing } = compare({ lines: first }, { lines: second })
    expect(differing).toBe(3)
    expect(rows.map(({ orderId, first, second }) => [orderId, first?.after.batchRef, second?.after.batchRef])).toEqual([
      ['elsewhere', 'b2', 'b3'],
      ['first', null, undefined],
      ['second', undefined, 'b2'],
      ['same', null, null],
    ])
    expect(rows.every(({ now }) => now?.batchRef === 'b1')).toBe(true)
  })
})
