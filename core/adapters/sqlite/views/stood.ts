import { available } from '../../../domain/batch.ts'
import type { ProductState } from '../../../domain/productState.ts'
import type { Moment, StoodRow } from '../../../ports/views.ts'
import type { Prepare } from './page.ts'
import { endOfMessage, lastUntil } from './recordedEvents.ts'
import { replay } from './standing.ts'

type Told = (progress: { readonly done: number; readonly total: number }) => void

/** Replays one SKU after the other, so that it holds no more of history than that of one. */
export async function readStood(prepare: Prepare, moment: Moment, onProgress?: Told): Promise<readonly StoodRow[]> {
  const upTo = endOfMessage(prepare, 'seq' in moment ? moment.seq : lastUntil(prepare, moment.at))
  const skus = prepare('SELECT sku FROM products ORDER BY sku').pluck().all() as string[]
  const rows: StoodRow[] = []
  for (const [at, sku] of skus.entries()) {
    const state = await replay(prepare, sku, upTo)
    if (state.batches.size + state.lines.size > 0) rows.push(rowOf(state))
    onProgress?.({ done: at + 1, total: skus.length })
  }
  return rows
}

function rowOf({ sku, batches, lines }: ProductState): StoodRow {
  const row = { onHand: 0, inShipments: 0, allocated: 0, setAside: 0, availableNow: 0, backordered: 0, waiting: 0 }
  for (const batch of batches.values()) {
    row[batch.eta === null ? 'onHand' : 'inShipments'] += batch.qty
    row.allocated += batch.allocated
    row.setAside += batch.setAside
    if (batch.eta === null) row.availableNow += available(batch)
  }
  let due: string | null = null
  for (const { state, qty, dueDate } of lines.values()) {
    if (state !== 'backordered') continue
    row.waiting++
    row.backordered += qty
    if (dueDate !== null && (due === null || dueDate < due)) due = dueDate
  }
  return { sku, ...row, due }
}
