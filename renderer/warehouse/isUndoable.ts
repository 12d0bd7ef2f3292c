import type { HistoryRow, MessageInput } from '../../electron/contract.ts'

const undoable: Readonly<Record<MessageInput['type'], boolean>> = {
  StockDamaged: true,
  StockCounted: true,
  BatchQuantityChanged: true,
  BatchCreated: true,
  AllocationRequired: true,
  MessageUndone: true,
  BatchEtaChanged: true,
  OrderLineCancelled: true,
  OrderDispatched: true,
  DispatchConfirmed: true,
  ImportStarted: false,
  ImportUndone: false,
  NoticesRead: false,
  MailRetried: false,
}

/** Whether a person can take the entry back; what a message caused is undone with the message, and only once. */
export const isUndoable = ({ seq, cause, event, undone }: HistoryRow): boolean =>
  seq === cause && !undone && undoable[event.type as MessageInput['type']]
