import { CsvError } from './csvError.ts'
import { countLineFeeds, LONGEST_RECORD, type ScannedRecord, scanRecord } from './scanRecord.ts'

export type CsvRecord = {
  /** The physical line that it begins on, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** A line break follows; false for a file's last line that has none, and may have been cut off. */
  readonly ended: boolean
  /** Its quotes are wrong. The record is then its first line only, and its cells contain the quotes as written. */
  readonly strayQuote: boolean
}

/**
 * Splits text that comes in pieces into records; blank ones are left out. Lines end with line feeds.
 *
 * A record whose quotes are wrong ends where its first line ends, so that one stray quote costs one row, not the rest of
 * the file.
 */
export class RecordParser {
  readonly #delimiter: string
  #rest = ''
  #line = 1

  constructor(delimiter: string) {
    this.#delimiter = delimiter
  }

  /**
   * The records that are complete with this piece.
   * @throws CsvError LineTooLong
   */
  *take(text: string): Generator<CsvRecord> {
    this.#rest += text
    yield* this.#records(true)
  }

  /**
   * The last record, when no line break follows it.
   * @throws CsvError LineTooLong
   */
  *finish(): Generator<CsvRecord> {
    yield* this.#records(false)
  }

  *#records(moreFollows: boolean): Generator<CsvRecord> {
    const text = this.#rest
    let start = 0
    while (start < text.length) {
      const scanned = scanRecord(text, start, this.#delimiter)
      const { end, ...record } = 'cells' in scanned ? { ...scanned, strayQuote: false } : this.#lineAt(text, start)
      const isComplete = scanned.ended && record.ended
      if (moreFollows && !isComplete && text.length - start <= LONGEST_RECORD.characters) break
      if (!isBlank(record.cells)) yield { line: this.#line, ...record }
      this.#line += countLineFeeds(text, start, end)
      start = end
    }
    this.#rest = text.slice(start)
  }

  /** The line as a record, whatever its quotes. */
  #lineAt(text: string, start: number): ScannedRecord & { strayQuote: true } {
    const lineFeed = text.indexOf('\n', start)
    const end = lineFeed === -1 ? text.length : lineFeed
    if (end - start > LONGEST_RECORD.characters)
      throw new CsvError('LineTooLong', { line: this.#line, limit: LONGEST_RECORD.characters })
    const cells = text.slice(start, end).split(this.#delimiter)
    return { cells, end: Math.min(end + 1, text.length), ended: lineFeed !== -1, strayQuote: true }
  }
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

/**
 * The records of a whole text.
 * @throws CsvError LineTooLong
 */
export function* recordsOf(text: string, delimiter: string): Generator<CsvRecord> {
  const parser = new RecordParser(delimiter)
  yield* parser.take(text)
  yield* parser.finish()
}
