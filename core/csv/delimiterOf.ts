import { type CsvEncoding, readText } from './readText.ts'
import { recordsOf } from './recordParser.ts'

const DELIMITERS = [',', ';', '\t'] as const
export type CsvDelimiter = (typeof DELIMITERS)[number]

/** A first line such as `sep=;`, which tells Excel the delimiter and is not part of the table. */
const SEPARATOR_LINE = /^"?sep=(.?)"?(?:\n|$)/i

/**
 * The delimiter that a separator line names, where this app knows it; else the one that splits the header into the most
 * cells. Rows do not decide, since their texts contain delimiters too.
 * @throws CsvError UnreadableFile, UnknownEncoding, BinaryFile
 */
export async function delimiterOf(path: string, encoding: CsvEncoding): Promise<CsvDelimiter> {
  for await (const { text } of readText(path, encoding)) {
    const beginning = text.replace(/^\s*\n/, '')
    if (beginning.trim() === '') continue
    const named = DELIMITERS.find((delimiter) => delimiter === SEPARATOR_LINE.exec(beginning)?.[1])
    return named ?? mostCells(beginning.replace(SEPARATOR_LINE, ''))
  }
  return ','
}

export const isSeparatorLine = (cells: readonly string[], delimiter: CsvDelimiter): boolean =>
  SEPARATOR_LINE.test(cells.join(delimiter))

const mostCells = (text: string): CsvDelimiter =>
  DELIMITERS.reduce((best, next) => (headerWidth(text, next) > headerWidth(text, best) ? next : best))

/** Infinity when every record is blank: `,,` is an empty table with commas rather than a heading without them. */
function headerWidth(text: string, delimiter: CsvDelimiter): number {
  const [header] = recordsOf(text, delimiter)
  return header?.cells.length ?? Number.POSITIVE_INFINITY
}
