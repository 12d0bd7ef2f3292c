import type { Event } from '../../../domain/events.ts'
import type { Outcome } from '../../../ports/unitOfWork.ts'

/** The batch that a line went to is, nearly always, that of an event which the message caused: then the event's place says it. */
export function encodeResults({ results, events }: Outcome): string {
  const places = new Map<string | null, number>()
  for (const [place, event] of events.entries()) {
    const ref = refOf(event)
    if (ref !== null && !places.has(ref)) places.set(ref, place)
  }
  return JSON.stringify(results.map((ref) => places.get(ref) ?? ref))
}

/** @param events that the message caused, in order */
export const decodeResults = (stored: string, events: readonly Event[]): Outcome['results'] =>
  (JSON.parse(stored) as (number | string | null)[]).map((result) =>
    typeof result === 'number' ? refOf(events[result]!) : result,
  )

const refOf = (event: Event): string | null => ('ref' in event ? event.ref : null)
