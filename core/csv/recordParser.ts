import Papa from 'papaparse'
import { CsvError } from './csvError.ts'

export type CsvRecord = {
  /** The physical line that it begins on, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** A line break follows; false for a file's last line that has none, and may have been cut off. */
  readonly ended: boolean
  /** Its quotes are wrong. It is then its first line, and the quotes are left in its cells as they are. */
  readonly strayQuote: boolean
}

/** Characters. A cell of a spreadsheet holds at most 32,767. */
const LONGEST_RECORD = 64 * 1024

/**
 * Splits text that comes in pieces into records; blank ones are left out. Lines end with line feeds.
 *
 * A record whose quotes are wrong ends where its first line ends, so that one stray quote costs one row, not the rest of
 * the file. It is given each record's place by `Papa.Parser`, which Papa's own streams are made of; they keep it to
 * themselves.
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

  /** The last one, when no line break follows it. */
  *finish(): Generator<CsvRecord> {
    yield* this.#records(false)
  }

  *#records(moreFollows: boolean): Generator<CsvRecord> {
    for (;;) {
      const { records, strayQuote } = this.#parse(moreFollows)
      yield* records
      if (!strayQuote) return
      yield this.#takeLine()
    }
  }

  /** Takes the records up to the first whose quotes are wrong. */
  #parse(moreFollows: boolean): { records: CsvRecord[]; strayQuote: boolean } {
    const text = this.#rest
    const records: CsvRecord[] = []
    let strayQuote = false
    let end = 0
    const step = ({ data: [cells = []], errors: [error], meta: { cursor } }: Papa.ParseStepResult<string[][]>) => {
      if (error) {
        strayQuote = true
        return parser.abort()
      }
      const ended = text[cursor - 1] === '\n'
      if (!isBlank(cells)) records.push({ line: this.#line, cells, ended, strayQuote })
      this.#line += lineFeeds(text, end, cursor)
      end = cursor
    }
    const parser = new Papa.Parser({ delimiter: this.#delimiter, newline: '\n', step })
    parser.parse(text, 0, moreFollows)
    this.#rest = text.slice(end)
    return { records, strayQuote: strayQuote || this.#rest.length > LONGEST_RECORD }
  }

  #takeLine(): CsvRecord {
    const end = this.#rest.indexOf('\n')
    if (end === -1 && this.#rest.length > LONGEST_RECORD)
      throw new CsvError('LineTooLong', { line: this.#line, limit: LONGEST_RECORD })
    const text = end === -1 ? this.#rest : this.#rest.slice(0, end)
    this.#rest = this.#rest.slice(text.length + 1)
    return { line: this.#line++, cells: text.split(this.#delimiter), ended: end !== -1, strayQuote: true }
  }
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

function lineFeeds(text: string, start: number, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}
