import { DomainError } from '../domain/domainError.ts'
import type { EventOf } from '../domain/events.ts'
import type { Message } from '../domain/messages.ts'
import type { Product } from '../domain/product.ts'
import { type BatchReversal, type Reversal, reversalsOf } from '../domain/reversal.ts'
import { undoableTypes } from '../domain/vocabulary.ts'
import type { UnitOfWork } from '../ports/unitOfWork.ts'

/** Takes back what a message did, to all the products that it changed, or to none. */
export async function undoMessage({ undoes }: EventOf<'MessageUndone'>, uow: UnitOfWork): Promise<void> {
  const reversals = await whatToTakeBack(undoes, uow)
  const loaded: { product: Product; reversal: Reversal }[] = []
  for (const reversal of reversals) loaded.push({ product: await load(reversal, uow), reversal })
  for (const { product, reversal } of loaded) product.refuseToTakeBack(reversal)
  for (const { product, reversal } of loaded) product.takeBack(reversal)
}

/** @throws DomainError UnknownMessage; NotUndoable when it is no import */
export async function refuseToUndoOthers({ undoes: seq }: EventOf<'ImportUndone'>, uow: UnitOfWork): Promise<void> {
  const stored = await uow.findMessage(seq)
  if (!stored) throw new DomainError('UnknownMessage', { seq })
  const { type } = stored.message
  if (type !== 'ImportStarted') throw new DomainError('NotUndoable', { seq, type })
}

/** @throws DomainError UnknownMessage, AlreadyUndone, NotUndoable */
async function whatToTakeBack(seq: number, uow: UnitOfWork): Promise<Reversal[]> {
  const stored = await uow.findMessage(seq)
  if (!stored) throw new DomainError('UnknownMessage', { seq })
  if (stored.undone) throw new DomainError('AlreadyUndone', { seq })
  const { message, outcome } = stored
  const reversals = isUndoable(message) ? reversalsOf(message, outcome.events) : []
  if (reversals.length === 0) throw new DomainError('NotUndoable', { seq, type: message.type })
  return reversals
}

const isUndoable = ({ type }: Message): boolean => (undoableTypes as readonly string[]).includes(type)

/** The product with everything that is to be taken back, and what it may displace. */
async function load({ sku, batches, lines }: Reversal, uow: UnitOfWork): Promise<Product> {
  const { products } = uow
  const product = (await products.get(sku))!
  for (const line of lines) {
    await products.get(sku, line)
    if (line.before.ref !== null) await products.getByBatchRef(line.before.ref)
  }
  for (const batch of batches) await loadBatch(batch, product, uow)
  return product
}

async function loadBatch(batch: BatchReversal, { sku, batches }: Product, { products }: UnitOfWork): Promise<void> {
  const holder =
    batch.change === 'created' ? await products.getToWithdraw(batch.ref) : await products.getByBatchRef(batch.ref)
  if (batch.change === 'withdrawn' && holder)
    throw new DomainError('DuplicateBatch', { ref: batch.ref, sku: holder.sku })
  if (batch.change !== 'withdrawn' && holder?.sku !== sku) throw new DomainError('UnknownBatch', { ref: batch.ref })
  if (batch.change === 'quantity') await products.getByBatchRef(batch.ref, batches.get(batch.ref)!.qty - batch.added)
  if (batch.change === 'arrival' && batch.before !== null) await products.getWithLinesDueBefore(batch.ref, batch.before)
}
