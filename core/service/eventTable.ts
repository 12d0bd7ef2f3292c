import type { Event, EventOf } from '../domain/events.ts'
import type { SideEffects, UnitOfWork } from '../ports/unitOfWork.ts'
import { addSheetLines, closeSheet, countSheetLine, openSheet, postSheet } from './countSheets.ts'
import {
  acknowledgeNotices,
  addBatch,
  allocate,
  changeBatchEta,
  changeBatchQuantity,
  fillBackorders,
  giveNotices,
  givePlace,
  mailReport,
  moveInTime,
  onBatch,
  onLine,
  onOrder,
  readNotices,
  reopenNotices,
  retryMail,
  setAside,
  splitLine,
} from './handlers.ts'
import { mailOutOfStock, notify } from './notifications.ts'
import { refuseToUndoOthers, undoMessage } from './undoMessage.ts'

type Handler<E extends Event> = (
  event: E,
  uow: UnitOfWork,
  effects: SideEffects,
  by: string | null,
) => Promise<string | null> | Promise<void>
type EventTable = { readonly [T in Event['type']]: readonly Handler<EventOf<T>>[] }

/** What each event causes. The comment names the events that its handlers may raise in turn. */
const eventTable: EventTable = {
  // a person, a scanner or a file sends
  BatchCreated: [addBatch], //                    StockAvailable
  AllocationRequired: [allocate], //              Allocated | Backordered, OutOfStock
  BatchQuantityChanged: [changeBatchQuantity], // SetAsideChanged, StockAdjusted, Deallocated + AllocationRequired for each displaced line, StockAvailable
  StockDamaged: [onBatch('damage')], //           BatchQuantityChanged
  StockCounted: [onBatch('count')], //            BatchQuantityChanged
  StockSetAside: [setAside], //                   SetAsideChanged, Deallocated + AllocationRequired for each displaced line, StockAvailable
  SetAsideReleased: [onBatch('release')], //      SetAsideChanged, StockAvailable
  SetAsideRemoved: [onBatch('discard')], //       SetAsideChanged, StockAdjusted
  BatchEtaChanged: [changeBatchEta], //           ArrivalChanged, DueDateMissed for each line that would be late
  OrderLineCancelled: [onLine('cancel')], //      Deallocated, LineCancelled, StockAvailable
  OrderDispatched: [onOrder('dispatch')], //      Dispatched or NotDispatched for each line
  DispatchConfirmed: [onOrder('confirm')], //     Departed for each line
  SheetOpened: [openSheet],
  SheetLinesAdded: [addSheetLines],
  SheetLineCounted: [countSheetLine],
  SheetPosted: [postSheet], //                    BatchQuantityChanged for each difference, CountLeftOut, SheetStateChanged
  SheetClosed: [closeSheet], //                   SheetStateChanged
  MessageUndone: [undoMessage], //                the reverse of each change, SheetStateChanged, NotRestored, Late, AllocationRequired, StockAvailable
  LinePriorityChanged: [onLine('changePriority')], // PriorityChanged
  LinePinned: [onLine('pin')], //                 PinChanged
  LineUnpinned: [onLine('unpin')], //             PinChanged
  PlaceGiven: [givePlace], //                     Deallocated, Allocated, AllocationRequired for the line that gave way, StockAvailable
  LineSplit: [splitLine], //                      LineQuantityChanged, AllocationRequired for the part, StockAvailable
  ImportStarted: [],
  ImportUndone: [refuseToUndoOthers], //          its parts are taken back by a MessageUndone each
  NoticesRead: [readNotices],
  NoticesAcknowledged: [acknowledgeNotices],
  NoticesGiven: [giveNotices],
  NoticesReopened: [reopenNotices],
  MailRetried: [retryMail],
  ReportMade: [mailReport],

  // a product changes
  Allocated: [notify],
  Deallocated: [], //                             the line's new place is what people are told
  StockAdjusted: [],
  SetAsideChanged: [],
  ArrivalChanged: [],
  LineCancelled: [],
  PriorityChanged: [],
  LineQuantityChanged: [],
  PinChanged: [],
  Dispatched: [],
  Departed: [],
  BatchWithdrawn: [],
  BatchReinstated: [],
  LineWithdrawn: [],
  LineReinstated: [],
  LineReopened: [],
  DispatchUndone: [],
  DepartureUndone: [],

  // a product says
  Backordered: [notify],
  DueDateMissed: [moveInTime], //                 Deallocated, Allocated, StockAvailable | Late
  Late: [notify],
  NotDispatched: [],
  NotRestored: [notify],
  OutOfStock: [notify, mailOutOfStock],
  SheetStateChanged: [],
  CountLeftOut: [],
  StockAvailable: [fillBackorders], //            Allocated for each waiting line that fits
}

export const handlersOf = <E extends Event>(event: E): readonly Handler<E>[] =>
  eventTable[event.type] as unknown as readonly Handler<E>[]
