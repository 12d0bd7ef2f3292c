import type { EventOf } from '../domain/events.ts'
import type { Notice } from '../domain/notice.ts'
import type { SideEffects, UnitOfWork } from '../ports/unitOfWork.ts'

// People are told what they would want to know without having asked: not of a new line that found its place.

export async function notifyReallocated(
  event: EventOf<'Allocated'>,
  _: UnitOfWork,
  { notices }: SideEffects,
): Promise<void> {
  if (event.reason === null) return
  const kind = event.from === null ? 'filled' : 'reallocated'
  notices.push({ kind, ...ofLine(event), from: event.from, to: event.ref, reason: event.reason })
}

export async function notifyBackordered(
  event: EventOf<'Backordered'>,
  _: UnitOfWork,
  { notices }: SideEffects,
): Promise<void> {
  notices.push({ kind: 'backordered', ...ofLine(event), from: event.from, to: null, reason: event.reason })
}

export async function notifyLate(event: EventOf<'Late'>, _: UnitOfWork, { notices }: SideEffects): Promise<void> {
  notices.push({ kind: 'late', ...ofLine(event), from: null, to: event.ref, reason: 'delayed' })
}

export async function notifyNotRestored(
  event: EventOf<'NotRestored'>,
  _: UnitOfWork,
  { notices }: SideEffects,
): Promise<void> {
  notices.push({ kind: 'notRestored', ...ofLine(event), from: null, to: event.ref, reason: 'undone' })
}

export async function notifyOutOfStock(
  { sku }: EventOf<'OutOfStock'>,
  _: UnitOfWork,
  { notices }: SideEffects,
): Promise<void> {
  const noLine = { orderId: null, line: null, qty: null, from: null, to: null, reason: null }
  notices.push({ kind: 'outOfStock', sku, ...noLine })
}

export async function mailOutOfStock(
  { sku }: EventOf<'OutOfStock'>,
  _: UnitOfWork,
  { outbox }: SideEffects,
): Promise<void> {
  outbox.outOfStock.push(sku)
}

const ofLine = ({ orderId, line, sku, qty }: Pick<Notice, 'sku'> & { orderId: string; line: number; qty: number }) => ({
  orderId,
  line,
  sku,
  qty,
})
