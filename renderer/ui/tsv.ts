import { type CellValue, plainText } from './cellValue.ts'

/** Rows for the clipboard: a spreadsheet has each value in a cell of its own, and runs none of them. */
export const tsv = (rows: readonly (readonly CellValue[])[]): string =>
  rows.map((row) => row.map(cell).join('\t')).join('\r\n')

function cell(value: CellValue): string {
  const text = plainText(value).replace(/[\t\r\n\v\f\0\u2028\u2029]+/g, ' ')
  return typeof value === 'string' && startsFormula.test(text) ? `'${text}` : text
}

/** Of a text; a number with a sign is none. */
const startsFormula = /^(?![-+]?\d+(\.\d+)?$)[=+\-@]/
