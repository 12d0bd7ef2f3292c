import { smtpTransport } from './adapters/smtp/smtpTransport.ts'
import type { Backups } from './adapters/sqlite/backups/backups.ts'
import { openStore } from './adapters/sqlite/open/openStore.ts'
import { Warehouse } from './service/warehouse.ts'

export { writeDurably } from './adapters/durable.ts'
export type { PhotoFolder } from './adapters/photos/photoFolder.ts'
export { parseSmtpSettings, type SmtpSettings, type SmtpSettingsInput } from './adapters/smtp/smtpSettings.ts'
export { Backups, photosBeside } from './adapters/sqlite/backups/backups.ts'
export { copyBackups } from './adapters/sqlite/backups/copyBackups.ts'
export { CsvError, type CsvRefusal, type RowRefusal } from './csv/csvError.ts'
export { type CsvImport, importCsv } from './csv/importCsv.ts'
export type { ImportProgress } from './csv/importProgress.ts'
export type { ImportReport, RejectedRow } from './csv/importTally.ts'
export { type CsvInspection, inspectCsv } from './csv/inspectCsv.ts'
export { type CsvKind, csvKinds } from './csv/kinds.ts'
export type { ColumnMapping } from './csv/mapping.ts'
export { saveRejected } from './csv/rejectedCsv.ts'
export { writeChosenFile } from './csv/writeChosenFile.ts'
export type { LineConsequence, Place, SumsOf } from './domain/consequence.ts'
export { DomainError, type Problem, type Refusal } from './domain/domainError.ts'
export type { Event } from './domain/events.ts'
export {
  type Message,
  type MessageInput,
  operatorNameSchema,
  type UndoableType,
  undoableTypes,
} from './domain/messages.ts'
export type { Notice } from './domain/notice.ts'
export { type ConsequenceKind, type LineState, MAX_QUANTITY, type NoticeKind } from './domain/vocabulary.ts'
export type {
  Backup,
  BackupOptions,
  BackupProgress,
  BackupReason,
  BackupSource,
  VerifyOptions,
  VerifyProgress,
} from './ports/backups.ts'
export type { MailTexts, MailTransport } from './ports/mailTransport.ts'
export type { MailFailure, MailFailureReason, MailState, QueuedMail } from './ports/outbox.ts'
export { isStorageError, StorageError, type StorageFailure } from './ports/storageError.ts'
export type { Commit, Outcome } from './ports/unitOfWork.ts'
export type * from './ports/views.ts'
export { type ImportUndo, previewUndoImport, undoImport } from './service/undoImport.ts'
export type { Answer, Foresight, Warehouse } from './service/warehouse.ts'
export {
  type Board,
  boardNameSchema,
  type Change,
  type ChangeKind,
  changeKinds,
  entriesOf,
  messagesOf,
  newChange,
  ofEachChange,
  parseBoard,
  withoutDone,
} from './whatIf/board.ts'
export { type OrdersRead, readOrders } from './whatIf/readOrders.ts'

export { smtpTransport }

/**
 * The one entrance to the core.
 *
 *     const warehouse = await openWarehouse({ database: 'path/to/file.db' }) // or ':memory:'
 *     await warehouse.handle({ type: 'BatchCreated', ref: 'b1', sku: 'SMALL-TABLE', qty: 20, eta: null }, { id, by })
 *
 * From here: `warehouse.ts` takes the message in, `messageBus.ts` runs it through `eventTable.ts` and `handlers.ts`,
 * `domain/product.ts` decides, and `adapters/sqlite/unitOfWork.ts` writes.
 *
 * @param backups of the same database: one is made before its form changes, and while there are any, a database that is
 * gone or empty is not taken for a new one
 * @param asItIs opens it all the same, and even when rules of the domain are broken
 * @param now the clock that messages are stamped with
 * @throws StorageError when there is a database that cannot be opened, or that is not whole
 */
export async function openWarehouse({
  database,
  backups,
  asItIs,
  now = () => new Date(),
}: {
  database: string
  backups?: Backups
  asItIs?: boolean
  now?: () => Date
}): Promise<Warehouse> {
  return new Warehouse(await openStore(database, { backups, asItIs }), now)
}
export type { Cell, TableFormat } from './tables/table.ts'
export { TableFile } from './tables/tableFile.ts'
