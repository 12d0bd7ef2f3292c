import { describe, expect, test } from 'vitest'
import { shapes } from '../../../core/adapters/sqlite/history/shapes.ts'
import { decodeEvent, decoder, encodeEvent } from '../../../core/adapters/sqlite/history/storedEvent.ts'
import { earlierShapes } from '../../../core/adapters/sqlite/history/upcasters.ts'
import type { Event } from '../../../core/domain/events.ts'
import examples from './storedEvents.json' with { type: 'json' }

// Events as files have them. An example that was released stays as it is stored for ever; when the events of a type change
// their shape, what the old ones read as changes here, and one of the new shape is added.

describe('an event that was stored reads as what happened:', () => {
  test.for(examples)('%j', ({ stored, event }) => {
    expect(decodeEvent(JSON.stringify(stored))).toEqual(event)
  })
})

/** A shape that was added since the last release may still change; its example comes with the next release. */
const lastReleased = Math.max(...examples.map(({ stored }) => stored[0] as number))
const released = Object.entries(shapes).filter(([, { number }]) => number <= lastReleased)

describe('an event is stored in the shape that files have:', () => {
  test.for(released)('%s', ([type, { number }]) => {
    const ofShape = examples.filter(({ stored }) => stored[0] === number)
    const written = ofShape.map(({ event }) => encodeEvent(event as Event))
    expect(ofShape).not.toEqual([])
    expect(ofShape.map(({ event }) => event.type)).toEqual(ofShape.map(() => type))
    expect(written.map(([shape, details]) => [shape, JSON.parse(details)])).toEqual(
      ofShape.map(({ stored }) => [number, stored.at(-1)]),
    )
  })
})

test('a number stands for one shape for ever', () => {
  const numbers = [...Object.values(shapes), ...earlierShapes].map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('an event of an earlier shape reads as one of today', () => {
  const decode = decoder([
    {
      type: 'StockDamaged',
      number: 1001,
      fields: { ref: 'column', qty: 'detail', cause: 'detail' },
      upcast: ({ cause, ...event }) => ({ ...event, reason: cause }) as Event,
    },
  ])
  expect(decode('[1001,"TABLE","b1",null,null,[3,"water"]]')).toEqual({
    type: 'StockDamaged',
    ref: 'b1',
    qty: 3,
    reason: 'water',
  })
})

test('an event of a shape that nobody knows is not guessed at', () => {
  expect(() => decodeEvent('[999,null,null,null,null,[]]')).toThrow('shape 999')
})
