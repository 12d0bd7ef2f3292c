import type { Accuracy, Page, SheetLineRow, SheetRow, ViewParams } from '../../../ports/views.ts'
import { equals, type List, type Prepare, readPage } from './page.ts'

type StoredSheet = Omit<SheetRow, 'blind' | 'counts' | 'accuracy'> &
  SheetRow['counts'] & { blind: 0 | 1; accuracy: string }

const ofState = (state: keyof SheetRow['counts']) =>
  `(SELECT count(*) FROM sheet_lines WHERE sheet = seq AND state = '${state}') AS ${state}`

const sheets: List<StoredSheet> = {
  columns: `seq, name, person, blind, recount_units AS recountUnits, recount_percent AS recountPercent, state,
    (SELECT count(*) FROM sheet_lines WHERE sheet = seq) AS lines,
    ${ofState('uncounted')}, ${ofState('recount')}, ${ofState('agreed')},
    iif(state <> 'posted', NULL, (SELECT json_object(
      'counted', count(*), 'exact', count(*) FILTER (WHERE agreed = 0),
      'surplus', ifnull(sum(agreed) FILTER (WHERE agreed > 0), 0),
      'missing', ifnull(-sum(agreed) FILTER (WHERE agreed < 0), 0),
      'expected', ifnull(sum((SELECT qty - difference FROM sheet_counts WHERE sheet_counts.sheet = seq
        AND sheet_counts.place = sheet_lines.place ORDER BY nth DESC LIMIT 1)), 0),
      'leftOut', count(*) FILTER (WHERE posted IS NULL))
      FROM sheet_lines WHERE sheet = seq AND agreed IS NOT NULL)) AS accuracy`,
  from: 'sheets',
  keys: { seq: (row) => row.seq },
  descending: true,
}

export function readSheets(prepare: Prepare, params: ViewParams<'sheets'>): Page<SheetRow> {
  const filters = [equals('name', 'name', params.name), equals('state', 'state', params.state)]
  const { rows, next } = readPage(prepare, sheets, filters, params)
  return { rows: rows.map(toSheetRow), next }
}

const toSheetRow = ({ blind, uncounted, recount, agreed, accuracy, ...row }: StoredSheet): SheetRow => ({
  ...row,
  blind: blind === 1,
  counts: { uncounted, recount, agreed },
  accuracy: JSON.parse(accuracy) as Accuracy | null,
})

/** Whether the sheet of the row may tell what is expected and what was found: not while it is blind and not posted. */
export const TOLD = `(blind = 0 OR sheets.state = 'posted')`
const told = (expression: string) => `iif(${TOLD}, ${expression}, NULL)`

const lines: List<SheetLineRow> = {
  columns: `sheet_lines.place, sheet_lines.ref, sheet_lines.sku, sheet_lines.state,
    ifnull(nth + 1, 0) AS times, by, ${told('sheet_counts.qty')} AS qty,
    ${told('ifnull(sheet_counts.qty - difference, batches.qty)')} AS expected,
    ${told('difference')} AS difference, posted`,
  from: `sheets JOIN sheet_lines ON sheet_lines.sheet = seq
    LEFT JOIN sheet_counts ON sheet_counts.sheet = seq AND sheet_counts.place = sheet_lines.place AND nth = (
      SELECT max(nth) FROM sheet_counts AS other WHERE other.sheet = seq AND other.place = sheet_lines.place)
    LEFT JOIN batches ON batches.ref = sheet_lines.ref AND batches.created = sheet_lines.created`,
  keys: { 'sheet_lines.place': (row) => row.place },
}

export function readSheetLines(prepare: Prepare, params: ViewParams<'sheetLines'>): Page<SheetLineRow> {
  const { sheet, ref, state } = params
  const filters = [
    equals('name', 'sheet', sheet),
    equals('sheet_lines.ref', 'ref', ref),
    equals('sheet_lines.state', 'state', state),
  ]
  return readPage(prepare, lines, filters, params)
}
