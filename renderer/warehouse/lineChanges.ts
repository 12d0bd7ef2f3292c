import type { Event, Outcome } from '../../electron/contract.ts'
import type { Tone } from '../ui/Badge.tsx'

/** What happens to a line, as a person is told. */
export type ChangeKind =
  | 'reallocated'
  | 'filled'
  | 'backordered'
  | 'late'
  | 'notRestored'
  | 'dispatched'
  | 'notDispatched'
  | 'returned'
  | 'departed'
  | 'notDeparted'

export type LineChange = {
  readonly kind: ChangeKind
  readonly orderId: string
  readonly line: number
  readonly sku: string
  readonly qty: number
  /** The batch that it goes to, stays in, or left from; null: it waits. */
  readonly batchRef: string | null
  /** The batch that it was moved from; null: it was in none, or was not moved. */
  readonly from: string | null
  /** It was pinned to the place that it lost. */
  readonly pinEnds: boolean
  /** `YYYY-MM-DD`; null: it has none, or the outcome does not say. */
  readonly dueDate: string | null
}

export const changeTones: Readonly<Record<ChangeKind, Tone>> = {
  reallocated: 'accent',
  filled: 'good',
  backordered: 'warn',
  late: 'bad',
  notRestored: 'warn',
  dispatched: 'good',
  notDispatched: 'warn',
  returned: 'accent',
  departed: 'good',
  notDeparted: 'warn',
}

/** The lines that an outcome affects, in the order of its events. */
export const lineChangesOf = ({ events }: Outcome): LineChange[] => {
  const placed = new Set(events.flatMap((event) => (event.type === 'Allocated' ? [lineKey(event)] : [])))
  const isPlaced = (event: Event) =>
    (event.type === 'LineReopened' || event.type === 'LineReinstated') && placed.has(lineKey(event))
  const due = new Map(
    events.flatMap((event) => (event.type === 'AllocationRequired' ? [[lineKey(event), event.dueDate] as const] : [])),
  )
  const pinned = new Set(events.flatMap((event) => (isPinned(event, 'Deallocated') ? [lineKey(event)] : [])))
  for (const event of events) if (isPinned(event, 'Allocated')) pinned.delete(lineKey(event))
  return events
    .filter((event) => !isPlaced(event))
    .flatMap(changeOf)
    .map((change) => {
      const key = lineKey(change)
      return { ...change, pinEnds: pinned.has(key), dueDate: due.get(key) ?? null }
    })
}

/** Whether order lines lose their place, or are late. */
export const movesLines = ({ events }: Outcome): boolean =>
  events.some(({ type }) => type === 'Deallocated' || type === 'Late')

export const lineKey = ({ orderId, line, sku }: Pick<LineChange, 'orderId' | 'line' | 'sku'>) =>
  `${line}:${orderId}:${sku}`

type Change = Omit<LineChange, 'dueDate' | 'pinEnds'>
type PlaceEvent = Extract<Event, { type: 'Allocated' | 'Deallocated' }>

const isPinned = (event: Event, type: PlaceEvent['type']): event is PlaceEvent =>
  event.type === type && (event as PlaceEvent).pinned === true

function changeOf(event: Event): Change[] {
  switch (event.type) {
    case 'Allocated': // a new line that is allocated is the request itself, not a side effect
      return event.reason === null
        ? []
        : [{ ...changeOfLine(event.from === null ? 'filled' : 'reallocated', event, event.ref), from: event.from }]
    case 'Backordered':
    case 'LineReopened': // waits, unless it has a place at once
    case 'LineReinstated':
      return [changeOfLine('backordered', event, null)]
    case 'Late':
      return [changeOfLine('late', event, event.ref)]
    case 'NotRestored':
      return [changeOfLine('notRestored', event, event.ref)]
    case 'Dispatched':
      return [changeOfLine('dispatched', event, event.ref)]
    case 'NotDispatched':
      return [changeOfLine('notDispatched', event, event.ref)]
    case 'DispatchUndone':
      return [changeOfLine('returned', event, event.ref)]
    case 'Departed':
      return [changeOfLine('departed', event, event.ref)]
    case 'DepartureUndone':
      return [changeOfLine('notDeparted', event, event.ref)]
    default:
      return []
  }
}

type OfLine = Pick<LineChange, 'orderId' | 'line' | 'sku' | 'qty'>
function changeOfLine(kind: ChangeKind, { orderId, line, sku, qty }: OfLine, batchRef: string | null): Change {
  return { kind, orderId, line, sku, qty, batchRef, from: null }
}
