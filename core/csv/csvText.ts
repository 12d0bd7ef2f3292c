import Papa from 'papaparse'
import { formula } from './formula.ts'

/** A file begins with it, since else Excel does not read Korean in UTF-8. */
export const BYTE_ORDER_MARK = Papa.BYTE_ORDER_MARK

/** Rows as text; null is an empty cell. What a spreadsheet would run as a formula is guarded. */
export const csv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `${Papa.unparse(rows as (string | number | null)[][], { escapeFormulae: formula })}\r\n`
