import { writeFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { CsvError, type RowRefusal } from './csvError.ts'
import { formula } from './formula.ts'
import type { ImportReport, RejectedRow } from './importTally.ts'

type Rejected = Pick<ImportReport, 'header' | 'rejectedRows'>

/** What is added to the rows, in the person's language. */
export type RejectedWording = {
  /** `index`: the place of the row among the rejected ones, from 0. */
  readonly explain?: (refusal: RowRefusal, index: number) => string
  /** Head the two columns that are added; neither may be a name of a field. */
  readonly headings?: { readonly line: string; readonly reason: string }
  /** Asks to correct the row and then to clear this cell. It makes the row one cell too long, so that it is refused until then. */
  readonly uncorrected?: string
}

const PIECE = 200

/**
 * The rejected rows as a file of its own, piece by piece: each as it was, then its line and why it was rejected, so that it
 * can be corrected and imported. UTF-8 with a byte order mark, by which spreadsheets know Korean.
 */
export function* rejectedCsv(
  { header, rejectedRows }: Rejected,
  {
    explain = ({ message }) => message,
    headings = { line: 'line in file', reason: 'reason' },
    uncorrected = 'correct the row, then clear this cell',
  }: RejectedWording = {},
): Generator<string> {
  // Rows that were rejected before and saved are not given two more columns.
  const width = header.at(-2) === headings.line && header.at(-1) === headings.reason ? header.length - 2 : header.length
  yield Papa.BYTE_ORDER_MARK + csv([[...header.slice(0, width), headings.line, headings.reason]])
  const written = ({ line, cells, refusal }: RejectedRow, index: number) => [
    ...Array.from({ length: width }, (_, column) => cells[column] ?? ''),
    line,
    explain(refusal, index),
    ...tooMany({ cells: cells.slice(header.length), refusal }, uncorrected),
  ]
  for (let first = 0; first < rejectedRows.length; first += PIECE)
    yield csv(rejectedRows.slice(first, first + PIECE).map((row, index) => written(row, first + index)))
}

/**
 * What makes a row that was not read right one that is refused again: as it is saved, with well-formed quotes and as many
 * cells as the header, it could go in with values that nobody meant.
 */
function tooMany(
  { cells, refusal: { code } }: Pick<RejectedRow, 'cells' | 'refusal'>,
  uncorrected: string,
): readonly string[] {
  const isMisread = code === 'StrayQuote' || code === 'WrongCellCount'
  return isMisread && cells.length === 0 ? [uncorrected] : cells
}

/**
 * Writes the rejected rows to a file, in place of what it held.
 * @throws CsvError UnwritableFile
 */
export async function saveRejected(path: string, rejected: Rejected, wording?: RejectedWording): Promise<void> {
  try {
    await writeFile(path, rejectedCsv(rejected, wording))
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'code' in error)
      throw new CsvError('UnwritableFile', { errno: String(error.code) })
    throw error
  }
}

const csv = (rows: (string | number)[][]) => `${Papa.unparse(rows, { escapeFormulae: formula })}\r\n`
