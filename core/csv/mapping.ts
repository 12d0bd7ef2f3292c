import { CsvError } from './csvError.ts'
import { type CsvField, type CsvKind, fieldsOf, kindNames } from './kinds.ts'

/** The column that each field is in, from 0; null, or no entry: in none. */
export type ColumnMapping = { readonly [F in CsvField]?: number | null }

/** Characters. A longer heading is taken for no field's, since Unicode normalisation takes quadratic time. */
const LONGEST_HEADING = 200

/** For every field of the kind, the first column with one of its headings. */
export function guessMapping(kind: CsvKind, header: readonly string[]): ColumnMapping {
  const headings = header.map(plain)
  const column = (names: readonly string[]) => headings.findIndex((heading) => names.includes(heading))
  const columns = fieldsOf(kind).map(({ name, headings: names }) => [name, column(names)] as const)
  return Object.fromEntries(columns.map(([name, index]) => [name, index === -1 ? null : index]))
}

/**
 * The kind whose required fields all have a heading, and of several such kinds the one with the most headings; null: there is
 * none, or there are two.
 */
export function guessKind(header: readonly string[]): CsvKind | null {
  const fitting = kindNames
    .map((kind) => ({ kind, mapping: guessMapping(kind, header) }))
    .filter(({ kind, mapping }) => missingFields(kind, mapping, header.length).length === 0)
    .map(({ kind, mapping }) => ({ kind, known: Object.values(mapping).filter((column) => column !== null).length }))
    .sort((a, b) => b.known - a.known)
  return fitting[0] && fitting[0].known !== fitting[1]?.known ? fitting[0].kind : null
}

/** @throws CsvError MissingColumns */
export function requireColumns(kind: CsvKind, mapping: ColumnMapping, width: number): void {
  const fields = missingFields(kind, mapping, width)
  if (fields.length > 0) throw new CsvError('MissingColumns', { fields })
}

/** The fields that are required and in no column, or in a column that does not exist. */
function missingFields(kind: CsvKind, mapping: ColumnMapping, width: number): CsvField[] {
  const isThere = (column: number) => Number.isInteger(column) && column >= 0 && column < width
  return fieldsOf(kind)
    .filter(({ name, required }) => {
      const column = mapping[name] ?? null
      return column === null ? required : !isThere(column)
    })
    .map(({ name }) => name)
}

/**
 * Makes `orderno` of `Order No. (ERP)` and `order_no`, and composes Hangul that is written in single letters, as macOS does.
 * Empty when the heading is too long.
 */
const plain = (heading: string) =>
  heading.length > LONGEST_HEADING
    ? ''
    : heading
        .normalize('NFKC')
        .toLowerCase()
        .replace(/\(.*?\)|\[.*?\]/g, '')
        .replace(/[^\p{L}\p{N}]/gu, '')
