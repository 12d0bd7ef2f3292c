import { expect, test } from 'vitest'
import type { Event } from '../../../electron/contract.ts'
import { batchChange } from '../../../renderer/screens/stockTake/batchChange.ts'
import { withEntered } from '../../../renderer/screens/stockTake/drafts.ts'
import { type StockEntry, summaryOf } from '../../../renderer/screens/stockTake/session.ts'
import { allReasons, withChanged, withMoved, withOwn } from '../../../renderer/warehouse/reasons.ts'

const line = { orderId: 'o', line: 1, sku: 'S', reason: 'water', since: 1 }

test('what a batch holds is kept, moves or is free before, and kept, came or is free after', () => {
  const batch = { ref: 'b1', sku: 'S', eta: null, qty: 20, allocated: 16, setAside: 2, available: 2 }
  const events: Event[] = [
    { type: 'StockAdjusted', ref: 'b1', sku: 'S', created: 1, before: 20, after: 14, reason: 'water' },
    { type: 'Deallocated', ...line, ref: 'b1', qty: 8, room: 4 },
    { type: 'Allocated', ...line, ref: 'b2', qty: 8, from: 'b1' },
    { type: 'Allocated', ...line, orderId: 'o2', ref: 'b1', qty: 3, from: null },
  ]
  expect(batchChange(batch, { results: [], events, notices: [] })).toEqual({
    before: { kept: 8, moves: 8, comes: 0, setAside: 2, free: 2 },
    after: { kept: 8, moves: 0, comes: 3, setAside: 2, free: 1 },
  })
})

test('a draft of one mode leaves that of another, and the last one that goes takes the batch with it', () => {
  const damage = { qty: '3', note: '', reason: 'water', photos: [] }
  const count = { qty: '17', note: '', expected: 20 }
  const one = withEntered({}, 'b1', 'damage', damage)
  const both = withEntered(one, 'b1', 'count', count)
  expect(both).toEqual({ b1: { damage, count, last: 'count' } })
  expect(withEntered(both, 'b1', 'count', null)).toEqual({ b1: { damage, last: 'damage' } })
  expect(withEntered(one, 'b1', 'damage', null)).toEqual({})
})

test('a reason that the app brings later is there beside those that were kept', () => {
  const kept = [{ id: 'Rats', needsNote: true, isHidden: false }]
  expect(allReasons(kept).map(({ id }) => id)).toEqual([
    ...['Rats', 'water', 'broken', 'failedInspection', 'expired', 'lost', 'other'],
  ])
})

test('a reason is of no other’s name, whatever its case', () => {
  const reasons = allReasons([])
  expect(withOwn(reasons, 'LOST', ['Lost'])).toBeNull()
  expect(withOwn(reasons, 'Water', [])).toBeNull()
  expect(withOwn(reasons, 'Rats', ['Lost'])?.at(-1)).toEqual({ id: 'Rats', needsNote: false, isHidden: false })
})

test('a reason is hidden, demands a note, and moves up', () => {
  const ids = (reasons: ReturnType<typeof allReasons>) => reasons.map(({ id }) => id).slice(0, 3)
  const reasons = allReasons([])
  expect(withChanged(reasons, 'lost', { isHidden: true }).filter(({ isHidden }) => isHidden)).toEqual([
    { id: 'lost', needsNote: false, isHidden: true },
  ])
  expect(ids(withMoved(reasons, 'broken'))).toEqual(['broken', 'water', 'failedInspection'])
  expect(ids(withMoved(reasons, 'water'))).toEqual(['water', 'broken', 'failedInspection'])
})

test('a session counts what is in effect: units that are gone, by which counts differ, and lines that moved', () => {
  const entry = (event: object, told: StockEntry['told'], undone = false) => ({ event, told, undone }) as StockEntry
  expect(
    summaryOf([
      entry({ type: 'StockDamaged', qty: 3 }, { reallocated: 2 }),
      entry({ type: 'StockCounted', qty: 16, expected: 20 }, { backordered: 1 }),
      entry({ type: 'StockDamaged', qty: 50 }, { reallocated: 9 }, true),
      entry({ type: 'BatchEtaChanged' }, {}),
    ]),
  ).toEqual({ entries: 3, units: 7, moved: 2 })
})
