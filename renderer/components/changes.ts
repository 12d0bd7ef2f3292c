import type { Event, Outcome } from '../../electron/contract.ts'
import type { Tone } from './Badge.tsx'

/** What becomes of a line, as a person is told of it. */
export type ChangeKind =
  | 'reallocated'
  | 'filled'
  | 'backordered'
  | 'late'
  | 'notRestored'
  | 'dispatched'
  | 'notDispatched'

export type Change = {
  readonly kind: ChangeKind
  readonly orderId: string
  readonly line: number
  readonly sku: string
  readonly qty: number
  /** The batch that it goes to, stays in, or left from; null: it waits. */
  readonly batchRef: string | null
}

export const tones: Readonly<Record<ChangeKind, Tone>> = {
  reallocated: 'accent',
  filled: 'good',
  backordered: 'warn',
  late: 'bad',
  notRestored: 'warn',
  dispatched: 'good',
  notDispatched: 'warn',
}

/** The lines that an outcome touches, in the order in which it came to them. */
export const changesOf = ({ events }: Outcome): Change[] => events.flatMap(changeOf)

function changeOf(event: Event): Change[] {
  switch (event.type) {
    case 'Allocated': // a new line that found its place is what was asked for, not a change
      return event.reason === null ? [] : [change(event.from === null ? 'filled' : 'reallocated', event, event.ref)]
    case 'Backordered':
      return [change('backordered', event, null)]
    case 'Late':
      return [change('late', event, event.ref)]
    case 'NotRestored':
      return [change('notRestored', event, event.ref)]
    case 'Dispatched':
      return [change('dispatched', event, event.ref)]
    case 'NotDispatched':
      return [change('notDispatched', event, event.ref)]
    default:
      return []
  }
}

type OfLine = Pick<Change, 'orderId' | 'line' | 'sku' | 'qty'>
const change = (kind: ChangeKind, { orderId, line, sku, qty }: OfLine, batchRef: string | null): Change => ({
  ...{ kind, orderId, line, sku, qty, batchRef },
})
