import { writeFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { CsvError } from './csvError.ts'
import { formula } from './formula.ts'

/** A file begins with it, since else Excel does not read Korean in UTF-8. */
export const BYTE_ORDER_MARK = Papa.BYTE_ORDER_MARK

/** Rows as text; null is an empty cell. What a spreadsheet would run as a formula is guarded. */
export const csv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `${Papa.unparse(rows as (string | number | null)[][], { escapeFormulae: formula })}\r\n`

/**
 * Writes a file piece by piece, which is replaced if it exists.
 * @throws CsvError UnwritableFile
 */
export async function writeCsv(path: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  try {
    await writeFile(path, pieces)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'code' in error)
      throw new CsvError('UnwritableFile', { errno: String(error.code) })
    throw error
  }
}
