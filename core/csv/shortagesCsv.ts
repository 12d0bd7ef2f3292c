import type { Cursor } from '../ports/views.ts'
import type { Warehouse } from '../service/warehouse.ts'
import { BYTE_ORDER_MARK, csv } from './csvText.ts'
import { writeChosenFile } from './writeChosenFile.ts'

/** What heads the columns, in the person's language. */
export type ShortageHeadings = { readonly sku: string; readonly units: string; readonly due: string }

const PAGE = 1000 // rows

/** What is short, for a supplier: each SKU with the units that lines wait for, and their earliest due date. */
export async function* shortagesCsv(
  warehouse: Pick<Warehouse, 'view'>,
  { sku, units, due }: ShortageHeadings,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csv([[sku, units, due]])
  let after: Cursor | null | undefined
  do {
    const page = await warehouse.view('shortages', { limit: PAGE, ...(after && { after }) })
    if (page.rows.length > 0) yield csv(page.rows.map((row) => [row.sku, row.units, row.due ?? '']))
    after = page.next
  } while (after)
}

/**
 * Writes it to a file, which is replaced if it exists.
 * @throws CsvError UnwritableFile
 */
export const saveShortages = (
  path: string,
  warehouse: Pick<Warehouse, 'view'>,
  headings: ShortageHeadings,
): Promise<void> => writeChosenFile(path, shortagesCsv(warehouse, headings))
