import type { Event, EventOf } from '../domain/events.ts'
import { noticeOf } from '../domain/notice.ts'
import type { SideEffects, UnitOfWork } from '../ports/unitOfWork.ts'

export async function notify(event: Event, _: UnitOfWork, { notices }: SideEffects): Promise<void> {
  const notice = noticeOf(event)
  if (notice) notices.push(notice)
}

export async function mailOutOfStock(
  { sku }: EventOf<'OutOfStock'>,
  _: UnitOfWork,
  { outbox }: SideEffects,
): Promise<void> {
  outbox.outOfStock.push(sku)
}
