import Database from 'better-sqlite3'
import type { Event, Message } from '../../domain/events.ts'
import type { Notice } from '../../domain/notice.ts'
import type { OutboxChanges } from '../../ports/outbox.ts'
import { ConcurrencyError, type Envelope, type Outcome, type UnitOfWork } from '../../ports/unitOfWork.ts'
import { SqliteOutbox } from './outbox.ts'
import { prepareProducts } from './productStatements.ts'
import { SqliteProducts } from './products.ts'

const NOTICE = 'kind, order_id AS orderId, line, sku, qty, from_ref AS "from", to_ref AS "to", reason'

type StoredMessage = { readonly seq: number; readonly event: string; readonly results: string }

export type Statements = ReturnType<typeof prepare>

/** Everything that a unit of work reads and writes, prepared once for a connection. */
export function prepare(db: Database.Database) {
  return {
    products: prepareProducts(db),
    outbox: new SqliteOutbox(db),
    /** One IMMEDIATE transaction: one that began as a reader and turns into a writer may fail at once. */
    transaction: db.transaction((work: () => void) => work()).immediate,
    messageOfId: db.prepare<[string], StoredMessage>('SELECT seq, event, results FROM history WHERE id = ?'),
    message: db.prepare<[number], StoredMessage>(
      'SELECT seq, event, results FROM history WHERE seq = ? AND cause IS NULL',
    ),
    undoing: db.prepare<[number], unknown>('SELECT seq FROM history WHERE undoes = ?'),
    nextMessage: db
      .prepare<[number], number>('SELECT seq FROM history WHERE seq > ? AND cause IS NULL ORDER BY seq LIMIT 1')
      .pluck(),
    caused: db
      .prepare<[number, number], string>('SELECT event FROM history WHERE seq > ? AND seq < ? ORDER BY seq')
      .pluck(),
    noticesOf: db.prepare<[number], Notice>(`SELECT ${NOTICE} FROM notices WHERE message = ? ORDER BY seq`),
    addMessage: db.prepare(
      `INSERT INTO history (id, at, by, results, undoes, sku, batch_ref, order_id, event)
       VALUES (@id, @at, @by, @results, @undoes, ?, ?, ?, ?)`,
    ),
    addRaised: db.prepare('INSERT INTO history (cause, sku, batch_ref, order_id, event) VALUES (?, ?, ?, ?, ?)'),
    addNotice: db.prepare(
      `INSERT INTO notices (message, kind, order_id, line, sku, qty, from_ref, to_ref, reason)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    /** Nobody can have read what was not there yet. */
    readNotices: db.prepare(
      'UPDATE notices_read SET up_to = max(up_to, min(?, (SELECT ifnull(max(seq), 0) FROM notices)))',
    ),
  }
}

export class SqliteUnitOfWork implements UnitOfWork {
  readonly products: SqliteProducts
  readonly notices: Notice[] = []
  readonly outbox: OutboxChanges = { outOfStock: [], retried: [] }
  noticesReadUpTo: number | null = null
  readonly #sql: Statements

  constructor(sql: Statements) {
    this.#sql = sql
    this.products = new SqliteProducts(sql.products)
  }

  collectNewEvents(): Event[] {
    return this.products.all.flatMap((product) => product.takeEvents())
  }

  async findHandled(id: string): Promise<{ message: Message; outcome: Outcome } | null> {
    const row = this.#sql.messageOfId.get(id)
    return row ? this.#read(row) : null
  }

  async findMessage(seq: number): Promise<{ message: Message; outcome: Outcome; undone: boolean } | null> {
    const row = this.#sql.message.get(seq)
    return row ? { ...this.#read(row), undone: this.#sql.undoing.get(seq) !== undefined } : null
  }

  #read(row: StoredMessage): { message: Message; outcome: Outcome } {
    // What a message caused was written right behind it, before the next message.
    const end = this.#sql.nextMessage.get(row.seq) ?? Number.MAX_SAFE_INTEGER
    const events = this.#sql.caused.all(row.seq, end).map((event): Event => JSON.parse(event))
    const notices = this.#sql.noticesOf.all(row.seq)
    return { message: JSON.parse(row.event), outcome: { results: JSON.parse(row.results), events, notices } }
  }

  async commit(envelope: Envelope, outcome: Outcome): Promise<void> {
    try {
      this.#sql.transaction(() => this.#write(envelope, outcome))
    } catch (error) {
      throw isDuplicateKey(error) ? new ConcurrencyError(error.message) : error
    }
  }

  #write({ message, id, by, at }: Envelope, { results, events, notices }: Outcome): void {
    this.products.write()
    const undoes = message.type === 'QuantityChangeUndone' ? message.undoes : null
    const sent = { id, by, at: at.toISOString(), results: JSON.stringify(results), undoes }
    const about = undoes === null ? message : events[0]
    const cause = this.#sql.addMessage.run(sent, ...this.#historyRow(message, about)).lastInsertRowid
    for (const event of events) this.#sql.addRaised.run(cause, ...this.#historyRow(event))
    for (const { kind, orderId, line, sku, qty, from, to, reason } of notices)
      this.#sql.addNotice.run(cause, kind, orderId, line, sku, qty, from, to, reason)
    if (this.noticesReadUpTo !== null) this.#sql.readNotices.run(this.noticesReadUpTo)
    this.#sql.outbox.write(cause, sent.at, this.outbox)
  }

  /** What it is found by, which `about` names, and the event. An undo names a message only, so what it did names the batch. */
  #historyRow(event: Event, about: Event = event): [sku: Text, ref: Text, orderId: Text, event: string] {
    const ref = 'ref' in about ? about.ref : null
    const sku = 'sku' in about ? about.sku : ref === null ? null : (this.products.skuOf(ref) ?? null)
    return [sku, ref, 'orderId' in about ? about.orderId : null, JSON.stringify(event)]
  }
}

type Text = string | null

/** Another process stored the same product, batch or message id first. */
const isDuplicateKey = (error: unknown): error is Error =>
  error instanceof Database.SqliteError && /^SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE)$/.test(error.code)
