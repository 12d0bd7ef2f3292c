/**
 * What a cell has outside the app: a number and a date as such, everything else as text; null: nothing.
 * - `day`: `YYYY-MM-DD`
 * - `instant`: ISO 8601, UTC
 */
export type CellValue = string | number | null | { readonly day: string } | { readonly instant: string }

/** As plain text, the same in all languages. */
export function plainText(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'object') return 'day' in value ? value.day : value.instant
  return String(value)
}

export const dayOf = (day: string | null): CellValue => (day === null ? null : { day })
