import { stat } from 'node:fs/promises'
import { CsvError } from './csvError.ts'
import { type CsvDelimiter, delimiterOf } from './delimiterOf.ts'
import { encodingOf } from './encodingOf.ts'
import { type CsvField, type CsvKind, fieldsOf, kindNames } from './kinds.ts'
import { type ColumnMapping, guessKind, guessMapping } from './mapping.ts'
import { readRecords } from './readRecords.ts'
import { type CsvEncoding, unreadable } from './readText.ts'

/** What a person is shown before the file is imported. */
export type CsvInspection = {
  readonly encoding: CsvEncoding
  readonly delimiter: CsvDelimiter
  /** The headings, trimmed; '' where a column has none. */
  readonly header: readonly string[]
  /** What the header suggests that the file holds; null: it does not tell. */
  readonly kind: CsvKind | null
  /** The fields that each kind has. */
  readonly fields: { readonly [K in CsvKind]: readonly { readonly name: CsvField; readonly required: boolean }[] }
  /** The columns that the header suggests for the fields of each kind. */
  readonly mappings: { readonly [K in CsvKind]: ColumnMapping }
  /** The first rows, cut to the width of the header, with the line that each begins on, from 1. */
  readonly sample: readonly { readonly line: number; readonly cells: readonly string[] }[]
  /** The size of the file. */
  readonly bytes: number
  /** How many rows there are; an estimate from the first ones when the file is long. */
  readonly rows: { readonly count: number; readonly exact: boolean }
}

/** Exports of business systems have at most some hundred columns, and a person must find the fields among them. */
const MOST_COLUMNS = 1000
/** How many rows a person is shown; and how many bytes are read, at least, before the number of rows is estimated. */
const SAMPLE = { rows: 10, bytes: 256 * 1024 }

/**
 * Reads the whole file to find its encoding, and its beginning for everything else.
 * @throws CsvError when no row of the file could be imported, whatever the mapping
 * @throws the signal's reason when it is aborted
 */
export async function inspectCsv(path: string, signal?: AbortSignal): Promise<CsvInspection> {
  const bytes = await sizeOf(path)
  const encoding = await encodingOf(path, signal)
  const delimiter = await delimiterOf(path, encoding)
  const { header, ...beginning } = await readBeginning(path, { encoding, delimiter, bytes })
  const mappings = forEachKind((kind) => guessMapping(kind, header))
  const fields = forEachKind((kind) => fieldsOf(kind).map(({ name, required }) => ({ name, required })))
  return { encoding, delimiter, header, kind: guessKind(header), fields, mappings, bytes, ...beginning }
}

type Beginning = Pick<CsvInspection, 'header' | 'sample' | 'rows'>
type Source = Pick<CsvInspection, 'encoding' | 'delimiter' | 'bytes'>

async function readBeginning(path: string, { encoding, delimiter, bytes }: Source): Promise<Beginning> {
  const sample: { line: number; cells: readonly string[] }[] = []
  let header: readonly string[] | null = null
  let rows = { count: 0, exact: true }
  let read = 0
  for await (const record of readRecords(path, { encoding, delimiter })) {
    if (sample.length === SAMPLE.rows && record.bytes > SAMPLE.bytes) {
      rows = { count: Math.round((rows.count * bytes) / read), exact: false }
      break
    }
    read = record.bytes
    if (!header) header = headerOf(record.cells)
    else if (++rows.count <= SAMPLE.rows)
      sample.push({ line: record.line, cells: record.cells.slice(0, header.length) })
  }
  if (!header) throw new CsvError('EmptyFile', {})
  if (rows.count === 0) throw new CsvError('NoRows', {})
  return { header, sample, rows }
}

const forEachKind = <T>(make: (kind: CsvKind) => T) =>
  Object.fromEntries(kindNames.map((kind) => [kind, make(kind)])) as Record<CsvKind, T>

/**
 * The headings. Spreadsheets write thousands of empty columns where cells are formatted: a header that is too wide because of
 * them ends at its last heading.
 * @throws CsvError TooManyColumns
 */
function headerOf(cells: readonly string[]): readonly string[] {
  const header = cells.map((cell) => cell.trim())
  const columns = 1 + header.findLastIndex((heading) => heading !== '')
  if (columns > MOST_COLUMNS) throw new CsvError('TooManyColumns', { columns, limit: MOST_COLUMNS })
  return header.length > MOST_COLUMNS ? header.slice(0, columns) : header
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    throw unreadable(error)
  }
}
