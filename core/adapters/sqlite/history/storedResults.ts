import type { Event } from '../../../domain/events.ts'
import type { Outcome } from '../../../ports/unitOfWork.ts'

// How many results there are, and then those up to the last that is not null. The batch that a line went to is, nearly
// always, the one of an event that the message caused: then the place of that event says it.

type Stored = readonly [count: number, ...(number | string | null)[]]

export function encodeResults({ results, events }: Outcome): string {
  const places = new Map<string, number>()
  for (const [place, event] of events.entries()) {
    const ref = refOf(event)
    if (ref !== null && !places.has(ref)) places.set(ref, place)
  }
  const given = results.slice(0, 1 + results.findLastIndex((ref) => ref !== null))
  return JSON.stringify([results.length, ...given.map((ref) => (ref === null ? null : (places.get(ref) ?? ref)))])
}

/** @param events that the message caused, in order */
export function decodeResults(stored: string, events: readonly Event[]): Outcome['results'] {
  const [count, ...given] = JSON.parse(stored) as Stored
  return Array.from({ length: count }, (_, index) => {
    const result = given[index] ?? null
    return typeof result === 'number' ? refOf(events[result]!) : result
  })
}

const refOf = (event: Event): string | null => ('ref' in event ? event.ref : null)
