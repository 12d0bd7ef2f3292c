import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import { prepareHistory } from '../../../core/adapters/sqlite/history/historyStatements.ts'
import { encodeEvent } from '../../../core/adapters/sqlite/history/storedEvent.ts'
import { toStoredId } from '../../../core/adapters/sqlite/history/storedId.ts'
import { encodeResults } from '../../../core/adapters/sqlite/history/storedResults.ts'
import type { Event } from '../../../core/domain/events.ts'
import type { Message } from '../../../core/domain/messages.ts'
import type { OrderLine } from '../../../core/domain/orderLine.ts'
import { openWarehouse } from '../../../core/index.ts'
import type { Outcome } from '../../../core/ports/unitOfWork.ts'
import { fillInBulk } from './bulk.ts'
import { BulkStock } from './bulkStock.ts'
import type { Plan } from './plan.ts'
import { day } from './random.ts'

/** When, and by whom, every message of a plan came. */
export const SENT = { at: `${day(0)}T09:00:00.000Z`, by: 'Kim' }

/** Makes a file of the core as if every message of the plan had come: a test compares the two. */
export async function makeCoreFile(file: string, plan: Plan): Promise<void> {
  await (await openWarehouse({ database: file })).close()
  await fillInBulk(file, async (db) => {
    db.exec('BEGIN')
    const stock = new BulkStock()
    const record = recorder(db)
    const addLine = lineAdder(db)
    for (const message of plan()) {
      const { outcome, lines } = await stock.handle(message)
      record(message, outcome)
      for (const line of lines) addLine(line)
    }
    addStock(db, stock)
    db.exec('COMMIT')
  })
}

function recorder(db: Database.Database): (message: Message, outcome: Outcome) => void {
  const { insertMessage, insertId, insertRaised } = prepareHistory(db)
  const addNotice = db.prepare(
    `INSERT INTO notices (message, origin, kind, order_id, line, sku, qty, from_ref, to_ref, reason)
     VALUES (@message, @message, @kind, @orderId, @line, @sku, @qty, @from, @to, @reason)`,
  )
  const row = (event: Event) => [
    ...encodeEvent(event),
    'sku' in event ? event.sku : null,
    'ref' in event ? event.ref : null,
    'orderId' in event ? event.orderId : null,
  ]
  const sent = { at: Date.parse(SENT.at), by: SENT.by, partOf: null, undoes: null }
  return (message, outcome) => {
    const cause = insertMessage.run({ ...sent, results: encodeResults(outcome) }, ...row(message)).lastInsertRowid
    insertId.run(toStoredId(randomUUID()), cause)
    for (const [index, event] of outcome.events.entries()) insertRaised.run(index + 1, ...row(event))
    for (const notice of outcome.notices) addNotice.run({ message: cause, ...notice })
  }
}

function lineAdder(db: Database.Database): (line: OrderLine) => void {
  const add = db.prepare(
    `INSERT INTO lines (sku, order_id, line, qty, due, rank, state, batch_ref, ordered, allocated, departed)
     VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, 0)`,
  )
  return ({ sku, orderId, line, qty, dueDate, state, batchRef, ordered, allocated }) =>
    add.run(sku, orderId, line, qty, dueDate ?? '~', state, batchRef, ordered, allocated)
}

type LinesOf = { sku: string; allocated: number; backordered: number; units: number }

function addStock(db: Database.Database, { products, batches }: BulkStock): void {
  const counted = db.prepare<[], LinesOf>(
    `SELECT sku, count(*) FILTER (WHERE state = 'allocated') AS allocated,
       count(*) FILTER (WHERE state = 'backordered') AS backordered,
       total(qty) FILTER (WHERE state = 'backordered') AS units FROM lines GROUP BY sku`,
  )
  const lines = new Map(counted.all().map((row) => [row.sku, row]))
  const addProduct = db.prepare(
    'INSERT INTO products VALUES (@sku, @version, @batches, @lines, @allocated, @backordered, 0, 0, @units)',
  )
  for (const product of products)
    addProduct.run({ allocated: 0, backordered: 0, units: 0, ...lines.get(product.sku), ...product })
  const addBatch = db.prepare(
    'INSERT INTO batches (ref, sku, qty, allocated, set_aside, eta, created) VALUES (@ref, @sku, @qty, @allocated, 0, @eta, @created)',
  )
  for (const batch of batches) addBatch.run({ ...batch, eta: batch.eta ?? '' })
  db.exec(
    `INSERT INTO late_days (due, eta, lines)
     SELECT due, eta, count(*) FROM lines JOIN batches ON ref = batch_ref WHERE due < eta GROUP BY due, eta`,
  )
}
