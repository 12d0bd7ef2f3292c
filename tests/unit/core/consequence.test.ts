import { expect, test } from 'vitest'
import { kindOf, type Place } from '../../../core/domain/consequence.ts'

const waits: Place = { state: 'backordered', batchRef: null, eta: null, late: false }
const inB1: Place = { state: 'allocated', batchRef: 'b1', eta: null, late: false }
const inB2: Place = { ...inB1, batchRef: 'b2' }
const lateInB2: Place = { ...inB2, eta: '2030-02-01', late: true }
const cancelled: Place = { state: 'cancelled', batchRef: null, eta: null, late: false }
const dispatched: Place = { ...inB1, state: 'dispatched' }

test.for<[string, Place | null, Place, string | null]>([
  ['short, when it loses its place', inB1, waits, 'short'],
  ['short, when it is new and finds none', null, waits, 'short'],
  ['nothing, when it waits as before', waits, waits, null],
  ['late, when it moves behind its due date', inB1, lateInB2, 'late'],
  ['late, when it is new and its batch comes too late', null, lateInB2, 'late'],
  ['in time, when it was late', lateInB2, inB1, 'inTime'],
  ['filled, when it waited, late or not', waits, lateInB2, 'filled'],
  ['moved, when it is in time as before', inB1, inB2, 'moved'],
  ['moved, when it is late as before', lateInB2, { ...lateInB2, batchRef: 'b3' }, 'moved'],
  ['nothing, when it stays in a batch that comes later, and in time', inB2, { ...inB2, eta: '2030-01-02' }, null],
  ['placed, when it is new and in time', null, inB1, 'placed'],
  ['cancelled', inB1, cancelled, 'cancelled'],
  ['nothing, when it has left', dispatched, dispatched, null],
])('a line becomes %s', ([, before, after, kind]) => {
  expect(kindOf(before, after)).toBe(kind)
})
