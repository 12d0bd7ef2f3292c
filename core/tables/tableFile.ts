import { rename, rm } from 'node:fs/promises'
import { unwritable } from '../csv/writeChosenFile.ts'
import { csvTable } from './csvTable.ts'
import type { Cell, TableFormat, TableWriter } from './table.ts'
import { xlsxTable } from './xlsxTable.ts'

const writers = { csv: csvTable, xlsx: xlsxTable }

/**
 * A table on its way into the file that a person chose. Until all of it is written, it lies beside it, so that a file that is
 * replaced stays whole, and nothing is left of a table that was given up.
 * Each throws CsvError UnwritableFile.
 */
export class TableFile {
  readonly #path: string
  readonly #part: string
  readonly #writer: TableWriter

  constructor(path: string, format: TableFormat) {
    this.#path = path
    this.#part = `${path}.part`
    this.#writer = writers[format](this.#part)
  }

  async write(rows: readonly (readonly Cell[])[]): Promise<void> {
    await this.#writer.write(rows).catch((error) => this.#give(error))
  }

  async end(): Promise<void> {
    try {
      await this.#writer.end()
      await rename(this.#part, this.#path)
    } catch (error) {
      await this.#give(error)
    }
  }

  /** Leaves nothing behind. */
  async cancel(): Promise<void> {
    await this.#writer.abort()
    await rm(this.#part, { force: true })
  }

  async #give(error: unknown): Promise<never> {
    await this.cancel()
    throw unwritable(error)
  }
}
