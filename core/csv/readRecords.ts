import { slices } from '../lib/slices.ts'
import { type CsvDelimiter, isSeparatorLine } from './delimiterOf.ts'
import { type CsvEncoding, readText } from './readText.ts'
import { type CsvRecord, RecordParser } from './recordParser.ts'

/** How a file writes a table down. */
export type CsvFormat = { readonly encoding: CsvEncoding; readonly delimiter: CsvDelimiter }

/** `bytes`: how much of the file had been read when the record was found. */
export type ReadRecord = CsvRecord & { readonly bytes: number }

/**
 * The records of a file; the first is the header. Yields to the event loop in between, so that whoever works through them
 * need not.
 * @throws CsvError UnreadableFile, UnknownEncoding, BinaryFile, LineTooLong
 */
export async function* readRecords(path: string, format: CsvFormat): AsyncGenerator<ReadRecord> {
  const yieldInTime = slices()
  let isFirst = true
  for await (const record of allRecords(path, format)) {
    if (!isFirst || !isSeparatorLine(record.cells, format.delimiter)) yield record
    isFirst = false
    await yieldInTime()
  }
}

/** The records below the header. */
export async function* readRows(path: string, format: CsvFormat): AsyncGenerator<ReadRecord> {
  const records = readRecords(path, format)
  await records.next()
  yield* records
}

async function* allRecords(path: string, { encoding, delimiter }: CsvFormat): AsyncGenerator<ReadRecord> {
  const parser = new RecordParser(delimiter)
  let read = 0
  for await (const { text, bytes } of readText(path, encoding)) {
    read = bytes
    for (const record of parser.take(text)) yield { ...record, bytes }
  }
  for (const record of parser.finish()) yield { ...record, bytes: read }
}
