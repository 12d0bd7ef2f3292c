import { type Batch, compare } from './batch.ts'
import { type Event, isChange } from './events.ts'
import { isLate, lineKey, type OrderLine } from './orderLine.ts'
import { ProductState } from './productState.ts'
import { type ConsequenceKind, consequenceKinds, type LineState } from './vocabulary.ts'

// What a list of messages would come to, compared with what stands now. Nothing is decided here: their events are applied to
// what is stored, and the lines before and after are laid side by side.

/** Where a line stands. `eta`: when its batch arrives; null: in the warehouse, or it is in none. */
export type Place = {
  readonly state: LineState
  readonly batchRef: string | null
  readonly eta: string | null
  readonly late: boolean
}

/** A line that would stand elsewhere, or be late or in time. `before`: null: it is not there yet. */
export type LineConsequence = Pick<
  OrderLine,
  'orderId' | 'line' | 'sku' | 'qty' | 'dueDate' | 'customer' | 'priority'
> & { readonly kind: ConsequenceKind; readonly before: Place | null; readonly after: Place }

/** What is stored of the products that the events change: at least the batches and lines that `touchedBy` names. */
export type Stored = { readonly batches: readonly Batch[]; readonly lines: readonly OrderLine[] }

export type Touched = {
  readonly refs: ReadonlySet<string>
  /** By SKU and `lineKey`. */
  readonly lines: ReadonlyMap<string, Pick<OrderLine, 'orderId' | 'line' | 'sku'>>
}

/** The batches and lines that the events change. */
export function touchedBy(events: Iterable<Event>): Touched {
  const refs = new Set<string>()
  const lines = new Map<string, Pick<OrderLine, 'orderId' | 'line' | 'sku'>>()
  for (const event of events) {
    if (!isChange(event)) continue
    if ('ref' in event && event.ref !== null) refs.add(event.ref)
    if ('orderId' in event) lines.set(nameOf(event), event)
  }
  return { refs, lines }
}

/** The lines of one SKU that come to stand elsewhere. `stored`, `events`: what they are of that SKU. */
export function consequenceOf(sku: string, { batches, lines }: Stored, events: Iterable<Event>): LineConsequence[] {
  const [before, after] = [new ProductState(sku, 0, NO_SIZE), new ProductState(sku, 0, NO_SIZE)]
  for (const state of [before, after]) state.load(batches, lines)
  for (const event of events) after.apply(event)
  return changesOf(before, after)
}

const NO_SIZE = { batches: 0, lines: 0 }

function changesOf(before: ProductState, after: ProductState): LineConsequence[] {
  return [...after.lines.values()].flatMap((line) => {
    const stood = before.line(line)
    const [was, is] = [stood ? placeOf(stood, before) : null, placeOf(line, after)]
    const kind = kindOf(was, is)
    if (kind === null) return []
    const { orderId, line: number, sku, qty, dueDate, customer, priority } = line
    return [{ kind, orderId, line: number, sku, qty, dueDate, customer, priority, before: was, after: is }]
  })
}

function placeOf({ state, batchRef, dueDate }: OrderLine, { batches }: ProductState): Place {
  const eta = batches.get(batchRef ?? '')?.eta ?? null
  return { state, batchRef, eta, late: state === 'allocated' && isLate(dueDate, eta) }
}

/** null: nothing that anybody asks for. */
export function kindOf(before: Place | null, after: Place): ConsequenceKind | null {
  if (after.state === 'cancelled') return before?.state === 'cancelled' ? null : 'cancelled'
  if (after.state === 'backordered') return before?.state === 'backordered' ? null : 'short'
  if (after.state !== 'allocated') return null
  if (before === null) return after.late ? 'late' : 'placed'
  if (before.state === 'backordered') return 'filled'
  if (after.late !== before.late) return after.late ? 'late' : 'inTime'
  return after.batchRef === before.batchRef ? null : 'moved'
}

const NO_DATE = '~' // after every date
const gravity = Object.fromEntries(consequenceKinds.map((kind, at) => [kind, at])) as Record<ConsequenceKind, number>

/** By kind, due date, order and line. */
export function byGravity(a: LineConsequence, b: LineConsequence): number {
  return (
    gravity[a.kind] - gravity[b.kind] ||
    compare(a.dueDate ?? NO_DATE, b.dueDate ?? NO_DATE) ||
    compare(a.orderId, b.orderId) ||
    a.line - b.line ||
    compare(a.sku, b.sku)
  )
}

const nameOf = (line: Pick<OrderLine, 'orderId' | 'line' | 'sku'>): string => `${lineKey(line)} ${line.sku}`

/** Lines and units of each kind. */
export type Sums = { readonly [K in ConsequenceKind]: { readonly lines: number; readonly units: number } }

/** The consequence for one order, or one customer. `name`: null: no customer is named. */
export type SumsOf = { readonly name: string | null; readonly sums: Sums }

export function sumsOf(lines: readonly LineConsequence[]): Sums {
  const sums = Object.fromEntries(consequenceKinds.map((kind) => [kind, { lines: 0, units: 0 }])) as {
    [K in ConsequenceKind]: { lines: number; units: number }
  }
  for (const { kind, qty } of lines) {
    sums[kind].lines++
    sums[kind].units += qty
  }
  return sums
}

/** In the order of the first line of each, so that the gravest come first. */
export const sumsBy = (
  lines: readonly LineConsequence[],
  nameOf: (line: LineConsequence) => string | null,
): readonly SumsOf[] => [...Map.groupBy(lines, nameOf)].map(([name, lines]) => ({ name, sums: sumsOf(lines) }))
