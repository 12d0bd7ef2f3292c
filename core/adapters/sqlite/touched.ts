import { type Stored, touchedBy } from '../../domain/consequence.ts'
import type { Event, EventOf } from '../../domain/events.ts'
import { slices } from '../../lib/slices.ts'
import { BATCH, LINE } from './productStatements.ts'
import { IN_WAREHOUSE, RANKS, type StoredBatch, type StoredLine, toBatch, toLine } from './rows.ts'
import type { Prepare } from './views/page.ts'

/**
 * What is stored of the batches and lines that the events change; with the lines that a batch which arrives on another day
 * makes late, or in time, without an event of their own.
 */
export async function readTouched(prepare: Prepare, events: readonly Event[]): Promise<Stored> {
  const pause = slices()
  const { refs, lines } = touchedBy(events)
  const batches = new Map<string, StoredBatch>()
  const found = new Map<string, StoredLine>()
  const takeBatch = (ref: string | null) => {
    if (ref === null || batches.has(ref)) return
    const row = prepare(`SELECT ${BATCH} FROM batches WHERE ref = ?`).get(ref) as StoredBatch | undefined
    if (row) batches.set(ref, row)
  }
  const takeLine = (row: StoredLine) => {
    found.set(`${row.sku} ${row.line} ${row.orderId}`, row)
    takeBatch(row.batchRef)
  }
  for (const ref of refs) {
    await pause()
    takeBatch(ref)
  }
  const ofLine = prepare(
    `SELECT ${LINE} FROM lines WHERE order_id = @orderId AND sku = @sku AND line = @line AND state <> 'withdrawn'`,
  )
  for (const { orderId, sku, line } of lines.values()) {
    await pause()
    const row = ofLine.get({ orderId, sku, line }) as StoredLine | undefined
    if (row) takeLine(row)
  }
  for (const { ref, first, last } of changedArrivals(events, batches)) {
    await pause()
    const between = prepare(
      `SELECT ${LINE} FROM lines WHERE batch_ref = ? AND state = 'allocated' AND rank IN (${RANKS}) AND due >= ? AND due < ?`,
    )
    for (const row of between.all(ref, first, last)) takeLine(row as StoredLine)
  }
  return { batches: [...batches.values()].map(toBatch), lines: [...found.values()].map(toLine) }
}

/** The batches that come to arrive on another day, with the earlier of both days and the later: a line due between is affected. */
function changedArrivals(events: readonly Event[], batches: ReadonlyMap<string, StoredBatch>) {
  const changes = events.filter((event): event is EventOf<'ArrivalChanged'> => event.type === 'ArrivalChanged')
  return [...new Map(changes.map(({ ref, after }) => [ref, after ?? IN_WAREHOUSE]))].flatMap(([ref, after]) => {
    const before = batches.get(ref)?.eta
    if (before === undefined || before === after) return []
    const [first, last] = [before, after].sort()
    return [{ ref, first, last }]
  })
}
