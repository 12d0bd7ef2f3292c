import { DomainError } from '../domain/domainError.ts'
import type { EventOf, Message } from '../domain/events.ts'
import { Product } from '../domain/product.ts'
import type { UnitOfWork } from '../ports/unitOfWork.ts'

// Each loads, calls one domain method, and is done: what follows from it are the events that the product raises.

export async function addBatch(
  { ref, sku, qty, eta }: EventOf<'BatchCreated'>,
  { products }: UnitOfWork,
): Promise<void> {
  const holder = await products.getByBatchRef(ref)
  if (holder) throw new DomainError('DuplicateBatch', { ref, sku: holder.sku })
  const product = (await products.get(sku)) ?? products.add(new Product(sku))
  product.addBatch({ ref, qty, eta })
}

export async function allocate(order: EventOf<'AllocationRequired'>, { products }: UnitOfWork): Promise<string | null> {
  const product = await products.get(order.sku, order)
  if (!product) throw new DomainError('InvalidSku', { sku: order.sku })
  return product.allocate(order)
}

export async function reportDamage(event: EventOf<'StockDamaged'>, uow: UnitOfWork): Promise<void> {
  const product = await holderOf(event.ref, uow)
  product.damage(event)
}

export async function changeBatchQuantity(event: EventOf<'BatchQuantityChanged'>, uow: UnitOfWork): Promise<void> {
  const product = await holderOf(event.ref, uow, event.qty)
  product.changeBatchQuantity(event)
}

export async function countStock(event: EventOf<'StockCounted'>, uow: UnitOfWork): Promise<void> {
  const product = await holderOf(event.ref, uow)
  product.count(event)
}

export async function undoQuantityChange(event: EventOf<'QuantityChangeUndone'>, uow: UnitOfWork): Promise<void> {
  const { ref, added, displaced } = await quantityChange(event.undoes, uow)
  const { sku, batches } = await holderOf(ref, uow)
  for (const line of displaced) await uow.products.get(sku, line)
  const product = await holderOf(ref, uow, batches.get(ref)!.qty - added)
  product.undo({ ref, added, displaced })
}

export async function changeBatchEta(event: EventOf<'BatchEtaChanged'>, uow: UnitOfWork): Promise<void> {
  const { ref, eta } = event
  const product = eta === null ? await holderOf(ref, uow) : await uow.products.getWithLinesDueBefore(ref, eta)
  if (!product) throw new DomainError('UnknownBatch', { ref })
  product.changeBatchEta(event)
}

export async function cancelLine(event: EventOf<'OrderLineCancelled'>, { products }: UnitOfWork): Promise<void> {
  const product = await products.get(event.sku, event)
  if (!product) throw new DomainError('UnknownLine', { orderId: event.orderId, line: event.line, sku: event.sku })
  product.cancel(event)
}

export async function dispatchOrder({ orderId }: EventOf<'OrderDispatched'>, { products }: UnitOfWork): Promise<void> {
  const ordered = await products.getByOrder(orderId)
  if (ordered.length === 0) throw new DomainError('UnknownOrder', { orderId })
  for (const product of ordered) product.dispatch(orderId)
}

export async function fillBackorders(
  { sku, reason }: EventOf<'StockAvailable'>,
  { products }: UnitOfWork,
): Promise<void> {
  const product = await products.getWithBackorders(sku)
  product?.fillBackorders(reason)
}

export async function readNotices({ upTo }: EventOf<'NoticesRead'>, uow: UnitOfWork): Promise<void> {
  uow.noticesReadUpTo = upTo
}

// The people are told what they would want to know without having asked: not of a new line that found its place.

export async function tellOfPlace(event: EventOf<'Allocated'>, { notices }: UnitOfWork): Promise<void> {
  if (event.reason === null) return
  notices.push({
    kind: event.from === null ? 'filled' : 'reallocated',
    ...ofLine(event),
    from: event.from,
    to: event.ref,
  })
}

export async function tellOfWaiting(event: EventOf<'Backordered'>, { notices }: UnitOfWork): Promise<void> {
  notices.push({ kind: 'backordered', ...ofLine(event), from: event.from, to: null })
}

export async function tellOfDelay(event: EventOf<'Late'>, { notices }: UnitOfWork): Promise<void> {
  notices.push({ kind: 'late', ...ofLine({ ...event, reason: 'delayed' }), from: null, to: event.ref })
}

export async function tellNotRestored(event: EventOf<'NotRestored'>, { notices }: UnitOfWork): Promise<void> {
  notices.push({ kind: 'notRestored', ...ofLine({ ...event, reason: 'undone' }), from: null, to: event.ref })
}

export async function tellOutOfStock({ sku }: EventOf<'OutOfStock'>, { notices }: UnitOfWork): Promise<void> {
  const noLine = { orderId: null, line: null, qty: null, from: null, to: null, reason: null }
  notices.push({ kind: 'outOfStock', sku, ...noLine })
}

export async function mailOutOfStock({ sku }: EventOf<'OutOfStock'>, { outbox }: UnitOfWork): Promise<void> {
  outbox.outOfStock.push(sku)
}

export async function retryMail({ mail }: EventOf<'MailRetried'>, { outbox }: UnitOfWork): Promise<void> {
  outbox.retried.push(mail)
}

type OfLine = Pick<EventOf<'Allocated'>, 'orderId' | 'line' | 'sku' | 'qty' | 'reason'>
const ofLine = ({ orderId, line, sku, qty, reason }: OfLine) => ({ orderId, line, sku, qty, reason })

/** What a damage, count or quantity change did, as history tells it. */
async function quantityChange(seq: number, uow: UnitOfWork) {
  const stored = await uow.findMessage(seq)
  if (!stored) throw new DomainError('UnknownMessage', { seq })
  if (stored.undone) throw new DomainError('AlreadyUndone', { seq })
  const { message, outcome } = stored
  const adjusted = outcome.events.find((event) => event.type === 'StockAdjusted')
  if (!adjusted || !undoable.has(message.type)) throw new DomainError('NotUndoable', { seq, type: message.type })
  const displaced = outcome.events.filter((event) => event.type === 'Deallocated' && event.ref === adjusted.ref)
  return {
    ref: adjusted.ref,
    added: adjusted.after - adjusted.before,
    displaced: displaced as EventOf<'Deallocated'>[],
  }
}

const undoable: ReadonlySet<Message['type']> = new Set(['StockDamaged', 'StockCounted', 'BatchQuantityChanged'])

async function holderOf(ref: string, { products }: UnitOfWork, qty?: number): Promise<Product> {
  const product = await products.getByBatchRef(ref, qty)
  if (!product) throw new DomainError('UnknownBatch', { ref })
  return product
}
