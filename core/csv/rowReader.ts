import { hash } from 'node:crypto'
import { type Message, messageSchema } from '../domain/messages.ts'
import { parse } from '../domain/parse.ts'
import { CsvError } from './csvError.ts'
import { type CsvKind, csvKinds, fieldsOf } from './kinds.ts'
import { type ColumnMapping, requireColumns } from './mapping.ts'
import type { CsvRecord } from './recordParser.ts'

/** `id` follows from what the message says, so that the same row is the same message in whatever file it comes. */
export type RowMessage = { readonly id: string; readonly message: Message }

/**
 * Makes messages of the rows of a table that is `width` columns wide.
 * @throws CsvError MissingColumns; the function that it answers: CsvError for the row, or DomainError InvalidMessage
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
    return { id: `csv:${hash('sha256', JSON.stringify([type, ...content]))}`, message }
  }
}

/**
 * Spreadsheets leave out empty cells at the end of a row, and some add more of them; neither changes what the row says.
 * But a file that was cut off ends in a row that is too short.
 */
function checkShape({ cells, ended, strayQuote }: CsvRecord, width: number, needed: number): void {
  if (strayQuote) throw new CsvError('StrayQuote', {})
  const isTooShort = cells.length < (ended ? needed : width)
  const isTooLong = cells.slice(width).some((cell) => cell.trim() !== '')
  if (isTooShort || isTooLong) throw new CsvError('WrongCellCount', { expected: width, found: cells.length })
}
