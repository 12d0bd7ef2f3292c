import { expect, test } from 'vitest'
import type { Event, Outcome } from '../../../electron/contract.ts'
import { lineChangesOf } from '../../../renderer/warehouse/lineChanges.ts'
import { together } from '../../../renderer/warehouse/together.ts'

const line = (orderId: string) => ({ orderId, line: 1, sku: 'S', qty: 4, reason: 'undone' })
const goes = (orderId: string, from: string | null, ref: string): Event => ({
  type: 'Allocated',
  ...line(orderId),
  from,
  ref,
  since: 1,
})
const waits = (orderId: string, from: string | null): Event => ({ type: 'Backordered', ...line(orderId), from })
const outcome = (...events: Event[]): Outcome => ({ results: [], events, notices: [] })

test.for([
  ['a line that moves twice moves once', [goes('o', 'b1', 'b2')], [goes('o', 'b2', 'b3')], ['reallocated b1 → b3']],
  ['a line that comes back has not moved', [goes('o', 'b1', 'b2')], [goes('o', 'b2', 'b1')], []],
  [
    'a line that waited and has moved on is filled',
    [goes('o', null, 'b1')],
    [goes('o', 'b1', 'b2')],
    ['filled – → b2'],
  ],
  ['a line that waits again has not changed', [goes('o', null, 'b1')], [waits('o', 'b1')], []],
  ['a line that lost its place waits', [goes('o', 'b1', 'b2')], [waits('o', 'b2')], ['backordered – → –']],
] as const)('of what messages come to together, %s', ([, first, second, expected]) => {
  const changes = lineChangesOf(together([outcome(...first), outcome(...second)]))
  expect(changes.map(({ kind, from, batchRef }) => `${kind} ${from ?? '–'} → ${batchRef ?? '–'}`)).toEqual(expected)
})
