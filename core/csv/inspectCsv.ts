import { stat } from 'node:fs/promises'
import { CsvError } from './csvError.ts'
import { type CsvDelimiter, delimiterOf } from './delimiterOf.ts'
import { encodingOf } from './encodingOf.ts'
import type { CsvKind } from './kinds.ts'
import { type ColumnMapping, guessKind, guessMapping } from './mapping.ts'
import { readRecords } from './readRecords.ts'
import { type CsvEncoding, unreadable } from './readText.ts'

/** What a person is shown before the file is imported. */
export type CsvInspection = {
  readonly encoding: CsvEncoding
  readonly delimiter: CsvDelimiter
  readonly header: readonly string[]
  /** null: the header does not tell. */
  readonly kind: CsvKind | null
  /** Where each kind would find its fields. */
  readonly mappings: { readonly [K in CsvKind]: ColumnMapping }
  /** The first rows, with the line that each begins on. */
  readonly sample: readonly { readonly line: number; readonly cells: readonly string[] }[]
  readonly bytes: number
  /** How many rows there are; an estimate from the first ones when the file is long. */
  readonly rows: { readonly count: number; readonly exact: boolean }
}

const SAMPLE = { rows: 10, bytes: 256 * 1024 }

/**
 * Reads all of the file once to know its encoding, and its beginning for the rest.
 * @throws CsvError when no row of it could be imported, whatever its columns; the signal's reason when it is aborted
 */
export async function inspectCsv(path: string, signal?: AbortSignal): Promise<CsvInspection> {
  const bytes = await sizeOf(path)
  const encoding = await encodingOf(path, signal)
  const delimiter = await delimiterOf(path, encoding)
  const { header, ...beginning } = await readBeginning(path, { encoding, delimiter, bytes })
  const mappings = { batches: guessMapping('batches', header), orders: guessMapping('orders', header) }
  return { encoding, delimiter, header, kind: guessKind(header), mappings, bytes, ...beginning }
}

type Beginning = Pick<CsvInspection, 'header' | 'sample' | 'rows'>
type Source = Pick<CsvInspection, 'encoding' | 'delimiter' | 'bytes'>

async function readBeginning(path: string, { encoding, delimiter, bytes }: Source): Promise<Beginning> {
  const sample: { line: number; cells: readonly string[] }[] = []
  let header: string[] | null = null
  let rows = { count: 0, exact: true }
  let read = 0
  for await (const record of readRecords(path, { encoding, delimiter })) {
    if (sample.length === SAMPLE.rows && record.bytes > SAMPLE.bytes) {
      rows = { count: Math.round((rows.count * bytes) / read), exact: false }
      break
    }
    read = record.bytes
    if (!header) header = record.cells.map((cell) => cell.trim())
    else if (++rows.count <= SAMPLE.rows) sample.push({ line: record.line, cells: record.cells })
  }
  if (!header) throw new CsvError('EmptyFile', {})
  if (rows.count === 0) throw new CsvError('NoRows', {})
  return { header, sample, rows }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    throw unreadable(error)
  }
}
