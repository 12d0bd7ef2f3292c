import type { RowRefusal } from './csvError.ts'
import type { CsvRecord } from './recordParser.ts'

/** A row that was not imported. */
export type RejectedRow = {
  /** The line of the file that it begins on, from 1. */
  readonly line: number
  /** As written, without the blank cells at the end. */
  readonly cells: readonly string[]
  readonly refusal: RowRefusal
}

/** The result of an import. */
export type ImportReport = {
  readonly header: readonly string[]
  /** Rows that changed something. */
  readonly imported: number
  /** Rows that changed nothing, since they were imported before or say what is stored already. */
  readonly unchanged: number
  readonly rejected: number
  /** The first rejected rows: `rejected` is larger when there were more than can be kept. */
  readonly rejectedRows: readonly RejectedRow[]
  /** It was stopped before the end of the file. The rows before stay imported. */
  readonly cancelled: boolean
}

/** The result of one row. */
export type RowOutcome = 'imported' | 'unchanged' | RowRefusal

/** The memory that the rejected rows of one import may take: some 15 MB in main, and as much in the window. */
const KEPT = { rows: 10_000, cells: 250_000, characters: 4_000_000 }

/** Counts the outcomes of the rows, and keeps the first rejected ones. */
export class ImportTally {
  imported = 0
  unchanged = 0
  rejected = 0
  readonly rejectedRows: RejectedRow[] = []
  readonly #header: readonly string[]
  #kept = { cells: 0, characters: 0 }

  constructor(header: readonly string[]) {
    this.#header = header
  }

  get rows(): number {
    return this.imported + this.unchanged + this.rejected
  }

  add({ line, cells }: CsvRecord, outcome: RowOutcome): void {
    if (typeof outcome === 'string') this[outcome]++
    else {
      this.rejected++
      this.#keep({ line, cells: withoutBlankEnd(cells), refusal: outcome })
    }
  }

  report({ cancelled }: { cancelled: boolean }): ImportReport {
    const { imported, unchanged, rejected, rejectedRows } = this
    return { header: this.#header, imported, unchanged, rejected, rejectedRows, cancelled }
  }

  #keep(row: RejectedRow): void {
    const { cells, characters } = this.#kept
    if (this.rejectedRows.length >= KEPT.rows || cells >= KEPT.cells || characters >= KEPT.characters) return
    for (const cell of row.cells) this.#kept.characters += cell.length
    this.#kept.cells += row.cells.length
    // A cloned text is a copy; the cells themselves are slices that would keep a whole piece of the file in memory.
    this.rejectedRows.push(structuredClone(row))
  }
}

function withoutBlankEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, 1 + cells.findLastIndex((cell) => cell.trim() !== ''))
}
