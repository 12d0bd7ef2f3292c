import { withoutGuard } from './formula.ts'

// What a cell says, as a field of a message. What is no plain number or date is passed on as written, so that the core
// refuses it with the same words as everywhere.

/**
 * Characters. What is cut here is still longer than the 80 characters that a text of a message may have, since
 * normalisation makes at most 4 characters into one (https://www.unicode.org/faq/normalization.html); before the cut, it
 * would take quadratic time.
 */
const LONGEST_TEXT = 400

export function text(cell: string): string {
  const written = withoutGuard(cell.trim())
  return written.length > LONGEST_TEXT ? written.slice(0, LONGEST_TEXT).toWellFormed() : written
}

/** An empty cell is undefined: the number is missing, or takes its default. */
export function whole(cell: string): number | string | undefined {
  const written = text(cell)
  if (written === '') return undefined
  return /^-?\d+$/.test(written) ? Number(written) : written
}

/** `2025-03-01`, also written `2025/3/1` or `2025.3.1`. An empty cell is null. */
export function date(cell: string): string | null {
  const written = text(cell)
  if (written === '') return null
  const [, year, , month, day] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(written) ?? []
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : written
}
