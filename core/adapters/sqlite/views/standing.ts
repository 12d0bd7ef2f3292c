import { available, type Batch } from '../../../domain/batch.ts'
import { isLate, type OrderLine } from '../../../domain/orderLine.ts'
import { ProductState } from '../../../domain/productState.ts'
import { slices } from '../../../lib/slices.ts'
import type { Page, StandingRow, ViewParams } from '../../../ports/views.ts'
import { IN_WAREHOUSE } from '../rows.ts'
import { cutPage, type Keys, type Prepare, sortedBy } from './page.ts'
import { endOfMessage, eventsOf, lastUntil, skuOfBatch } from './recordedEvents.ts'

type Params = ViewParams<'standing'>
type Keyed = { readonly key: readonly [sku: string, list: number, eta: string, age: number]; readonly row: StandingRow }

const keys: Keys<Keyed> = {
  sku: ({ key: [sku] }) => sku,
  list: ({ key: [, list] }) => list,
  eta: ({ key: [, , eta] }) => eta,
  age: ({ key: [, , , age] }) => age,
}

/** Replays what history has of the products until then. */
export async function readStanding(prepare: Prepare, params: Params): Promise<Page<StandingRow>> {
  const upTo = endOfMessage(prepare, params.seq ?? lastUntil(prepare, params.at!))
  const found: Keyed[][] = []
  for (const sku of skusOf(prepare, params, upTo))
    found.push(await whileReplayed(prepare, sku, upTo, (state) => rowsOf(state, params)))
  const page = cutPage(sortedBy(found.flat(), keys), keys, params)
  return { ...page, rows: page.rows.map(({ row }) => row) }
}

/** Of an order, those that it asked for at any time: a line that was withdrawn keeps its row. */
function skusOf(prepare: Prepare, { sku, orderId, batchRef }: Params, upTo: number): string[] {
  if (sku !== undefined) return [sku]
  if (batchRef !== undefined) return [skuOfBatch(prepare, batchRef, upTo)].filter((found) => found !== undefined)
  return prepare('SELECT DISTINCT sku FROM lines WHERE order_id = ?').pluck().all(orderId) as string[]
}

type Replayed = { readonly state: ProductState; readonly upTo: number }

/** The last product that was replayed: its next page, or a step forward, goes on from there, since history only grows. */
const last = new WeakMap<Prepare, Replayed>()

/** `read`: at once, since the state goes on to change. */
async function whileReplayed<T>(
  prepare: Prepare,
  sku: string,
  upTo: number,
  read: (state: ProductState) => T,
): Promise<T> {
  const known = last.get(prepare)
  last.delete(prepare) // while it is replayed, nobody else goes on with it
  const goesOn = known?.state.sku === sku && known.upTo <= upTo
  const state = await replay(prepare, sku, upTo, goesOn ? known : null)
  last.set(prepare, { state, upTo })
  return read(state)
}

/** A SKU as it stood. @param from null: from the beginning */
export async function replay(
  prepare: Prepare,
  sku: string,
  upTo: number,
  from: Replayed | null = null,
): Promise<ProductState> {
  const pause = slices()
  const state = from?.state ?? new ProductState(sku, 0, { batches: 0, lines: 0 })
  for (const event of eventsOf(prepare, sku, upTo, from?.upTo)) {
    await pause()
    state.apply(event)
  }
  return state
}

function rowsOf({ batches, lines }: ProductState, { orderId, batchRef }: Params): Keyed[] {
  const ofLines = [...lines.values()].filter(
    (line) => line.orderId === (orderId ?? line.orderId) && (batchRef === undefined || line.batchRef === batchRef),
  )
  const refs = new Set(orderId === undefined ? batches.keys() : ofLines.map((line) => line.batchRef))
  const ofBatches = [...batches.values()].filter(({ ref }) => refs.has(ref) && ref === (batchRef ?? ref))
  return [...ofBatches.map(batchRow), ...ofLines.map((line) => lineRow(line, batches.get(line.batchRef ?? '')))]
}

function batchRow(batch: Batch): Keyed {
  const { ref, sku, eta, qty, allocated, setAside, created } = batch
  return {
    key: [sku, 0, eta ?? IN_WAREHOUSE, created],
    row: { kind: 'batch', ref, sku, eta, qty, allocated, setAside, available: available(batch) },
  }
}

function lineRow(line: OrderLine, batch: Batch | undefined): Keyed {
  const { orderId, line: number, sku, qty, dueDate, priority, customer, state, batchRef, departed, ordered } = line
  const pinned = state === 'allocated' && line.pinned
  const eta = batch?.eta ?? null
  const late = state === 'allocated' && isLate(dueDate, eta)
  return {
    key: [sku, 1, '', ordered],
    row: {
      kind: 'line',
      orderId,
      line: number,
      sku,
      qty,
      dueDate,
      priority,
      customer,
      state,
      batchRef,
      eta,
      late,
      pinned,
      departed,
    },
  }
}
