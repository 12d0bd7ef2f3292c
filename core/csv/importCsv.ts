import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Warehouse } from '../service/warehouse.ts'
import { CsvError } from './csvError.ts'
import { type ImportProgress, ProgressReporter } from './importProgress.ts'
import { type ImportReport, ImportTally } from './importTally.ts'
import { inspectCsv } from './inspectCsv.ts'
import type { CsvKind } from './kinds.ts'
import type { ColumnMapping } from './mapping.ts'
import { readRows } from './readRecords.ts'
import { RowImporter } from './rowImporter.ts'
import { rowReader } from './rowReader.ts'

export type CsvImport = {
  readonly path: string
  readonly kind: CsvKind
  readonly mapping: ColumnMapping
  /** The header that the mapping was chosen for; the file is refused when it has another by now. */
  readonly header?: readonly string[] | undefined
  /** The id that history knows the import by; one is made when none is given. */
  readonly id?: string | undefined
  /** The operator. */
  readonly by?: string | undefined
  /** Stops the import before its next row. */
  readonly signal?: AbortSignal | undefined
  /** Called about ten times a second, and once at the end, however it ends. */
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined
}

/**
 * Sends one message for each row, in the order of the file. Rows that are refused are listed, the others are imported, in
 * slices of one commit each: after an import that was stopped, by the signal or by a failure, import the whole file again;
 * the rows that were imported before change nothing. Rows that were taken back since go in again.
 * @throws CsvError when the file is refused, before anything was imported; only LineTooLong, or UnreadableFile when the
 * disk fails, may come later
 * @throws StorageError when a message cannot be stored
 */
export async function importCsv(warehouse: Warehouse, options: CsvImport): Promise<ImportReport> {
  const { path, kind, mapping, signal } = options
  const inspection = await inspectCsv(path, signal).catch(nullWhenAborted(signal))
  if (!inspection) return new ImportTally([]).report({ cancelled: true })
  const { header, bytes } = inspection
  if (options.header && !isDeepStrictEqual(options.header, header)) throw new CsvError('HeaderChanged', { header })
  const readRow = rowReader(kind, mapping, header.length)
  const tally = new ImportTally(header)
  const progress = new ProgressReporter(tally, bytes, options.onProgress)
  const importer = new RowImporter(warehouse, {
    id: options.id ?? randomUUID(),
    file: basename(path),
    by: options.by,
    onOutcome: (record, outcome) => tally.add(record, outcome),
  })
  try {
    for await (const row of readRows(path, inspection)) {
      if (signal?.aborted) return tally.report({ cancelled: true })
      await importer.add(row, () => readRow(row))
      progress.reached(row.bytes)
    }
    await importer.flush()
    return tally.report({ cancelled: false })
  } finally {
    progress.report()
  }
}

const nullWhenAborted = (signal: AbortSignal | undefined) => (error: unknown) => {
  if (signal?.aborted) return null
  throw error
}
