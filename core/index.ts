import { SqliteStore } from './adapters/sqlite/store.ts'
import { Warehouse } from './warehouse.ts'

export {
  CsvError,
  type CsvRefusal,
  type RowRefusal,
} from './csv/csvError.ts'
export { type CsvImport, importCsv } from './csv/importCsv.ts'
export type { ImportProgress } from './csv/importProgress.ts'
export type { ImportReport, RejectedRow } from './csv/importTally.ts'
export { type CsvInspection, inspectCsv } from './csv/inspectCsv.ts'
export { type CsvField, type CsvKind, csvKinds } from './csv/kinds.ts'
export type { ColumnMapping } from './csv/mapping.ts'
export { type RejectedWording, rejectedCsv, saveRejected } from './csv/rejectedCsv.ts'
export { DomainError, type Problem, type Refusal } from './domain/domainError.ts'
export type { Event, Message, MessageInput, RaisedEvent } from './domain/events.ts'
export type { Notice } from './domain/notice.ts'
export type { LineState } from './domain/orderLine.ts'
export { eventTable } from './eventTable.ts'
export type { Outcome } from './unitOfWork.ts'
export type * from './views.ts'
export type { BrokenInvariant, Commit, Sender, Warehouse } from './warehouse.ts'

/**
 * The one entrance to the core.
 *
 *     const warehouse = await openWarehouse({ database: 'path/to/file.db' }) // or ':memory:'
 *     await warehouse.handle({ type: 'BatchCreated', ref: 'b1', sku: 'SMALL-TABLE', qty: 20, eta: null }, { id, by })
 *
 * From here: `warehouse.ts` takes the message in, `messageBus.ts` runs it through `eventTable.ts` and `handlers.ts`,
 * `domain/product.ts` decides, and `adapters/sqlite/unitOfWork.ts` writes.
 *
 * @param now the clock that messages are stamped with
 * @throws Error when the file cannot be opened, or is another's
 */
export async function openWarehouse({
  database,
  now = () => new Date(),
}: {
  database: string
  now?: () => Date
}): Promise<Warehouse> {
  return new Warehouse(new SqliteStore(database), now)
}
