import { basename } from 'node:path'
import { CsvError, type RowRefusal } from '../csv/csvError.ts'
import { inspectCsv } from '../csv/inspectCsv.ts'
import { readRows } from '../csv/readRecords.ts'
import { rowReader } from '../csv/rowReader.ts'
import { DomainError } from '../domain/domainError.ts'
import type { Message } from '../domain/messages.ts'
import { type Change, MAX_ORDERS, newChange } from './board.ts'

export type OrdersRead = {
  /** null: no row was right. */
  readonly change: Change | null
  readonly wrong: number
  /** The first row that was wrong, by the line that it begins on; null: none was. */
  readonly firstWrong: { readonly line: number; readonly refusal: RowRefusal } | null
}

/**
 * Reads order lines out of a CSV file, whose columns are told by their headings.
 * @throws CsvError when the file is refused: also TooManyRows
 */
export async function readOrders(path: string): Promise<OrdersRead> {
  const inspection = await inspectCsv(path)
  const readRow = rowReader('orders', inspection.mappings.orders, inspection.header.length)
  const messages: Message[] = []
  let wrong = 0
  let firstWrong: OrdersRead['firstWrong'] = null
  for await (const record of readRows(path, inspection)) {
    try {
      messages.push(readRow(record).message)
    } catch (error) {
      if (!(error instanceof DomainError || error instanceof CsvError)) throw error
      const { code, details, message } = error
      firstWrong ??= { line: record.line, refusal: { code, details, message } as RowRefusal }
      wrong++
    }
    if (messages.length > MAX_ORDERS) throw new CsvError('TooManyRows', { limit: MAX_ORDERS })
  }
  const change = messages.length > 0 ? newChange('orders', messages, basename(path)) : null
  return { change, wrong, firstWrong }
}
