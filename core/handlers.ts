import { DomainError } from './domain/domainError.ts'
import type { EventOf } from './domain/events.ts'
import type { Notice } from './domain/notice.ts'
import { Product } from './domain/product.ts'
import type { UnitOfWork } from './unitOfWork.ts'

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

export async function tellOutOfStock({ sku }: EventOf<'OutOfStock'>, { notices }: UnitOfWork): Promise<void> {
  const noLine = { orderId: null, line: null, qty: null, from: null, to: null, reason: null }
  notices.push({ kind: 'outOfStock', sku, ...noLine })
}

const ofLine = ({ orderId, line, sku, qty, reason }: EventOf<'Allocated' | 'Backordered'>) =>
  ({ orderId, line, sku, qty, reason }) satisfies Partial<Notice>

async function holderOf(ref: string, { products }: UnitOfWork, qty?: number): Promise<Product> {
  const product = await products.getByBatchRef(ref, qty)
  if (!product) throw new DomainError('UnknownBatch', { ref })
  return product
}
