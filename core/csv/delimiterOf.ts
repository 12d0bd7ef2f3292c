import Papa from 'papaparse'
import { type CsvEncoding, readText } from './readText.ts'

const DELIMITERS = [',', ';', '\t'] as const
export type CsvDelimiter = (typeof DELIMITERS)[number]

/** The one that splits the header into the most cells. The header decides, since a row may be wrong. */
export async function delimiterOf(path: string, encoding: CsvEncoding): Promise<CsvDelimiter> {
  for await (const { text } of readText(path, encoding)) {
    const beginning = text.replace(/^\s*\n/, '')
    if (beginning.trim() !== '')
      return DELIMITERS.reduce((best, next) => (cells(beginning, next) > cells(beginning, best) ? next : best))
  }
  return ','
}

function cells(text: string, delimiter: CsvDelimiter): number {
  const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: 1 })
  return data[0]?.length ?? 0
}
