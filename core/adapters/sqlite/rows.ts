import type { Batch } from '../../domain/batch.ts'
import type { OrderLine } from '../../domain/orderLine.ts'
import { type LineState, MAX_PRIORITY } from '../../domain/vocabulary.ts'

// Between the domain's values and the stored rows, in which '' is "in the warehouse", '~' "no due date", and a rank the
// priority less than nothing, so that the highest comes first, before which stand those of lines that are pinned.

/** ISO 8601, UTC, of the milliseconds that history has. */
export const instantOf = (at: number): string => new Date(at).toISOString()

export const IN_WAREHOUSE = ''
export const NO_DUE_DATE = '~'
/** When a line that waits has a place: after every day. */
export const NEVER = '~'

export type StoredProduct = { version: number; batches: number; lines: number }

export type StoredBatch = {
  ref: string
  sku: string
  qty: number
  allocated: number
  setAside: number
  eta: string
  created: number
}

export const toBatch = ({ ref, sku, qty, allocated, setAside, eta, created }: StoredBatch): Batch => ({
  ref,
  sku,
  qty,
  allocated,
  setAside,
  eta: eta || null,
  created,
})
export const fromBatch = (batch: Batch): StoredBatch => ({ ...batch, eta: batch.eta ?? IN_WAREHOUSE })

const PINNED = MAX_PRIORITY + 1

/** Never -0, which SQLite would take for a floating point number. */
export const rankOf = ({ priority, pinned }: Pick<OrderLine, 'priority' | 'pinned'>): number =>
  0 - priority - (pinned ? PINNED : 0)
export const priorityOf = (rank: number): number => (0 - rank) % PINNED
export const isPinned = (rank: number): boolean => rank <= -PINNED

/** Every rank of a line that is not pinned, for SQL: with these, an index by rank and due date finds what is due before a day. */
export const UNPINNED_RANKS = ranks(PINNED)
/** And every one that a line can have a place with. */
export const RANKS = ranks(2 * PINNED)
/** A condition on the column of that name. */
export const isPinnedRank = (rank: string): string => `${rank} <= ${-PINNED}`

function ranks(count: number): string {
  return Array.from({ length: count }, (_, rank) => 0 - rank).join(', ')
}

export type StoredLine = {
  sku: string
  orderId: string
  line: number
  qty: number
  due: string
  rank: number
  splitOff: number
  customer: string | null
  state: LineState
  batchRef: string | null
  ordered: number
  allocated: number | null
  departed: 0 | 1
}

export const toLine = ({ due, rank, departed, ...row }: StoredLine): OrderLine => ({
  ...row,
  dueDate: due === NO_DUE_DATE ? null : due,
  priority: priorityOf(rank),
  pinned: isPinned(rank),
  departed: departed === 1,
})
export const fromLine = ({ dueDate, priority, pinned, departed, ...line }: OrderLine): StoredLine => ({
  ...line,
  due: dueDate ?? NO_DUE_DATE,
  rank: rankOf({ priority, pinned }),
  departed: departed ? 1 : 0,
})
