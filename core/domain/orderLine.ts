import { compare } from './batch.ts'
import type { LineState } from './vocabulary.ts'

/** What names a line within its product: `line` numbers an order's lines for the same SKU. */
export type LineId = { readonly orderId: string; readonly line: number }

export type OrderLine = LineId & {
  readonly sku: string
  readonly qty: number
  /** Units that were ordered as part of this line, and are lines of their own by now. */
  readonly splitOff: number
  /** `YYYY-MM-DD`; null: no promise was made. */
  readonly dueDate: string | null
  /** 0 to `MAX_PRIORITY`: the higher, the better protected, and the earlier offered room. */
  readonly priority: number
  /** Whom the order is for, as the import names it; null: unknown. */
  readonly customer: string | null
  readonly state: LineState
  /** The batch that it is in, or left from; null: it waits, or was cancelled. */
  readonly batchRef: string | null
  /** The version of its product that it was ordered at: its age. */
  readonly ordered: number
  /** The version of its product that it was allocated at, the age of its place; null while it waits. */
  readonly allocated: number | null
  /** A person wants it to keep its place before lines that are not pinned; ends with the place. */
  readonly pinned: boolean
  /** It was dispatched, and its goods are confirmed as gone. */
  readonly departed: boolean
}

/** It has a place, or waits for one. */
export const isOpen = ({ state }: OrderLine): boolean => state === 'allocated' || state === 'backordered'

/** A line is late in a batch that arrives after its due date. null: no due date; in the warehouse. */
export const isLate = (dueDate: string | null, eta: string | null): boolean =>
  dueDate !== null && eta !== null && dueDate < eta

export const lineKey = ({ orderId, line }: LineId): string => `${line}:${orderId}`

const NO_DATE = '~' // after every date
const byImportance = (a: OrderLine, b: OrderLine): number =>
  b.priority - a.priority || compare(a.dueDate ?? NO_DATE, b.dueDate ?? NO_DATE)

/** The best protected line first: pinned, the highest priority, the earliest due date, then the line that was allocated earlier. */
export const byProtection = (a: OrderLine, b: OrderLine): number =>
  Number(b.pinned) - Number(a.pinned) || byImportance(a, b) || (a.allocated ?? 0) - (b.allocated ?? 0)

/** The order in which waiting lines are offered room: the highest priority, the earliest due date, then the oldest. */
export const byUrgency = (a: OrderLine, b: OrderLine): number => byImportance(a, b) || a.ordered - b.ordered
