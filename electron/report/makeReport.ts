import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Cell, TableFile, type Warehouse, writeChosenFile } from '../../core/index.ts'
import type { ReportPaper } from '../contract.ts'
import { texts } from '../texts.ts'
import type { ReportPages } from './reportPages.ts'
import { cellsOf, headingOf, type ReportSection, reportColumns, reportSections } from './reportSections.ts'

/** Rows of a part that the PDF has; the CSV file has all. */
const MOST_ROWS = 500

type Wanted = { readonly day: string; readonly since: string; readonly folder: string; readonly pages: ReportPages }

/**
 * Writes the report of a day as PDF and as CSV, in place of what an attempt before this one wrote. Returns the names of the files.
 * @throws CsvError UnwritableFile
 */
export async function makeReport(warehouse: Warehouse, { day, since, folder, pages }: Wanted): Promise<string[]> {
  const t = texts()
  const sections = reportSections(warehouse, day, since, t)
  const name = `${t('report.file')} ${day}`
  const files = [`${name}.pdf`, `${name}.csv`] as const
  await mkdir(folder, { recursive: true }).catch(() => {}) // what writes into it says that it cannot
  await writeCsv(join(folder, files[1]), sections)
  const parts = await Promise.all(sections.map(firstOf))
  const pdf = await pages.pdfOf({ title: t('report.title', { day }), since, parts })
  await writeChosenFile(join(folder, files[0]), pdf)
  return [...files]
}

async function writeCsv(path: string, sections: readonly ReportSection[]): Promise<void> {
  const t = texts()
  const file = new TableFile(path, 'csv')
  try {
    await file.write([[t('report.part'), ...reportColumns.map((column) => headingOf(column, t))]])
    for (const { title, pages } of sections)
      for await (const rows of pages()) await file.write(rows.map((row) => [title, ...cellsOf(row, reportColumns)]))
  } catch (error) {
    await file.cancel()
    throw error
  }
  await file.end()
}

async function firstOf({ title, columns, pages }: ReportSection): Promise<ReportPaper['parts'][number]> {
  const t = texts()
  const rows: (readonly Cell[])[] = []
  let count = 0
  for await (const page of pages()) {
    count += page.length
    if (rows.length < MOST_ROWS) rows.push(...page.map((row) => cellsOf(row, columns)))
    if (count > MOST_ROWS) break
  }
  const heading = columns.map((column) => headingOf(column, t))
  return { title, heading, rows: rows.slice(0, MOST_ROWS), isCut: count > MOST_ROWS }
}
