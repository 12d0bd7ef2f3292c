import type { RowRefusal } from './csvError.ts'
import { BYTE_ORDER_MARK, csv } from './csvText.ts'
import type { ImportReport, RejectedRow } from './importTally.ts'
import { writeChosenFile } from './writeChosenFile.ts'

type Rejected = Pick<ImportReport, 'header' | 'rejectedRows'>

/** The texts that are added to the rows, in the person's language. */
export type RejectedWording = {
  /** Why the row was rejected. `index`: its position in `rejectedRows`, from 0. */
  readonly explain?: (refusal: RowRefusal, index: number) => string
  /** The headings of the two columns that are added; neither may be a heading of a field. */
  readonly headings?: { readonly line: string; readonly reason: string }
  /** Fills a cell that a row gets beyond the header, so that it is rejected until the person has corrected it and cleared the cell. */
  readonly uncorrected?: string
}

/** Rows written at once. */
const PIECE = 200

/**
 * The rejected rows as the text of a CSV file, piece by piece: each as it was, then its line and why it was rejected, so that
 * it can be corrected and imported. It begins with a byte order mark.
 */
export function* rejectedCsv(
  { header, rejectedRows }: Rejected,
  {
    explain = ({ message }) => message,
    headings = { line: 'line in file', reason: 'reason' },
    uncorrected = 'correct the row, then clear this cell',
  }: RejectedWording = {},
): Generator<string> {
  // A file of rejected rows that is imported has the two columns already.
  const width = header.at(-2) === headings.line && header.at(-1) === headings.reason ? header.length - 2 : header.length
  yield BYTE_ORDER_MARK + csv([[...header.slice(0, width), headings.line, headings.reason]])
  const written = ({ line, cells, refusal }: RejectedRow, index: number) => [
    ...Array.from({ length: width }, (_, column) => cells[column] ?? ''),
    line,
    explain(refusal, index),
    ...beyondHeader(cells.slice(header.length), refusal, uncorrected),
  ]
  for (let first = 0; first < rejectedRows.length; first += PIECE)
    yield csv(rejectedRows.slice(first, first + PIECE).map((row, index) => written(row, first + index)))
}

/**
 * The cells that the row has beyond the header, for which it is rejected again. A row that was misread needs one: with its
 * quotes escaped and its missing cells filled in, it would look right, and be imported with values that nobody meant.
 */
function beyondHeader(cells: readonly string[], { code }: RowRefusal, uncorrected: string): readonly string[] {
  const isMisread = code === 'StrayQuote' || code === 'WrongCellCount'
  return isMisread && cells.length === 0 ? [uncorrected] : cells
}

/**
 * Writes the rejected rows to a file, which is replaced if it exists.
 * @throws CsvError UnwritableFile
 */
export const saveRejected = (path: string, rejected: Rejected, wording?: RejectedWording): Promise<void> =>
  writeChosenFile(path, rejectedCsv(rejected, wording))
