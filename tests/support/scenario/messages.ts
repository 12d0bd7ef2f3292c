import type { MessageInput } from '../../../core/index.ts'

// Messages as short as a test wants to read them; what it does not say is the same in every test.

export const SKU = 'SMALL-TABLE'

type Written<T extends MessageInput['type']> = Extract<MessageInput, { type: T }>
type Extra<T extends MessageInput['type']> = Partial<Omit<Written<T>, 'type'>>

export const batch = (ref: string, qty: number, extra: Extra<'BatchCreated'> = {}): Written<'BatchCreated'> => ({
  type: 'BatchCreated',
  ref,
  sku: SKU,
  qty,
  eta: null,
  ...extra,
})

export const order = (
  orderId: string,
  qty: number,
  extra: Extra<'AllocationRequired'> = {},
): Written<'AllocationRequired'> => ({ type: 'AllocationRequired', orderId, sku: SKU, qty, ...extra })

/** The batch now holds so many. */
export const quantity = (
  ref: string,
  qty: number,
  extra: Extra<'BatchQuantityChanged'> = {},
): Written<'BatchQuantityChanged'> => ({ type: 'BatchQuantityChanged', ref, qty, ...extra })

/** So many of the batch are gone. */
export const damage = (ref: string, qty: number, extra: Extra<'StockDamaged'> = {}): Written<'StockDamaged'> => ({
  type: 'StockDamaged',
  ref,
  qty,
  reason: 'water',
  ...extra,
})

/** So many were found where so many were expected. */
export const count = (
  ref: string,
  qty: number,
  expected: number,
  extra: Extra<'StockCounted'> = {},
): Written<'StockCounted'> => ({ type: 'StockCounted', ref, qty, expected, ...extra })

/** So many of the batch wait for inspection. */
export const setAside = (ref: string, qty: number): Written<'StockSetAside'> => ({
  type: 'StockSetAside',
  ref,
  qty,
  reason: 'water',
})
export const release = (ref: string, qty: number): Written<'SetAsideReleased'> => ({
  type: 'SetAsideReleased',
  ref,
  qty,
})
export const remove = (ref: string, qty: number): Written<'SetAsideRemoved'> => ({
  type: 'SetAsideRemoved',
  ref,
  qty,
  reason: 'water',
})

/** `seq`: of the message that is taken back, in history. */
export const undo = (seq: number): Written<'MessageUndone'> => ({ type: 'MessageUndone', undoes: seq })

/** The batch now comes that day; null: it is here. */
export const comes = (ref: string, eta: string | null): Written<'BatchEtaChanged'> => ({
  type: 'BatchEtaChanged',
  ref,
  eta,
})

export const cancel = (orderId: string, extra: Extra<'OrderLineCancelled'> = {}): Written<'OrderLineCancelled'> => ({
  type: 'OrderLineCancelled',
  orderId,
  sku: SKU,
  ...extra,
})

export const prefer = (orderId: string, priority: number): Written<'LinePriorityChanged'> => ({
  type: 'LinePriorityChanged',
  orderId,
  sku: SKU,
  priority,
  reason: 'promised',
})

const ofLine = (orderId: string) => ({ orderId, sku: SKU, reason: 'promised' })
export const pin = (orderId: string): Written<'LinePinned'> => ({ type: 'LinePinned', ...ofLine(orderId) })
export const unpin = (orderId: string): Written<'LineUnpinned'> => ({ type: 'LineUnpinned', ...ofLine(orderId) })

export const give = (orderId: string, toOrderId: string): Written<'PlaceGiven'> => ({
  type: 'PlaceGiven',
  ...ofLine(orderId),
  toOrderId,
})
export const split = (orderId: string, qty: number): Written<'LineSplit'> => ({
  type: 'LineSplit',
  ...ofLine(orderId),
  qty,
})

export const dispatch = (orderId: string): Written<'OrderDispatched'> => ({ type: 'OrderDispatched', orderId })

/** Its goods have left the premises. */
export const departed = (orderId: string): Written<'DispatchConfirmed'> => ({ type: 'DispatchConfirmed', orderId })

export const noticesRead = (upTo: number): Written<'NoticesRead'> => ({ type: 'NoticesRead', upTo })

export const sheet = (name: string, refs: string[], extra: Extra<'SheetOpened'> = {}): Written<'SheetOpened'> => ({
  type: 'SheetOpened',
  sheet: name,
  refs,
  blind: true,
  ...extra,
})
/** So many were found of the batch on the sheet. */
export const countOn = (sheet: string, ref: string, qty: number): Written<'SheetLineCounted'> => ({
  type: 'SheetLineCounted',
  sheet,
  ref,
  qty,
})
export const post = (sheet: string): Written<'SheetPosted'> => ({ type: 'SheetPosted', sheet })
export const close = (sheet: string): Written<'SheetClosed'> => ({ type: 'SheetClosed', sheet })
