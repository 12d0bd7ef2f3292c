import { withoutGuard } from './formula.ts'

// What a cell says, as the core takes it. What is no plain number or date goes on as it is written, so that the core
// refuses it in the same words as everywhere.

export const text = (cell: string): string => withoutGuard(cell.trim())

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
