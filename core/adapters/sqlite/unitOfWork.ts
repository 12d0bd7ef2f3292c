import Database from 'better-sqlite3'
import type { Event, EventOf } from '../../domain/events.ts'
import { takeEvents } from '../../domain/product.ts'
import {
  type Commit,
  ConcurrencyError,
  type Envelope,
  type NoticeWork,
  type Outcome,
  type SideEffects,
  type StoredMessage,
  type UnitOfWork,
} from '../../ports/unitOfWork.ts'
import { prepareSheets, SqliteCountSheets } from './countSheets.ts'
import { GaveWay } from './gaveWay.ts'
import { prepareHistory } from './history/historyStatements.ts'
import { decodeEvent, decodeMessage, type EncodedEvent, encodeEvent } from './history/storedEvent.ts'
import { toStoredId } from './history/storedId.ts'
import { decodeResults, encodeResults } from './history/storedResults.ts'
import { SqliteOutbox } from './outbox.ts'
import { prepareProducts } from './productStatements.ts'
import { SqliteProducts } from './products.ts'

export type Statements = ReturnType<typeof prepare>

/** Everything that a unit of work reads and writes, prepared once for a connection. */
export function prepare(db: Database.Database) {
  return {
    products: prepareProducts(db),
    sheets: prepareSheets(db),
    history: prepareHistory(db),
    outbox: new SqliteOutbox(db),
    /** One IMMEDIATE transaction: one that began as a reader and turns into a writer may fail at once. */
    transaction: db.transaction((work: () => void) => work()).immediate,
  }
}

/** What history keeps of an event, and what it is found by. */
type HistoryRow = readonly [...EncodedEvent, sku: Text, ref: Text, orderId: Text]
type Text = string | null
type Recorded = Commit & { readonly effects: SideEffects } & {
  readonly rows: { message: HistoryRow; raised: HistoryRow[] }
  readonly gaveWay: GaveWay
}

export class SqliteUnitOfWork implements UnitOfWork {
  readonly products: SqliteProducts
  readonly sheets: SqliteCountSheets
  readonly #recorded: Recorded[] = []
  readonly #recordedById = new Map<string, Commit>()
  /** The messages that were undone here, or came into effect again. */
  readonly #undone = new Map<number, boolean>()
  readonly #sql: Statements

  constructor(sql: Statements) {
    this.#sql = sql
    this.products = new SqliteProducts(sql.products)
    this.sheets = new SqliteCountSheets(sql.sheets)
  }

  begin(): void {
    for (const product of this.products.all) product.beginMessage()
  }

  collectNewEvents(): Event[] {
    return [...takeEvents(this.products.all), ...this.sheets.takeEvents()]
  }

  record(commit: Commit, effects: SideEffects): void {
    const gaveWay = new GaveWay(commit, this.products)
    this.#recorded.push({ ...commit, effects, rows: this.#rowsOf(commit), gaveWay })
    const { id, message } = commit.envelope
    if (id !== null) this.#recordedById.set(id, commit)
    if (message.type !== 'MessageUndone') return
    for (const { seq, inEffect } of this.#chainOf(message.undoes)) this.#undone.set(seq, !inEffect)
  }

  async findHandled(id: string): Promise<StoredMessage | null> {
    const recorded = this.#recordedById.get(id)
    if (recorded) {
      const { message } = recorded.envelope
      return {
        message,
        outcome: recorded.outcome,
        undone: message.type === 'MessageUndone' && this.#hasLapsed(message),
      }
    }
    const row = this.#sql.history.messageOfId.get(toStoredId(id))
    return row ? this.#read(row) : null
  }

  async findMessage(seq: number): Promise<StoredMessage | null> {
    const row = this.#sql.history.message.get(seq)
    return row ? this.#read(row) : null
  }

  async hasNotices(origin: number): Promise<boolean> {
    return this.#sql.history.hasNotices.get(origin) !== undefined
  }

  /** It was taken back, or is an undo of which another undo has already taken back what it did. */
  #isUndone(seq: number): boolean {
    return this.#chainOf(seq).some(({ inEffect, seq }) => !inEffect && this.#wasUndone(seq))
  }

  /** What an undo that was recorded here brought into effect again has been taken back since. */
  #hasLapsed({ undoes }: EventOf<'MessageUndone'>): boolean {
    return this.#chainOf(undoes).some(({ seq, inEffect }) => inEffect && this.#wasUndone(seq))
  }

  #wasUndone(seq: number): boolean {
    return this.#undone.get(seq) ?? this.#sql.history.isUndone.get(seq) !== undefined
  }

  /** What is in effect, and what not, once the message is taken back: of an undo, what it undid is in effect again, and so on. */
  #chainOf(seq: number): { seq: number; inEffect: boolean }[] {
    const chain: { seq: number; inEffect: boolean }[] = []
    for (let next: number | null = seq; next !== null; next = this.#sql.history.undoes.get(next) ?? null)
      chain.push({ seq: next, inEffect: chain.length % 2 === 1 })
    return chain
  }

  #read({ seq, event, results }: { seq: number; event: string; results: string }): StoredMessage {
    const events = this.#sql.history.causedBy.all({ seq }).map(decodeEvent)
    const notices = this.#sql.history.noticesOf.all(seq)
    const outcome = { results: decodeResults(results, events), events, notices }
    return { message: decodeMessage(event), outcome, undone: this.#isUndone(seq) }
  }

  async commit(): Promise<void> {
    try {
      this.#sql.transaction(() => this.#writeAll())
    } catch (error) {
      throw isDuplicateKey(error) ? new ConcurrencyError(error.message) : error
    }
  }

  /** What is read when all was written, which is then taken back. */
  rehearse<T>(read: () => T): T {
    const end = { read: null as T | null }
    try {
      this.#sql.transaction(() => {
        this.#writeAll()
        end.read = read()
        throw end // rolls back
      })
    } catch (error) {
      if (error !== end) throw error
    }
    return end.read as T
  }

  #writeAll(): void {
    this.products.write(this.#ordered)
    this.sheets.write()
    for (const recorded of this.#recorded) this.#write(recorded)
    for (const [seq, undone] of this.#undone)
      (undone ? this.#sql.history.insertUndone : this.#sql.history.deleteUndone).run(seq)
  }

  get #ordered() {
    const events = this.#recorded.flatMap(({ envelope, outcome }): Event[] => [envelope.message, ...outcome.events])
    return events.filter((event) => event.type === 'AllocationRequired')
  }

  #write({ envelope, outcome, effects, rows, gaveWay }: Recorded): void {
    const { history } = this.#sql
    const { noticesReadUpTo, noticeWork } = effects
    const seq = this.#writeMessage(envelope, outcome, rows.message)
    for (const [index, row] of rows.raised.entries()) history.insertRaised.run(index + 1, ...row)
    for (const notice of outcome.notices)
      gaveWay.write(notice, history.insertNotice.run({ ...notice, message: seq }).lastInsertRowid, history)
    if (noticesReadUpTo !== null) history.readNotices.run({ person: envelope.by ?? '', upTo: noticesReadUpTo })
    if (noticeWork !== null) this.#writeNoticeWork(noticeWork)
    this.#sql.outbox.write(seq, envelope.at, effects.outbox)
  }

  #writeNoticeWork({ origin, given, acknowledged, note }: NoticeWork): void {
    const { history } = this.#sql
    history.insertNoticeWork.run(origin)
    if (given !== undefined) history.giveNotices.run({ origin, given })
    if (acknowledged) history.acknowledgeNotices.run({ origin, ...acknowledged })
    if (acknowledged === null) history.reopenNotices.run({ origin })
    if (note !== undefined) history.noteNotices.run({ origin, note })
  }

  #writeMessage({ message, id, by, at, partOf }: Envelope, outcome: Outcome, row: HistoryRow): number | bigint {
    const { history } = this.#sql
    const whole = partOf === null ? null : toStoredId(partOf)
    const undoes = 'undoes' in message ? message.undoes : null
    const sent = { at: at.getTime(), by, partOf: whole, undoes, results: encodeResults(outcome) }
    const seq = history.insertMessage.run(sent, ...row).lastInsertRowid
    if (id !== null) history.insertId.run(toStoredId(id), seq)
    return seq
  }

  /** Made as soon as the message is handled: a later one of the same commit may withdraw the batch that tells the SKU. */
  #rowsOf({ envelope: { message }, outcome: { events } }: Commit): Recorded['rows'] {
    const about = message.type === 'MessageUndone' ? firstChange(events) : message
    return { message: this.#historyRow(message, about), raised: events.map((event) => this.#historyRow(event)) }
  }

  /** `about` names what it is found by. */
  #historyRow(event: Event, about: Event = event): HistoryRow {
    const ref = 'ref' in about ? about.ref : null
    const sku = 'sku' in about ? about.sku : ref === null ? null : (this.products.skuOf(ref) ?? null)
    return [...encodeEvent(event), sku, ref, 'orderId' in about ? about.orderId : null]
  }
}

/** An undo names a message only: what it changed first tells the batch, order and SKU that it is found by. */
const firstChange = (events: readonly Event[]): Event | undefined => events.find((event) => 'sku' in event)

/** Another process stored the same product, batch or message id first. */
const isDuplicateKey = (error: unknown): error is Error =>
  error instanceof Database.SqliteError && /^SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE)$/.test(error.code)
