import { MAX_SHEET_LINES } from '../domain/vocabulary.ts'
import type { SheetLineRow } from '../ports/views.ts'
import type { Warehouse } from '../service/warehouse.ts'
import { BYTE_ORDER_MARK, csv } from './csvText.ts'
import { writeChosenFile } from './writeChosenFile.ts'

const columns = ['ref', 'sku', 'expected', 'qty', 'difference', 'by'] as const satisfies readonly (keyof SheetLineRow)[]

/** What the columns are called, in the person's language. */
export type SheetHeadings = Readonly<Record<(typeof columns)[number], string>>

/**
 * Writes the lines of a count sheet to a file. What a blind sheet does not tell yet is an empty cell, to be filled in.
 * @throws CsvError UnwritableFile
 */
export async function saveSheet(path: string, warehouse: Warehouse, sheet: string, headings: SheetHeadings) {
  const { rows } = await warehouse.view('sheetLines', { sheet, limit: MAX_SHEET_LINES })
  const cells = rows.map((row) => columns.map((column) => row[column]))
  await writeChosenFile(path, [BYTE_ORDER_MARK, csv([columns.map((column) => headings[column]), ...cells])])
}
