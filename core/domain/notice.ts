import type { Event } from './events.ts'
import type { NoticeKind } from './vocabulary.ts'

/** What people must know of a line, or of a SKU when `orderId` is null. */
export type Notice = {
  readonly kind: NoticeKind
  readonly orderId: string | null
  readonly line: number | null
  readonly sku: string
  /** Units of the line; null when the notice is of no line. */
  readonly qty: number | null
  /** The batch that the line lost; null: none. */
  readonly from: string | null
  /** The batch that it is in now, or, of one that was not restored, the batch that could not take it; null: it waits. */
  readonly to: string | null
  readonly reason: string | null
}

/** What people are told of an event; null: nothing, as of a new line that found its place. */
export function noticeOf(event: Event): Notice | null {
  switch (event.type) {
    case 'Allocated':
      return event.reason === null ? null : ofLine(event.from === null ? 'filled' : 'reallocated', event)
    case 'Backordered':
      return ofLine('backordered', { ...event, ref: null })
    case 'Late':
      return ofLine('late', { ...event, from: null, reason: 'delayed' })
    case 'NotRestored':
      return ofLine('notRestored', { ...event, from: null, reason: 'undone' })
    case 'OutOfStock':
      return { kind: 'outOfStock', sku: event.sku, ...ofNoLine }
    default:
      return null
  }
}

type Moved = Pick<Notice, 'sku' | 'from' | 'reason'> & {
  readonly orderId: string
  readonly line: number
  readonly qty: number
  readonly ref: string | null
}

const ofLine = (kind: NoticeKind, { orderId, line, sku, qty, from, ref, reason }: Moved): Notice => ({
  ...{ kind, orderId, line, sku, qty },
  ...{ from, to: ref, reason },
})

const ofNoLine = { orderId: null, line: null, qty: null, from: null, to: null, reason: null } as const
