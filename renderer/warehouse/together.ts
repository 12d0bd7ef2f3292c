import type { Event, Outcome } from '../../electron/contract.ts'
import { lineKey } from './lineChanges.ts'

type Placed = Extract<Event, { type: 'Allocated' | 'Backordered' }>
const isPlaced = (event: Event): event is Placed => event.type === 'Allocated' || event.type === 'Backordered'
const placeOf = (event: Placed): string | null => (event.type === 'Allocated' ? event.ref : null)

/** What messages of a list come to together: of a line that moved more than once, only where it was and where it is. */
export function together(outcomes: readonly Outcome[]): Outcome {
  const events = outcomes.flatMap(({ events }) => events)
  const placed = Map.groupBy(events.filter(isPlaced), lineKey)
  const net = (event: Event): readonly Event[] => {
    if (!isPlaced(event)) return [event]
    const ofLine = placed.get(lineKey(event))!
    const { from } = ofLine[0]!
    return event === ofLine.at(-1) && placeOf(event) !== from ? [{ ...event, from }] : []
  }
  return { results: [], events: events.flatMap(net), notices: outcomes.flatMap(({ notices }) => notices) }
}
