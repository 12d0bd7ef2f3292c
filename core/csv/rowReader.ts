import { type Message, messageSchema } from '../domain/messages.ts'
import { parse } from '../domain/parse.ts'
import { uuidOf } from '../lib/uuidOf.ts'
import { CsvError } from './csvError.ts'
import { type CsvKind, csvKinds, fieldsOf } from './kinds.ts'
import { type ColumnMapping, requireColumns } from './mapping.ts'
import type { CsvRecord } from './recordParser.ts'

/** `id` is made from the message, so that the same row in another file is the same message, which is handled once. */
export type RowMessage = { readonly id: string; readonly message: Message }

/**
 * Returns a function that makes a message of a row, which throws a CsvError (WrongCellCount, StrayQuote) or a DomainError
 * (InvalidMessage) when the row is wrong.
 * @param width the number of columns in the header
 * @throws CsvError MissingColumns
 */
export function rowReader(kind: CsvKind, mapping: ColumnMapping, width: number): (record: CsvRecord) => RowMessage {
  requireColumns(kind, mapping, width)
  const fields = fieldsOf(kind)
  const { type } = csvKinds[kind]
  const needed = 1 + Math.max(...fields.map(({ name, required }) => (required ? mapping[name]! : 0)))
  return (record) => {
    checkShape(record, width, needed)
    const entries = fields.map(({ name, read }) => [name, read(record.cells[mapping[name] ?? -1] ?? '')] as const)
    const message = parse(messageSchema, { type, ...Object.fromEntries(entries) })
    const content = fields.map(({ name }) => (message as Partial<Record<string, unknown>>)[name])
    return { id: uuidOf(JSON.stringify([type, ...content])), message }
  }
}

/**
 * Some spreadsheets leave out empty cells at the end of a row, others add some: both are accepted. But a last row without a
 * line break must be complete, since the file may have been cut off within it.
 * @throws CsvError StrayQuote, WrongCellCount
 */
function checkShape({ cells, ended, strayQuote }: CsvRecord, width: number, needed: number): void {
  if (strayQuote) throw new CsvError('StrayQuote', {})
  const isTooShort = cells.length < (ended ? needed : width)
  const isTooLong = cells.slice(width).some((cell) => cell.trim() !== '')
  if (isTooShort || isTooLong) throw new CsvError('WrongCellCount', { expected: width, found: cells.length })
}
