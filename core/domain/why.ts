import { available, type Batch } from './batch.ts'
import { byProtection, isLate, type LineId, type OrderLine } from './orderLine.ts'
import { MAX_QUANTITY } from './vocabulary.ts'

// Why a line waits, or is late, as things stand now, and the least that would help.

/** A batch that the line is not in. */
export type Considered = {
  readonly ref: string
  /** null: it is in the warehouse. */
  readonly eta: string | null
  readonly available: number
  /** Units of the line that it has no room for; 0: it could hold the line. */
  readonly missing: number
  /** How many days after the line's due date it arrives; 0: it is in time. */
  readonly daysLate: number
}

/**
 * A line that holds what another would need.
 * - `pinned`, `higherPriority`, `dueEarlier`, `allocatedEarlier`: it is better protected, by the first of these in which the two differ
 * - `hasItsPlace`: it is not, but nobody loses a place to a line that waits, or is late
 */
export type Holder = LineId & {
  readonly qty: number
  readonly dueDate: string | null
  readonly rule: 'pinned' | 'higherPriority' | 'dueEarlier' | 'allocatedEarlier' | 'hasItsPlace'
}

/**
 * The least change after which the line is in a batch that is in time; with less of it, it is not. (With more units than
 * these it may not be, either, where a line that is offered room first would then fit.)
 * - `moreUnits`: the batch, which is in time, holds so many units more
 * - `newBatch`: a new batch in the warehouse holds so many units, since no batch is in time, or could hold as many
 * - `earlier`: the line's batch arrives so many days earlier
 */
export type Remedy =
  | { readonly change: 'moreUnits'; readonly ref: string; readonly units: number }
  | { readonly change: 'newBatch'; readonly units: number }
  | { readonly change: 'earlier'; readonly ref: string; readonly days: number }

export type Why = {
  readonly problem: 'waits' | 'late'
  /** At most five batches: those in time first, then those with the most room, then the preferred. `more`: not named. */
  readonly considered: { readonly batches: readonly Considered[]; readonly more: number }
  /**
   * Of the first batch in time that is large enough for the line, the worst protected lines that together hold what it
   * needs: at most five, the worst protected first. `more`: so many others, counted up to 1,000. null: no batch in time is
   * so large, or one has room, since a line that has its place is not moved when room appears.
   */
  readonly holders: { readonly ref: string; readonly lines: readonly Holder[]; readonly more: number } | null
  /** The waiting lines that more room would go to first, and their units; of a line that is late, none. */
  readonly ahead: { readonly lines: number; readonly units: number }
  /** The shipment that it is in, which is there on that day if nothing changes. null: nothing that is known will fill it. */
  readonly expected: { readonly ref: string; readonly eta: string } | null
  /** null: it would take more than `MAX_QUANTITY`. */
  readonly remedy: Remedy | null
}

/** What else there is of the line's product, loaded as far as it is looked at. */
export interface Surroundings {
  /** How many batches the product has. */
  readonly batches: number
  /** Of those but the line's own, at most so many, in the order of `Why.considered`. */
  nearest(most: number): readonly Batch[]
  /** The most preferred batch in time that would be large enough for the line, if it were empty; null: none is. */
  largeEnough(): Batch | null
  /** The units of each waiting line that is offered room before the line, the least urgent first. */
  unitsAhead(): readonly number[]
  /** The lines that are allocated to the batch, the worst protected first. */
  linesOf(ref: string): Iterable<OrderLine>
}

const MOST_NAMED = 5
const MOST_COUNTED = 1000

/**
 * @param own the batch that the line is in; null: it is in none
 * @returns null when the line neither waits nor is late
 */
export function explain(line: OrderLine, own: Batch | null, around: Surroundings): Why | null {
  if (line.state === 'backordered') return explainWaiting(line, around)
  if (line.state === 'allocated' && own !== null && isLate(line.dueDate, own.eta)) return explainLate(line, own, around)
  return null
}

function explainWaiting(line: OrderLine, around: Surroundings): Why {
  const nearest = around.nearest(MOST_NAMED)
  const ahead = takenFirst(line.qty, around.unitsAhead())
  return {
    problem: 'waits',
    considered: considered(line, nearest, around.batches),
    holders: holders(line, nearest, around),
    ahead,
    expected: null, // else the line would be in it
    remedy: moreUnits(line, line.qty + ahead.units, nearest),
  }
}

function explainLate(line: OrderLine, own: Batch, around: Surroundings): Why {
  const nearest = around.nearest(MOST_NAMED)
  const { ref, eta } = own
  return {
    problem: 'late',
    considered: considered(line, nearest, around.batches - 1),
    holders: holders(line, nearest, around),
    ahead: { lines: 0, units: 0 },
    expected: { ref, eta: eta! },
    remedy: { change: 'earlier', ref, days: daysLate(line, own) },
  }
}

/**
 * The lines that are offered room first and take some of it, when the room is the least that leaves enough for this line.
 *
 * A line takes its units when they fit, else it is passed over. So, from the least urgent to the most: of the room that
 * those behind it need at least, it takes none when it is larger than that; when it fits, there must be its own units, too.
 */
function takenFirst(qty: number, unitsAhead: readonly number[]): Why['ahead'] {
  let lines = 0
  let needed = qty
  for (const units of unitsAhead) {
    if (units > needed) continue
    needed += units
    lines++
  }
  return { lines, units: needed - qty }
}

/** Room in no other batch can hold a line that waits, so whatever a batch gets is its own to give. */
function moreUnits(line: OrderLine, needed: number, nearest: readonly Batch[]): Remedy | null {
  const batch = nearest.find(
    ({ eta, allocated, setAside }) => !isLate(line.dueDate, eta) && allocated + setAside + needed <= MAX_QUANTITY,
  )
  if (batch) return { change: 'moreUnits', ref: batch.ref, units: needed - available(batch) }
  return needed <= MAX_QUANTITY ? { change: 'newBatch', units: needed } : null
}

function considered(line: OrderLine, nearest: readonly Batch[], others: number): Why['considered'] {
  const batches = nearest.map((batch) => ({
    ref: batch.ref,
    eta: batch.eta,
    available: available(batch),
    missing: missing(line, batch),
    daysLate: daysLate(line, batch),
  }))
  return { batches, more: others - batches.length }
}

function holders(line: OrderLine, [first]: readonly Batch[], around: Surroundings): Why['holders'] {
  const batch = around.largeEnough()
  if (!batch || (first && missing(line, first) === 0 && !isLate(line.dueDate, first.eta))) return null
  const lines: Holder[] = []
  let more = 0
  let needed = missing(line, batch)
  for (const holder of around.linesOf(batch.ref)) {
    if (lines.length < MOST_NAMED) lines.push(asHolder(holder, line))
    else more++
    needed -= holder.qty
    if (needed <= 0 || more === MOST_COUNTED) break
  }
  return { ref: batch.ref, lines, more }
}

function asHolder(holder: OrderLine, line: OrderLine): Holder {
  const { orderId, line: number, qty, dueDate } = holder
  // A line that waits would be allocated after all others.
  const isBetter = byProtection(holder, { ...line, allocated: line.allocated ?? Number.POSITIVE_INFINITY }) < 0
  return { orderId, line: number, qty, dueDate, rule: isBetter ? whatProtects(holder, line) : 'hasItsPlace' }
}

function whatProtects(holder: OrderLine, line: OrderLine): Holder['rule'] {
  if (holder.pinned !== line.pinned) return 'pinned'
  if (holder.priority !== line.priority) return 'higherPriority'
  return holder.dueDate === line.dueDate ? 'allocatedEarlier' : 'dueEarlier'
}

const missing = ({ qty }: OrderLine, batch: Batch): number => Math.max(0, qty - available(batch))

const DAY = 24 * 60 * 60 * 1000

function daysLate({ dueDate }: OrderLine, { eta }: Batch): number {
  return isLate(dueDate, eta) ? (Date.parse(eta!) - Date.parse(dueDate!)) / DAY : 0
}
