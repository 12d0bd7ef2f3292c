import { writeFileSync } from 'node:fs'
import {
  type ColumnMapping,
  CsvError,
  type CsvImport,
  type CsvRefusal,
  type ImportReport,
  importCsv,
  inspectCsv,
  type Warehouse,
} from '../../../core/index.ts'
import { temporaryFile } from '../../support/files/temporaryFolder.ts'

/** A file of the running test's own. Several texts are lines. */
export function csvFile(...content: (string | Uint8Array)[]): string {
  const path = temporaryFile('file.csv')
  writeFileSync(path, typeof content[0] === 'string' ? content.join('\n') : content[0]!)
  return path
}

/** Imports the file as what its header says that it is. */
export async function importFile(
  warehouse: Warehouse,
  path: string,
  options: Partial<CsvImport> = {},
): Promise<ImportReport> {
  const { kind, mappings } = await inspectCsv(path)
  if (kind === null) throw new Error('the header does not tell what the file holds')
  return importCsv(warehouse, { path, kind, mapping: mappings[kind], ...options })
}

export const importRows = (warehouse: Warehouse, ...lines: string[]): Promise<ImportReport> =>
  importFile(warehouse, csvFile(...lines))

export const counts = ({ imported, unchanged, rejected, cancelled }: ImportReport) => ({
  imported,
  unchanged,
  rejected,
  cancelled,
})

/** Line -> why it was rejected. */
export const reasons = ({ rejectedRows }: ImportReport) =>
  Object.fromEntries(rejectedRows.map(({ line, refusal: { code, details } }) => [line, { code, details }]))

/** Why the file was refused; null when it was not. Any other error is thrown on. */
export async function fileRefusal(answer: Promise<unknown>): Promise<Pick<CsvRefusal, 'code' | 'details'> | null> {
  try {
    await answer
    return null
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { code: error.code, details: error.details } as CsvRefusal
  }
}

export const ordersByPosition: ColumnMapping = { orderId: 0, sku: 1, qty: 2 }
