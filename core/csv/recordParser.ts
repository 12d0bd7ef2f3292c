import Papa from 'papaparse'
import { CsvError } from './csvError.ts'

type QuoteFault = 'UnclosedQuote' | 'MalformedQuote'

export type CsvRecord = {
  /** The physical line that it begins on, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** A line break follows; false for a file's last line that has none, and may have been cut off. */
  readonly ended: boolean
  /** What is wrong with its quotes. Its cells are then what its first line holds, with the quotes as they are. */
  readonly fault: QuoteFault | null
}

/** Characters. A cell of a spreadsheet holds at most 32,767. */
const LONGEST_RECORD = 64 * 1024

/**
 * Splits text that comes in pieces into records. Lines end with line feeds.
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
      const { records, fault } = this.#parse(moreFollows)
      yield* records
      if (fault === null) return
      yield this.#takeLine(fault)
    }
  }

  /** Takes the records up to the first that has a fault. */
  #parse(moreFollows: boolean): { records: CsvRecord[]; fault: QuoteFault | null } {
    const text = this.#rest
    const found = { records: [] as CsvRecord[], fault: null as QuoteFault | null }
    let end = 0
    const step = ({ data: [cells], errors: [error], meta: { cursor } }: Papa.ParseStepResult<string[][]>) => {
      if (error) {
        found.fault = error.code === 'MissingQuotes' ? 'UnclosedQuote' : 'MalformedQuote'
        return parser.abort()
      }
      const ended = text[cursor - 1] === '\n'
      found.records.push({ line: this.#line, cells: cells ?? [], ended, fault: null })
      this.#line += lineFeeds(text, end, cursor)
      end = cursor
    }
    const parser = new Papa.Parser({ delimiter: this.#delimiter, newline: '\n', step })
    parser.parse(text, 0, moreFollows)
    this.#rest = text.slice(end)
    if (this.#rest.length > LONGEST_RECORD) found.fault ??= 'UnclosedQuote'
    return found
  }

  #takeLine(fault: QuoteFault): CsvRecord {
    const end = this.#rest.indexOf('\n')
    if (end === -1 && this.#rest.length > LONGEST_RECORD)
      throw new CsvError('LineTooLong', { line: this.#line, limit: LONGEST_RECORD })
    const text = end === -1 ? this.#rest : this.#rest.slice(0, end)
    this.#rest = this.#rest.slice(text.length + 1)
    return { line: this.#line++, cells: text.split(this.#delimiter), ended: end !== -1, fault }
  }
}

function lineFeeds(text: string, start: number, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}
