import type { SheetLineState } from './vocabulary.ts'

/** What one person found. `by`: null when nobody was named; `difference`: to what the batch held at that moment. */
export type SheetCount = { readonly by: string | null; readonly qty: number; readonly difference: number }

/** A batch that is to be counted. `created` tells it from a later one of the same reference. */
export type SheetLine = {
  readonly ref: string
  readonly sku: string
  readonly created: number
  /** Of two persons each that follow each other, the last count of each. */
  readonly counts: readonly SheetCount[]
  /** Units that posting added to the batch; null: the sheet is not posted, or the line was left out. */
  readonly posted: number | null
}

/** A difference beyond it asks for a second count; null: none does. */
export type Threshold = {
  readonly recountUnits: number | null
  /** Of what the batch held. */
  readonly recountPercent: number | null
}

/** Whoever counts again without being asked to corrects the own count. */
export function withCount(counts: readonly SheetCount[], count: SheetCount): SheetCount[] {
  return [...(counts.at(-1)?.by === count.by ? counts.slice(0, -1) : counts), count]
}

/**
 * The difference that the counts agree upon; null: there is none, or another person is to count. One count is enough while its
 * difference is within the threshold; else the last one and one of another person must have found the same difference.
 */
export function agreedDifference(counts: readonly SheetCount[], threshold: Threshold): number | null {
  const last = counts.at(-1)
  if (!last) return null
  if (counts.length === 1) return isBeyond(last, threshold) ? null : last.difference
  const isConfirmed = counts.some(({ by, difference }) => by !== last.by && difference === last.difference)
  return isConfirmed ? last.difference : null
}

/** What is posted of the line, where these differences were applied. An agreed line without a difference is always posted. */
export function postedOf({ ref, counts }: PostedLine, threshold: Threshold, applied: ReadonlyMap<string, number>) {
  return agreedDifference(counts, threshold) === 0 ? 0 : (applied.get(ref) ?? null)
}
type PostedLine = Pick<SheetLine, 'ref' | 'counts'>

export function stateOf({ counts }: Pick<SheetLine, 'counts'>, threshold: Threshold): SheetLineState {
  if (counts.length === 0) return 'uncounted'
  return agreedDifference(counts, threshold) === null ? 'recount' : 'agreed'
}

/** Whether this person may count it now. */
export const isAsked = (line: SheetLine, threshold: Threshold, by: string | null): boolean =>
  stateOf(line, threshold) !== 'recount' || line.counts.at(-1)!.by !== by

function isBeyond({ qty, difference }: SheetCount, { recountUnits, recountPercent }: Threshold): boolean {
  const off = Math.abs(difference)
  if (recountUnits !== null && off > recountUnits) return true
  return recountPercent !== null && off * 100 > recountPercent * (qty - difference)
}
