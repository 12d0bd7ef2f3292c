import { expect, test } from 'vitest'
import { decodeResults, encodeResults } from '../../../core/adapters/sqlite/history/storedResults.ts'
import type { Event } from '../../../core/domain/events.ts'

const line = { orderId: 'o1', line: 1, sku: 'TABLE', qty: 5 }
const outOfStock: Event = { type: 'OutOfStock', sku: 'TABLE' }
const allocated = (ref: string): Event => ({ type: 'Allocated', ...line, ref, since: 1, from: null, reason: null })

test.for<[string, (string | null)[], Event[], string]>([
  ['in the batch of an event', ['b1', null], [allocated('b1')], '[2,0]'],
  [
    'in the batches of several',
    [null, 'b2', 'b1', 'b2'],
    [outOfStock, allocated('b1'), allocated('b2')],
    '[4,null,2,1,2]',
  ],
  ['in a batch since before', ['b1'], [], '[1,"b1"]'],
  ['in none', [null, null, null], [outOfStock], '[3]'],
  ['and nobody asked', [], [], '[0]'],
])(
  'what a message was answered is stored in few words, and reads as it was: a line is %s',
  ([, results, events, stored]) => {
    expect(encodeResults({ results, events, notices: [] })).toBe(stored)
    expect(decodeResults(stored, events)).toEqual(results)
  },
)
