import { isDeepStrictEqual } from 'node:util'
import { DomainError } from '../domain/domainError.ts'
import type { Warehouse } from '../warehouse.ts'
import { CsvError, type RowRefusal } from './csvError.ts'
import { type ImportReport, ImportTally, type RowOutcome } from './importTally.ts'
import { inspectCsv } from './inspectCsv.ts'
import type { CsvKind } from './kinds.ts'
import type { ColumnMapping } from './mapping.ts'
import { readRecords } from './readRecords.ts'
import { type RowMessage, rowReader } from './rowReader.ts'
import { slices } from './slices.ts'

export type ImportProgress = {
  readonly rows: number
  readonly imported: number
  readonly unchanged: number
  readonly rejected: number
  /** How much of the file was read. */
  readonly bytes: number
  readonly totalBytes: number
}

/** Milliseconds between two words about the progress. */
const INTERVAL = 100

export type CsvImport = {
  readonly path: string
  readonly kind: CsvKind
  readonly mapping: ColumnMapping
  /** The header that the mapping was chosen for; the file is refused when it has another by now. */
  readonly header?: readonly string[] | undefined
  /** The operator. */
  readonly by?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Told some ten times a second, and once at the end, however it ends. */
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined
}

/**
 * Handles one message for each row, in the order of the file. A row that is wrong is listed, the others go in. Each is
 * committed on its own: an import that was stopped, by the signal or by a failure, is done again from the beginning, and
 * what went in before changes nothing.
 * @throws CsvError when the file is refused, before anything went in; only LineTooLong, or UnreadableFile when the medium
 * is gone, may come later
 */
export async function importCsv(warehouse: Warehouse, options: CsvImport): Promise<ImportReport> {
  const { path, kind, mapping, signal } = options
  const source = await inspectCsv(path, signal).catch(nullWhenAborted(signal))
  if (!source) return new ImportTally([]).report({ cancelled: true })
  const { header } = source
  if (options.header && !isDeepStrictEqual(options.header, header)) throw new CsvError('HeaderChanged', { header })
  const readRow = rowReader(kind, mapping, header.length)
  const tally = new ImportTally(header)
  const progress = progressOf(tally, source.bytes, options.onProgress)
  const turn = slices()
  const rows = readRecords(path, source)
  await rows.next() // the header
  try {
    for await (const row of rows) {
      if (signal?.aborted) return tally.report({ cancelled: true })
      tally.add(row, await importRow(warehouse, () => readRow(row), options.by))
      progress.reached(row.bytes)
      await turn()
    }
    return tally.report({ cancelled: false })
  } finally {
    progress.tell()
  }
}

type ImportRow = (read: () => RowMessage) => Promise<RowOutcome>

/**
 * What was handled before is told by its id, not by what it would do now: a line that was cancelled since must not be
 * ordered again. And that it was, by the warehouse writing nothing, which costs less than asking for every row.
 */
function rowImporter(warehouse: Warehouse, by: string | undefined): { importRow: ImportRow; stop: () => void } {
  let written: string | null = null
  const stop = warehouse.subscribe(({ envelope }) => {
    written = envelope.id
  })
}

function progressOf(tally: ImportTally, totalBytes: number, onProgress: CsvImport['onProgress']) {
  let bytes = 0
  let told = performance.now()
  const tell = () => {
    told = performance.now()
    const { rows, imported, unchanged, rejected } = tally
    onProgress?.({ rows, imported, unchanged, rejected, bytes, totalBytes })
  }
  const reached = (position: number) => {
    bytes = position
    if (performance.now() - told >= INTERVAL) tell()
  }
  return { tell, reached }
}

const nullWhenAborted = (signal: AbortSignal | undefined) => (error: unknown) => {
  if (signal?.aborted) return null
  throw error
}
