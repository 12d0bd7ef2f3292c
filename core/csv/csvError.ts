import type { Refusal } from '../domain/domainError.ts'
import { type Coded, codedError, type Explanations } from '../lib/codedError.ts'

/** Why a file is refused as a whole. */
type FileRefusals = {
  /** `errno`: the system's code, such as ENOENT or EACCES. */
  UnreadableFile: { errno: string }
  UnwritableFile: { errno: string }
  /** It contains nothing but blanks. */
  EmptyFile: Record<never, never>
  /** It has a header and no row below it. */
  NoRows: Record<never, never>
  /** It is not text, but a workbook or a picture. */
  BinaryFile: Record<never, never>
  /** It is text in neither UTF-8, nor UTF-16 with a byte order mark, nor CP949. */
  UnknownEncoding: Record<never, never>
  /** These fields are required, or mapped to a column that does not exist. */
  MissingColumns: { fields: readonly string[] }
  /** The header (`header`) is not the one that the columns were chosen for. */
  HeaderChanged: { header: readonly string[] }
  /** The header has more than `limit` columns. */
  TooManyColumns: { columns: number; limit: number }
  /** More than `limit` rows, where so many are taken at most. */
  TooManyRows: { limit: number }
  /** One line (`line`, from 1) is longer than `limit` characters. */
  LineTooLong: { line: number; limit: number }
}

/** Why a row never became a message. */
type RowRefusals = {
  /** Cells are missing, or there are values beyond the last column of the header. */
  WrongCellCount: { expected: number; found: number }
  /** A cell begins with a quote that is never closed, or contains a quote that is not doubled. */
  StrayQuote: Record<never, never>
  /** The id that is computed from the row belongs to a stored message that says something else. */
  IdTaken: Record<never, never>
}

type CsvRefusals = FileRefusals & RowRefusals

const explanations: Explanations<CsvRefusals> = {
  UnreadableFile: ({ errno }) => `The file cannot be read (${errno})`,
  UnwritableFile: ({ errno }) => `The file cannot be written (${errno})`,
  EmptyFile: () => 'The file is empty',
  NoRows: () => 'The file has a header and no rows',
  BinaryFile: () => 'The file is not a text file',
  UnknownEncoding: () => 'The encoding of the text is not known: save the file as UTF-8',
  MissingColumns: ({ fields }) => `No column was chosen for ${fields.join(', ')}`,
  HeaderChanged: () => 'The columns of the file have changed since they were chosen',
  TooManyColumns: ({ columns, limit }) => `The file has ${columns} columns, more than ${limit}`,
  TooManyRows: ({ limit }) => `The file has more than ${limit} rows`,
  LineTooLong: ({ line, limit }) => `Line ${line} is longer than ${limit} characters`,
  WrongCellCount: ({ expected, found }) => `The row has ${found} cells, the header ${expected}`,
  StrayQuote: () => 'A quote is not closed, or not doubled within a quoted cell',
  IdTaken: () => 'Another message was stored under the id of this row',
}

/** Why a file is refused, for the screen to explain. */
export type CsvRefusal = Coded<FileRefusals>

/** Why a row was rejected: how it is written, or what the core refused. `message` is English, for logs. */
export type RowRefusal = (Refusal | Coded<RowRefusals>) & { readonly message: string }

/** An expected failure of a file, or of a row in it. Switch on `code`. */
export class CsvError<C extends keyof CsvRefusals = keyof CsvRefusals> extends codedError(
  'CsvError',
  explanations,
)<C> {}
