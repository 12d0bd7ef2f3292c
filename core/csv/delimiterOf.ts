import { type CsvEncoding, readText } from './readText.ts'
import { recordsOf } from './recordParser.ts'

const DELIMITERS = [',', ';', '\t'] as const
export type CsvDelimiter = (typeof DELIMITERS)[number]

/**
 * A first line such as `sep=;`, which Excel writes and obeys: it names the delimiter, and is no part of the table.
 * https://learn.microsoft.com/en-us/answers/questions/4840042
 */
const SEPARATOR_LINE = /^"?sep=(.?)"?(?:\n|$)/i

/** The one that a separator line names; else the one that splits the header into the most cells, since a row may be wrong. */
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

/** Infinity when the text is blank if it is split so: then it has no header, whatever else it could be taken for. */
function headerWidth(text: string, delimiter: CsvDelimiter): number {
  const [header] = recordsOf(text, delimiter)
  return header?.cells.length ?? Number.POSITIVE_INFINITY
}
