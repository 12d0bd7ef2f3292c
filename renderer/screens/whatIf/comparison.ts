import type { BoardForesight, LineConsequence, Place } from '../../../electron/contract.ts'
import { lineKey } from '../../warehouse/lineChanges.ts'

/** A line that comes to stand elsewhere by one of two boards, or by both. null: by this board it stands as it does now. */
export type Compared = Pick<LineConsequence, 'orderId' | 'line' | 'sku' | 'qty' | 'dueDate' | 'customer'> & {
  readonly now: Place | null
  readonly first: LineConsequence | null
  readonly second: LineConsequence | null
}

const isSame = (a: LineConsequence | null, b: LineConsequence | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.after.state === b.after.state &&
    a.after.batchRef === b.after.batchRef &&
    a.after.late === b.after.late)

/** What two boards come to, side by side; lines that differ come first, and otherwise in the order of the boards. */
export function compare(
  first: Pick<BoardForesight, 'lines'>,
  second: Pick<BoardForesight, 'lines'>,
): { readonly rows: readonly Compared[]; readonly differing: number } {
  const inSecond = new Map(second.lines.map((line) => [lineKey(line), line]))
  const inFirst = new Set(first.lines.map(lineKey))
  const rows = [
    ...first.lines.map((line) => rowOf(line, inSecond.get(lineKey(line)) ?? null)),
    ...second.lines.filter((line) => !inFirst.has(lineKey(line))).map((line) => rowOf(null, line)),
  ]
  const differs = ({ first, second }: Compared) => !isSame(first, second)
  return {
    rows: [...rows.filter(differs), ...rows.filter((row) => !differs(row))],
    differing: rows.filter(differs).length,
  }
}

function rowOf(first: LineConsequence | null, second: LineConsequence | null): Compared {
  const { orderId, line, sku, qty, dueDate, customer, before } = (first ?? second)!
  return { orderId, line, sku, qty, dueDate, customer, now: before, first, second }
}
