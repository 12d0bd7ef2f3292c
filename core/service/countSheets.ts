import type { Batch } from '../domain/batch.ts'
import { type Agreed, CountSheet, type LeftOut } from '../domain/countSheet.ts'
import { DomainError } from '../domain/domainError.ts'
import type { EventOf } from '../domain/events.ts'
import { MAX_QUANTITY } from '../domain/vocabulary.ts'
import type { SideEffects, UnitOfWork } from '../ports/unitOfWork.ts'

/** @throws DomainError DuplicateSheet, UnknownBatch */
export async function openSheet({ type: _, sheet: name, refs, ...terms }: EventOf<'SheetOpened'>, uow: UnitOfWork) {
  if (await uow.sheets.get(name)) throw new DomainError('DuplicateSheet', { sheet: name })
  const sheet = new CountSheet({ name, ...terms })
  sheet.add(await batchesOf(refs, uow))
  uow.sheets.add(sheet)
}

/** @throws DomainError UnknownBatch */
export async function addSheetLines({ sheet: name, refs }: EventOf<'SheetLinesAdded'>, uow: UnitOfWork): Promise<void> {
  const sheet = await sheetOf(name, uow)
  sheet.add(await batchesOf(refs, uow))
}

/** @throws DomainError UnknownBatch when the batch was withdrawn since it came on the sheet */
export async function countSheetLine(
  { sheet: name, ref, qty }: EventOf<'SheetLineCounted'>,
  uow: UnitOfWork,
  _: SideEffects,
  by: string | null,
): Promise<void> {
  const sheet = await sheetOf(name, uow)
  const batch = await batchOf(sheet.line(ref), uow)
  if (!batch) throw new DomainError('UnknownBatch', { ref })
  sheet.count(ref, qty, batch, by)
}

/** Applies every difference that can be applied to what the batches hold now; the others are left out, and named. */
export async function postSheet({ sheet: name }: EventOf<'SheetPosted'>, uow: UnitOfWork): Promise<void> {
  const sheet = await sheetOf(name, uow)
  const applied = new Map<string, number>()
  const leftOut: LeftOut[] = []
  for (const agreed of sheet.toPost()) {
    const { ref, difference } = agreed
    if (difference === 0) continue
    const holds = (await batchOf(agreed, uow))?.qty ?? null
    if (holds === null || holds + difference < 0 || holds + difference > MAX_QUANTITY)
      leftOut.push({ ...agreed, holds })
    else applied.set(ref, difference)
  }
  for (const [ref, difference] of applied) (await uow.products.getByBatchRef(ref))!.postDifference(ref, difference)
  sheet.post(applied, leftOut)
}

export async function closeSheet({ sheet }: EventOf<'SheetClosed'>, uow: UnitOfWork): Promise<void> {
  ;(await sheetOf(sheet, uow)).close()
}

/** @throws DomainError UnknownSheet */
export async function sheetOf(name: string, { sheets }: UnitOfWork): Promise<CountSheet> {
  const sheet = await sheets.get(name)
  if (!sheet) throw new DomainError('UnknownSheet', { sheet: name })
  return sheet
}

/** The batch that was put on the sheet; undefined: it was withdrawn since, whatever has its reference by now. */
async function batchOf({ ref, sku, created }: Omit<Agreed, 'difference'>, uow: UnitOfWork): Promise<Batch | undefined> {
  const batch = (await uow.products.getByBatchRef(ref))?.batches.get(ref)
  return batch?.sku === sku && batch.created === created ? batch : undefined
}

/** @throws DomainError UnknownBatch */
async function batchesOf(refs: readonly string[], { products }: UnitOfWork): Promise<Batch[]> {
  const batches: Batch[] = []
  for (const ref of refs) {
    const batch = (await products.getByBatchRef(ref))?.batches.get(ref)
    if (!batch) throw new DomainError('UnknownBatch', { ref })
    batches.push(batch)
  }
  return batches
}
