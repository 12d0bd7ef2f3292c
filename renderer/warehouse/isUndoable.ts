import type { HistoryRow, UndoableType } from '../../electron/contract.ts'

const undoable: Readonly<Record<UndoableType, true>> = {
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
}

/** Whether a person can take the entry back; what a message caused is undone with the message, and only once. */
export const isUndoable = ({ seq, cause, event, undone }: HistoryRow): boolean =>
  seq === cause && !undone && Object.hasOwn(undoable, event.type)
