import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'
import { prepareHistory } from '../../../core/adapters/sqlite/history/historyStatements.ts'
import { encodeEvent } from '../../../core/adapters/sqlite/history/storedEvent.ts'
import { toStoredId } from '../../../core/adapters/sqlite/history/storedId.ts'
import { encodeResults } from '../../../core/adapters/sqlite/history/storedResults.ts'
import { prepareProducts } from '../../../core/adapters/sqlite/productStatements.ts'
import { NEVER, NO_DUE_DATE, rankOf } from '../../../core/adapters/sqlite/rows.ts'
import type { Event } from '../../../core/domain/events.ts'
import type { Notice } from '../../../core/domain/notice.ts'
import type { PlannedBatch, PlannedLine } from '../data/plan.ts'
import type { BoundBatch, BoundLine, BoundMessage, BoundRows } from './boundRows.ts'

type Product = { version: number; batches: number; lines: number }
const nothingStored: Product = { version: 0, batches: 0, lines: 0 }
const nobodyMoved = { allocated: 0, backordered: 0, dispatched: 0, cancelled: 0, units: 0 }

/**
 * Writes what the core writes, into a file that the core made: lines, products with their versions and counters, late lines,
 * history with ids, notices, search; and handles a message once. By the plainest SQL, and nothing else.
 */
export class EqualRows implements BoundRows {
  readonly #db: Database.Database
  readonly #sql: ReturnType<typeof prepare>
  #sku = ''
  #stored: Product = nothingStored
  #product: Product = nothingStored
  #counts = { ...nobodyMoved }
  #events: Event[] = []
  #notices: Notice[] = []
  #saidOutOfStock = false
  #reason: string | null = null

  constructor(file: string) {
    this.#db = new Database(file)
    this.#db.pragma('synchronous = FULL')
    this.#db.pragma('foreign_keys = ON')
    this.#sql = prepare(this.#db)
  }

  close(): void {
    this.#db.close()
  }

  inTransaction<T>(messages: readonly BoundMessage[], job: (message: BoundMessage) => T): T[] {
    return this.#db.transaction(() => messages.map((message) => this.#once(message, () => job(message)))).immediate()
  }

  #once<T>(message: BoundMessage, job: () => T): T {
    const id = toStoredId(randomUUID())
    if (this.#sql.messageOfId.get(id)) throw new Error('ids are never given twice')
    this.#begin(message)
    const result = job()
    this.#writeProduct()
    this.#writeHistory(message, id, typeof result === 'string' ? result : null)
    return result
  }

  #begin(message: BoundMessage): void {
    this.#sku = 'sku' in message ? message.sku : this.batch(message.ref).sku
    this.#stored = this.#sql.product.get(this.#sku) ?? this.#addProduct()
    this.#product = { ...this.#stored }
    this.#counts = { ...nobodyMoved }
    this.#events = []
    this.#notices = []
    this.#saidOutOfStock = false
    this.#reason = message.type === 'BatchQuantityChanged' ? message.reason : null
  }

  /** Its batches refer to it. */
  #addProduct(): Product {
    this.#sql.insertProduct.run({ sku: this.#sku, ...nothingStored, ...nobodyMoved })
    return nothingStored
  }

  #writeProduct(): void {
    this.#sql.updateProduct.run({ sku: this.#sku, stored: this.#stored.version, ...this.#product, ...this.#counts })
  }

  #writeHistory(message: BoundMessage, id: ReturnType<typeof toStoredId>, result: string | null): void {
    const outcome = { results: [result, null], events: this.#events, notices: this.#notices }
    const sent = { at: Date.now(), by: 'Kim', partOf: null, undoes: null, results: encodeResults(outcome) }
    const seq = this.#sql.insertMessage.run(sent, ...this.#rowOf(message)).lastInsertRowid
    this.#sql.insertId.run(id, seq)
    for (const [index, event] of this.#events.entries()) this.#sql.insertRaised.run(index + 1, ...this.#rowOf(event))
    for (const notice of this.#notices) {
      const written = this.#sql.insertNotice.run({ ...notice, message: seq }).lastInsertRowid
      if (notice.from !== null) this.#writeGaveWay(written, notice.from, notice.to)
    }
  }

  #writeGaveWay(notice: number | bigint, from: string, to: string | null): void {
    const [fromEta, toEta]: [string, string] = [this.#sql.eta.get(from)!, to === null ? NEVER : this.#sql.eta.get(to)!]
    if (fromEta < toEta) this.#sql.insertGaveWay.run(notice, fromEta, toEta)
  }

  #rowOf(event: Event) {
    const ref = 'ref' in event ? event.ref : null
    return [...encodeEvent(event), this.#sku, ref, 'orderId' in event ? event.orderId : null]
  }

  firstWithRoom(sku: string, units: number): string | undefined {
    return this.#sql.firstWithRoom.get(sku, units)
  }
  withRoom(sku: string): BoundBatch[] {
    return this.#sql.withRoom.all(sku)
  }
  batch(ref: string): BoundBatch {
    return this.#sql.holder.get(ref)!
  }
  worstProtected(ref: string): Iterable<BoundLine> {
    return this.#sql.leastProtected.iterate(ref)
  }
  waiting(sku: string, units: number): BoundLine[] {
    return this.#sql.mostUrgent.all(sku, units)
  }

  addBatch({ ref, sku, qty, eta }: PlannedBatch): void {
    this.#product.batches++
    const created = ++this.#product.version
    this.#sql.insertBatch.run({ ref, sku, qty, allocated: 0, setAside: 0, eta: eta ?? '', created })
    this.#reason = 'batchCreated'
  }

  addLine({ orderId, sku, line, qty, dueDate, customer, priority }: PlannedLine, ref: string | null): void {
    this.#product.lines++
    const ordered = ++this.#product.version
    const allocated = ref === null ? null : ++this.#product.version
    const state = ref === null ? 'backordered' : 'allocated'
    const row = {
      sku,
      orderId,
      line,
      qty,
      splitOff: 0,
      due: dueDate ?? NO_DUE_DATE,
      rank: rankOf({ priority, pinned: false }),
      customer,
    }
    this.#sql.insertLine.run({ ...row, state, batchRef: ref, ordered, allocated, departed: 0 })
    this.#countLate(dueDate ?? null, ref, 1)
    this.#tell({ orderId, line, sku, qty }, null, ref)
    this.#count(state, 1, qty)
  }

  putBatch({ ref, qty, allocated }: BoundBatch): void {
    this.#sql.updateBatch.run({ ref, qty, allocated, setAside: 0 })
  }

  displace(line: BoundLine, from: string, room: number): void {
    const { dueDate, customer, priority, since, seq: _, ...of } = line
    this.#product.version++
    this.#events.push({ type: 'Deallocated', ...of, ref: from, since: since!, room, reason: this.#reason! })
    this.#events.push({ type: 'AllocationRequired', ...of, dueDate, customer, priority })
    this.#count('allocated', -1, line.qty)
    this.#count('backordered', 1, line.qty)
  }

  move({ seq, orderId, line, sku, qty, dueDate }: BoundLine, from: string | null, ref: string | null): void {
    this.#countLate(dueDate, from, -1)
    this.#countLate(dueDate, ref, 1)
    const since = ref === null ? null : ++this.#product.version
    this.#sql.moveLine.run(ref === null ? 'backordered' : 'allocated', ref, since, seq)
    this.#tell({ orderId, line, sku, qty }, from, ref)
    if (ref === null) return
    this.#count('backordered', -1, qty)
    this.#count('allocated', 1, qty)
  }

  adjust({ ref, sku, qty: before }: BoundBatch, after: number): void {
    const created = this.#sql.created.get(ref)!
    this.#product.version++
    this.#events.push({ type: 'StockAdjusted', ref, sku, created, before, after, reason: this.#reason! })
  }

  offer(sku: string): void {
    this.#events.push({ type: 'StockAvailable', sku, reason: this.#reason! })
  }

  /** @param ref null: the line waits */
  #countLate(due: string | null, ref: string | null, lines: 1 | -1): void {
    if (due === null || ref === null) return
    const eta: string = this.#sql.eta.get(ref)!
    if (due < eta) this.#sql.addToLateDay.run({ due, eta, lines })
  }

  #count(state: 'allocated' | 'backordered', lines: number, qty: number): void {
    this.#counts[state] += lines
    if (state === 'backordered') this.#counts.units += lines * qty
  }

  #tell(
    line: Omit<BoundLine, 'seq' | 'since' | 'dueDate' | 'customer' | 'priority'>,
    from: string | null,
    ref: string | null,
  ): void {
    const reason = this.#reason
    if (ref !== null) this.#events.push({ type: 'Allocated', ...line, ref, since: this.#product.version, from, reason })
    else this.#events.push({ type: 'Backordered', ...line, from, reason })
    const kind = ref === null ? 'backordered' : from === null ? 'filled' : 'reallocated'
    if (kind !== 'filled' || reason !== null) this.#notices.push({ kind, ...line, from, to: ref, reason })
    if (ref !== null || this.#saidOutOfStock) return
    const { sku } = line
    this.#saidOutOfStock = true
    this.#events.push({ type: 'OutOfStock', sku })
    const ofNoLine = { orderId: null, line: null, qty: null, from: null, to: null, reason: null }
    this.#notices.push({ kind: 'outOfStock', sku, ...ofNoLine })
  }
}

function prepare(db: Database.Database) {
  const sql = (text: string) => db.prepare<unknown[], never>(text) // `never`: a row is what its reader says it is
  const line = `seq, order_id AS orderId, line, sku, qty, allocated AS since, nullif(due, '~') AS dueDate,
    -rank AS priority, customer`
  const batch = 'ref, sku, qty, allocated'
  return {
    ...prepareProducts(db),
    ...prepareHistory(db),
    product: sql('SELECT version, batches, lines FROM products WHERE sku = ?'),
    firstWithRoom: sql(
      'SELECT ref FROM batches WHERE sku = ? AND room > 0 AND room >= ? ORDER BY eta, created LIMIT 1',
    ).pluck(),
    withRoom: sql(`SELECT ${batch} FROM batches WHERE sku = ? AND room > 0 ORDER BY eta, created`),
    holder: sql(`SELECT ${batch} FROM batches WHERE ref = ?`),
    eta: sql('SELECT eta FROM batches WHERE ref = ?').pluck(),
    created: sql('SELECT created FROM batches WHERE ref = ?').pluck(),
    leastProtected: sql(
      `SELECT ${line} FROM lines WHERE batch_ref = ? AND state = 'allocated' ORDER BY rank DESC, due DESC, allocated DESC`,
    ),
    mostUrgent: sql(
      `SELECT ${line} FROM lines WHERE sku = ? AND state = 'backordered' AND qty <= ? ORDER BY rank, due, ordered`,
    ),
    moveLine: sql('UPDATE lines SET state = ?, batch_ref = ?, allocated = ? WHERE seq = ?'),
  }
}
