import { withoutGuard } from './formula.ts'

// What a cell says, as a field of a message. What is not a plain number or date is passed on as written: the schema of the
// message refuses it then, with the same reason as a value from anywhere else.

/**
 * Characters. Texts are cut to this length since Unicode normalisation takes quadratic time. A text that was cut is still
 * refused as too long: normalisation makes one character of at most four (https://www.unicode.org/faq/normalization.html),
 * and a field holds at most 80.
 */
const LONGEST_TEXT = 400

/** The text without surrounding blanks. */
export function text(cell: string): string {
  const written = withoutGuard(cell.trim())
  if (written.length <= LONGEST_TEXT) return written
  // The last character, which is no blank, stays: blanks at the end would be trimmed, and the text be short again.
  return (written.slice(0, LONGEST_TEXT - 1) + written.at(-1)).toWellFormed()
}

/** An empty cell is undefined: the number is missing, or takes its default. */
export function whole(cell: string): number | string | undefined {
  const written = text(cell)
  if (written === '') return undefined
  return /^-?\d+$/.test(written) ? Number(written) : written
}

/** An empty cell is null. */
export const textOrNone = (cell: string): string | null => text(cell) || null

/** `2025-03-01`, also written `2025/3/1` or `2025.3.1`. An empty cell is null. */
export function date(cell: string): string | null {
  const written = text(cell)
  if (written === '') return null
  const [, year, , month, day] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(written) ?? []
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : written
}
