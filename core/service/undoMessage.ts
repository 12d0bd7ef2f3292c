import { capacity } from '../domain/batch.ts'
import { DomainError } from '../domain/domainError.ts'
import type { EventOf } from '../domain/events.ts'
import type { Product } from '../domain/product.ts'
import { type BatchReversal, type Reversal, reversalsOf } from '../domain/reversal.ts'
import type { StoredMessage, UnitOfWork } from '../ports/unitOfWork.ts'
import { sheetOf } from './countSheets.ts'

/** Takes back what a message did, to all the products that it changed, or to none. */
export async function undoMessage({ undoes }: EventOf<'MessageUndone'>, uow: UnitOfWork): Promise<void> {
  const { reversals, turned } = await whatToTakeBack(undoes, uow)
  const sheet = turned && (await sheetOf(turned.sheet, uow))
  const loaded: { product: Product; reversal: Reversal }[] = []
  for (const reversal of reversals) loaded.push({ product: await load(reversal, uow), reversal })
  for (const { product, reversal } of loaded) product.refuseToTakeBack(reversal)
  if (turned) sheet!.refuseToTakeBack(turned)
  for (const { product, reversal } of loaded) product.takeBack(reversal)
  if (turned) sheet!.takeBack(turned, addedBy(reversals))
}

/** The units that taking back adds to batches, by their references. */
const addedBy = (reversals: readonly Reversal[]): ReadonlyMap<string, number> =>
  new Map(
    reversals.flatMap(({ batches }) =>
      batches.flatMap((batch) => (batch.change === 'stock' ? [[batch.ref, -batch.added] as const] : [])),
    ),
  )

/** @throws DomainError UnknownMessage; NotUndoable when it is no import */
export async function refuseToUndoOthers({ undoes: seq }: EventOf<'ImportUndone'>, uow: UnitOfWork): Promise<void> {
  const { type } = (await storedMessage(seq, uow)).message
  if (type !== 'ImportStarted') throw new DomainError('NotUndoable', { seq, type })
}

/**
 * What it changed of products; and of a count sheet that it posted, closed or opened again.
 * @throws DomainError UnknownMessage, AlreadyUndone, NotUndoable
 */
async function whatToTakeBack(seq: number, uow: UnitOfWork) {
  const { message, outcome, undone } = await storedMessage(seq, uow)
  if (undone) throw new DomainError('AlreadyUndone', { seq })
  const reversals = reversalsOf(message, outcome.events)
  const turned = outcome.events.find((event) => event.type === 'SheetStateChanged')
  if (reversals.length === 0 && !turned) throw new DomainError('NotUndoable', { seq, type: message.type })
  return { reversals, turned }
}

/** @throws DomainError UnknownMessage */
async function storedMessage(seq: number, uow: UnitOfWork): Promise<StoredMessage> {
  const stored = await uow.findMessage(seq)
  if (!stored) throw new DomainError('UnknownMessage', { seq })
  return stored
}

/** The product with everything that is to be taken back, and what it may displace. */
async function load(
  { sku, batches, lines, priorities, pins, quantities }: Reversal,
  uow: UnitOfWork,
): Promise<Product> {
  const { products } = uow
  const product = (await products.get(sku))!
  for (const line of lines) {
    await products.get(sku, line)
    if (line.before.ref !== null) await products.getByBatchRef(line.before.ref)
  }
  for (const line of [...priorities, ...pins, ...quantities]) await products.get(sku, line)
  for (const batch of batches) await loadBatch(batch, product, uow)
  return product
}

async function loadBatch(batch: BatchReversal, { sku, batches }: Product, { products }: UnitOfWork): Promise<void> {
  const holder =
    batch.change === 'created' ? await products.getToWithdraw(batch.ref) : await products.getByBatchRef(batch.ref)
  if (batch.change === 'withdrawn' && holder)
    throw new DomainError('DuplicateBatch', { ref: batch.ref, sku: holder.sku })
  if (holder?.sku !== sku) return // which the product refuses, unless the batch comes back
  if (batch.change === 'stock') {
    const units = capacity(batches.get(batch.ref)!) - batch.added + batch.setAside
    await products.getByBatchRef(batch.ref, units)
  }
  if (batch.change === 'arrival' && batch.before !== null) await products.getWithLinesDueBefore(batch.ref, batch.before)
}
