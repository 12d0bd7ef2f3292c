import { type CsvEncoding, readText } from './readText.ts'
import { type CsvRecord, RecordParser } from './recordParser.ts'

/** How a file writes a table down. */
export type CsvFormat = { readonly encoding: CsvEncoding; readonly delimiter: string }

/** `bytes`: how much of the file had been read when it was found. */
export type ReadRecord = CsvRecord & { readonly bytes: number }

/**
 * The records of a file that hold anything; the first is the header.
 * @throws CsvError UnreadableFile, UnknownEncoding, BinaryFile, LineTooLong
 */
export async function* readRecords(path: string, { encoding, delimiter }: CsvFormat): AsyncGenerator<ReadRecord> {
  const parser = new RecordParser(delimiter)
  let read = 0
  for await (const { text, bytes } of readText(path, encoding)) {
    read = bytes
    for (const record of parser.take(text)) if (!isBlank(record)) yield { ...record, bytes }
  }
  for (const record of parser.finish()) if (!isBlank(record)) yield { ...record, bytes: read }
}

const isBlank = ({ cells }: CsvRecord) => cells.every((cell) => cell.trim() === '')
