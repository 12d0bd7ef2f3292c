import { capacity } from '../domain/batch.ts'
import { DomainError } from '../domain/domainError.ts'
import type { EventOf } from '../domain/events.ts'
import type { LineId } from '../domain/orderLine.ts'
import { Product } from '../domain/product.ts'
import type { SideEffects, UnitOfWork } from '../ports/unitOfWork.ts'

// Each loads, calls one method of the domain, and is done: what follows are the events that the product raises.

/** The methods of a product that take such an input. */
type MethodFor<Input> = {
  [M in keyof Product]: Product[M] extends (input: Input) => void ? M : never
}[keyof Product]

/** Calls the method of the product that has the batch, which needs nothing else of it. */
export const onBatch =
  <E extends { readonly ref: string }>(method: MethodFor<E>) =>
  async (event: E, uow: UnitOfWork): Promise<void> => {
    const product = await holderOf(event.ref, uow)
    const change = product[method] as (event: E) => void
    change.call(product, event)
  }

/** Calls the method of each product that the order asks for, by SKU. */
export const onOrder =
  (method: MethodFor<string>) =>
  async ({ orderId }: { readonly orderId: string }, uow: UnitOfWork): Promise<void> => {
    for (const product of await ordered(orderId, uow)) product[method](orderId)
  }

export async function addBatch(created: EventOf<'BatchCreated'>, { products }: UnitOfWork): Promise<void> {
  const { ref, sku } = created
  const holder = await products.getByBatchRef(ref)
  if (holder) throw new DomainError('DuplicateBatch', { ref, sku: holder.sku })
  const product = (await products.get(sku)) ?? products.add(new Product(sku))
  product.addBatch(created)
}

export async function allocate(order: EventOf<'AllocationRequired'>, { products }: UnitOfWork): Promise<string | null> {
  const product = await products.getToPlace(order.sku, order, order.qty)
  if (!product?.isKnown) throw new DomainError('InvalidSku', { sku: order.sku })
  return product.allocate(order)
}

export async function changeBatchQuantity(event: EventOf<'BatchQuantityChanged'>, uow: UnitOfWork): Promise<void> {
  const { ref, qty } = event
  const product = await holderOf(ref, uow)
  await uow.products.getByBatchRef(ref, product.capacityWith(ref, qty))
  product.changeBatchQuantity(event)
}

export async function setAside(event: EventOf<'StockSetAside'>, uow: UnitOfWork): Promise<void> {
  const { ref, qty } = event
  const product = await holderOf(ref, uow)
  await uow.products.getByBatchRef(ref, capacity(product.batches.get(ref)!) - qty)
  product.setAside(event)
}

export async function changeBatchEta(event: EventOf<'BatchEtaChanged'>, uow: UnitOfWork): Promise<void> {
  const { ref, eta } = event
  const product = eta === null ? await holderOf(ref, uow) : await uow.products.getWithLinesDueBefore(ref, eta)
  if (!product) throw new DomainError('UnknownBatch', { ref })
  product.changeBatchEta(event)
}

export async function moveInTime(event: EventOf<'DueDateMissed'>, { products }: UnitOfWork): Promise<void> {
  const product = await products.getToPlace(event.sku, event, event.qty)
  product!.moveInTime(event)
}

/** Calls the method of the product that has the line, which needs nothing else of it but the line's batch. */
export const onLine =
  <E extends LineId & { readonly sku: string }>(method: MethodFor<E>) =>
  async (event: E, { products }: UnitOfWork): Promise<void> => {
    const { orderId, line, sku } = event
    const product = await products.get(sku, event)
    if (!product) throw new DomainError('UnknownLine', { orderId, line, sku })
    const change = product[method] as (event: E) => void
    change.call(product, event)
  }

export async function givePlace(event: EventOf<'PlaceGiven'>, { products }: UnitOfWork): Promise<void> {
  const { orderId, line, sku, toOrderId, toLine } = event
  const product = await products.get(sku, event)
  if (!product) throw new DomainError('UnknownLine', { orderId, line, sku })
  await products.get(sku, { orderId: toOrderId, line: toLine })
  product.givePlace(event)
}

export async function splitLine(event: EventOf<'LineSplit'>, { products }: UnitOfWork): Promise<void> {
  const { orderId, line, sku } = event
  await products.getByOrder(orderId)
  const product = await products.get(sku)
  if (!product) throw new DomainError('UnknownLine', { orderId, line, sku })
  product.split(event)
}

export async function fillBackorders(
  { sku, reason }: EventOf<'StockAvailable'>,
  { products }: UnitOfWork,
): Promise<void> {
  const product = await products.getWithBackorders(sku)
  product?.fillBackorders(reason)
}

export async function readNotices(
  { upTo }: EventOf<'NoticesRead'>,
  _: UnitOfWork,
  effects: SideEffects,
): Promise<void> {
  effects.noticesReadUpTo = upTo
}

export async function acknowledgeNotices(
  { origin, upTo, note }: EventOf<'NoticesAcknowledged'>,
  uow: UnitOfWork,
  effects: SideEffects,
  by: string | null,
): Promise<void> {
  await refuseWithoutNotices(origin, uow)
  effects.noticeWork = { origin, acknowledged: { upTo, by }, ...(note !== undefined && { note }) }
}

export async function giveNotices(
  { origin, to, note }: EventOf<'NoticesGiven'>,
  uow: UnitOfWork,
  effects: SideEffects,
): Promise<void> {
  await refuseWithoutNotices(origin, uow)
  effects.noticeWork = { origin, given: to, ...(note !== undefined && { note }) }
}

export async function reopenNotices(
  { origin }: EventOf<'NoticesReopened'>,
  uow: UnitOfWork,
  effects: SideEffects,
): Promise<void> {
  await refuseWithoutNotices(origin, uow)
  effects.noticeWork = { origin, acknowledged: null }
}

/** @throws DomainError NoNotices */
async function refuseWithoutNotices(origin: number, uow: UnitOfWork): Promise<void> {
  if (!(await uow.hasNotices(origin))) throw new DomainError('NoNotices', { origin })
}

export async function retryMail(
  { mail }: EventOf<'MailRetried'>,
  _: UnitOfWork,
  { outbox }: SideEffects,
): Promise<void> {
  outbox.retried.push(mail)
}

export async function mailReport(
  { mail }: EventOf<'ReportMade'>,
  _: UnitOfWork,
  { outbox }: SideEffects,
): Promise<void> {
  outbox.report = mail
}

/** @throws DomainError UnknownOrder */
async function ordered(orderId: string, { products }: UnitOfWork): Promise<Product[]> {
  const found = await products.getByOrder(orderId)
  if (found.length === 0) throw new DomainError('UnknownOrder', { orderId })
  return found
}

/** @throws DomainError UnknownBatch */
async function holderOf(ref: string, { products }: UnitOfWork): Promise<Product> {
  const product = await products.getByBatchRef(ref)
  if (!product) throw new DomainError('UnknownBatch', { ref })
  return product
}
