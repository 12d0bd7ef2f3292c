import type { Refusal } from '../domain/domainError.ts'
import { type Coded, codedError, type Explanations } from '../lib/codedError.ts'

/** Why a file is refused as a whole. */
type FileRefusals = {
  /** `errno`: the system's code, such as ENOENT or EACCES. */
  UnreadableFile: { errno: string }
  UnwritableFile: { errno: string }
  /** It holds nothing but blanks. */
  EmptyFile: Record<never, never>
  /** It has a header and no row below it. */
  NoRows: Record<never, never>
  /** It is no text: a workbook, a picture. */
  BinaryFile: Record<never, never>
  /** It is text in neither UTF-8, nor UTF-16 with a byte order mark, nor CP949. */
  UnknownEncoding: Record<never, never>
  /** These fields are in no column that there is. */
  MissingColumns: { fields: readonly string[] }
  /** The header is not the one that the columns were chosen by. */
  HeaderChanged: { header: readonly string[] }
  /** One line is longer than `limit` characters, which no row of a table is. */
  LineTooLong: { line: number; limit: number }
}

/** Why a row never became a message. */
type RowRefusals = {
  /** Cells are missing, or there is something in more cells than the header has. */
  WrongCellCount: { expected: number; found: number }
  /** A quote opens a cell and nothing closes it, or stands within a quoted cell without being doubled. */
  StrayQuote: Record<never, never>
}

type CsvRefusals = FileRefusals & RowRefusals

const explanations: Explanations<CsvRefusals> = {
  UnreadableFile: ({ errno }) => `The file cannot be read (${errno})`,
  UnwritableFile: ({ errno }) => `The file cannot be written (${errno})`,
  EmptyFile: () => 'The file is empty',
  NoRows: () => 'The file has a header and no rows',
  BinaryFile: () => 'The file is not a text file',
  UnknownEncoding: () => 'The file is text in no encoding that is known here: save it as UTF-8',
  MissingColumns: ({ fields }) => `No column was chosen for ${fields.join(', ')}`,
  HeaderChanged: () => 'The columns of the file have changed since they were chosen',
  LineTooLong: ({ line, limit }) => `Line ${line} is longer than ${limit} characters`,
  WrongCellCount: ({ expected, found }) => `The row has ${found} cells, the header ${expected}`,
  StrayQuote: () => 'A quote is not closed, or not doubled within a quoted cell',
}

/** What a person is told of a file that cannot be taken. */
export type CsvRefusal = Coded<FileRefusals>

/** Why a row did not go in: the file's fault, or the core's refusal. `message` is English, for logs. */
export type RowRefusal = (Refusal | Coded<RowRefusals>) & { readonly message: string }

/** An expected failure of a file, or of a row in it. Switch on `code`. */
export class CsvError<C extends keyof CsvRefusals = keyof CsvRefusals> extends codedError(
  'CsvError',
  explanations,
)<C> {}
