import { writeFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { CsvError } from './csvError.ts'
import { formula } from './formula.ts'

/** Without it, Excel does not read Korean in UTF-8. */
export const BYTE_ORDER_MARK = Papa.BYTE_ORDER_MARK

/** The text of these rows; null is an empty cell. */
export const csv = (rows: (string | number | null)[][]): string =>
  `${Papa.unparse(rows, { escapeFormulae: formula })}\r\n`

/**
 * Writes a file, which is replaced if it exists.
 * @throws CsvError UnwritableFile
 */
export async function writeCsv(path: string, text: Iterable<string>): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'code' in error)
      throw new CsvError('UnwritableFile', { errno: String(error.code) })
    throw error
  }
}
