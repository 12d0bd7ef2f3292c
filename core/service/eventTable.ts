import type { Event, EventOf } from '../domain/events.ts'
import type { UnitOfWork } from '../ports/unitOfWork.ts'
import {
  addBatch,
  allocate,
  cancelLine,
  changeBatchEta,
  changeBatchQuantity,
  countStock,
  dispatchOrder,
  fillBackorders,
  mailOutOfStock,
  readNotices,
  reportDamage,
  retryMail,
  tellNotRestored,
  tellOfDelay,
  tellOfPlace,
  tellOfWaiting,
  tellOutOfStock,
  undoQuantityChange,
} from './handlers.ts'

type Handler<E extends Event> = (event: E, uow: UnitOfWork) => Promise<string | null> | Promise<void>
type EventTable = { readonly [T in Event['type']]: readonly Handler<EventOf<T>>[] }

/** What each event causes. The comment names the events that its handlers may raise in turn. */
export const eventTable: EventTable = {
  // a person, a scanner or a file sends
  BatchCreated: [addBatch], //                    StockAvailable
  AllocationRequired: [allocate], //              Allocated | Backordered, OutOfStock
  BatchQuantityChanged: [changeBatchQuantity], // StockAdjusted, Deallocated + AllocationRequired for each displaced line, StockAvailable
  StockDamaged: [reportDamage], //                BatchQuantityChanged
  StockCounted: [countStock], //                  BatchQuantityChanged
  QuantityChangeUndone: [undoQuantityChange], //  StockAdjusted, Deallocated + Allocated or NotRestored for each line, StockAvailable
  BatchEtaChanged: [changeBatchEta], //           Deallocated + Allocated or Late for each line that would be late, StockAvailable
  OrderLineCancelled: [cancelLine], //            Deallocated, StockAvailable
  OrderDispatched: [dispatchOrder], //            Dispatched or NotDispatched for each line
  NoticesRead: [readNotices],
  MailRetried: [retryMail],

  // a product raises
  Allocated: [tellOfPlace],
  Deallocated: [], //                             only history: the line's new place is what people are told
  Backordered: [tellOfWaiting],
  Late: [tellOfDelay],
  NotRestored: [tellNotRestored],
  Dispatched: [],
  NotDispatched: [],
  StockAdjusted: [],
  OutOfStock: [tellOutOfStock, mailOutOfStock],
  StockAvailable: [fillBackorders], //            Allocated for each waiting line that fits
}

export const handlersOf = <E extends Event>(event: E): readonly Handler<E>[] =>
  eventTable[event.type] as unknown as readonly Handler<E>[]
