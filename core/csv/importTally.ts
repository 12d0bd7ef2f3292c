import type { RowRefusal } from './csvError.ts'
import type { CsvRecord } from './recordParser.ts'

/** A row that did not go in, as it was written. */
export type RejectedRow = {
  /** The line of the file that it begins on, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  readonly refusal: RowRefusal
}

/** What an import came to. */
export type ImportReport = {
  readonly header: readonly string[]
  /** Rows that changed something. */
  readonly imported: number
  /** Rows that said what was known already. */
  readonly unchanged: number
  readonly rejected: number
  /** The first of the rejected rows; `rejected` counts more of them when there were more than can be kept. */
  readonly rejectedRows: readonly RejectedRow[]
  /** It was stopped, and rows of the file were left. What went in before is in. */
  readonly cancelled: boolean
}

/** How an import came out for one row. */
export type RowOutcome = 'imported' | 'unchanged' | RowRefusal

const KEPT = { rows: 10_000, characters: 4_000_000 }

/** Counts how the rows came out, and keeps the rejected ones, but not endlessly many. */
export class ImportTally {
  imported = 0
  unchanged = 0
  rejected = 0
  readonly rejectedRows: RejectedRow[] = []
  readonly #header: readonly string[]
  #characters = 0

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
      this.#keep({ line, cells, refusal: outcome })
    }
  }

  report({ cancelled }: { cancelled: boolean }): ImportReport {
    const { imported, unchanged, rejected, rejectedRows } = this
    return { header: this.#header, imported, unchanged, rejected, rejectedRows, cancelled }
  }

  #keep(row: RejectedRow): void {
    if (this.rejectedRows.length === KEPT.rows || this.#characters > KEPT.characters) return
    for (const cell of row.cells) this.#characters += cell.length
    this.rejectedRows.push(structuredClone(row)) // its texts are parts of a whole piece of the file, and would keep it
  }
}
