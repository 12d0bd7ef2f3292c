import type Database from 'better-sqlite3'
import type { Stored } from '../../domain/consequence.ts'
import type { Event } from '../../domain/events.ts'
import type { CopyOptions } from '../../ports/backups.ts'
import type { Outbox } from '../../ports/outbox.ts'
import { isStorageError, StorageError } from '../../ports/storageError.ts'
import type { BrokenInvariant, Snapshot, StoodOptions, Store } from '../../ports/store.ts'
import { ConcurrencyError, type UnitOfWork } from '../../ports/unitOfWork.ts'
import type { Moment, StoodRow, ViewName, ViewParams, ViewResult, Why } from '../../ports/views.ts'
import { copyDatabase } from './backups/copyDatabase.ts'
import { stoodInThread } from './backups/runInThread.ts'
import { check } from './check/check.ts'
import { storageFailure } from './failures.ts'
import { markClean, markDirty } from './open/cleanShutdown.ts'
import { IN_MEMORY, openReader, openWriter } from './open/connection.ts'
import { readTouched } from './touched.ts'
import { prepare, SqliteUnitOfWork, type Statements } from './unitOfWork.ts'
import { readBalance } from './views/balance.ts'
import { readEntries } from './views/entries.ts'
import { readGaveWay } from './views/gaveWay.ts'
import { readGivers } from './views/givers.ts'
import { readLines } from './views/lines.ts'
import { readNoticeGroups, readNotices } from './views/notices.ts'
import { readOrders } from './views/orders.ts'
import { readOutbox } from './views/outbox.ts'
import { type Prepare, prepareOnce } from './views/page.ts'
import { readHistory } from './views/record.ts'
import { readSheetLines, readSheets } from './views/sheets.ts'
import { readShortages } from './views/shortages.ts'
import { readStanding } from './views/standing.ts'
import { readArrivals, readBatches, readProducts } from './views/stock.ts'
import { readStood } from './views/stood.ts'
import { readSummary } from './views/summary.ts'
import { readToCount } from './views/toCount.ts'
import { readToday } from './views/today.ts'
import { readWhy } from './views/why.ts'

type Read<N extends ViewName> = (prepare: Prepare, params: ViewParams<N>) => ViewResult<N> | Promise<ViewResult<N>>

const views: { readonly [N in ViewName]: Read<N> } = {
  summary: readSummary,
  products: readProducts,
  batches: readBatches,
  lines: readLines,
  orders: readOrders,
  today: readToday,
  arrivals: readArrivals,
  gaveWay: readGaveWay,
  shortages: readShortages,
  balance: readBalance,
  why: readWhy,
  givers: readGivers,
  standing: readStanding,
  noticeGroups: readNoticeGroups,
  notices: readNotices,
  history: readHistory,
  entries: readEntries,
  sheets: readSheets,
  sheetLines: readSheetLines,
  toCount: readToCount,
  outbox: readOutbox,
}

/** One file, with a connection that writes and one that cannot, for the views. */
export class SqliteStore implements Store {
  readonly #file: string
  readonly #writer: Database.Database
  readonly #reader: Database.Database
  readonly #statements: Statements
  readonly #prepare: Prepare
  readonly #prepareOnWriter: Prepare
  readonly #closing = new AbortController()
  /** Settles when the copies that are being made are done, or given up. */
  #copies: Promise<unknown> = Promise.resolve()

  /** @throws StorageError */
  constructor(file: string, writer = openWriter(file)) {
    this.#file = file
    this.#writer = writer
    this.#statements = prepare(this.#writer)
    this.#reader = openReader(file, this.#writer)
    this.#prepare = prepareOnce(this.#reader)
    this.#prepareOnWriter = prepareOnce(this.#writer)
  }

  get outbox(): Outbox {
    return this.#statements.outbox
  }
  unitOfWork(): UnitOfWork {
    return new SqliteUnitOfWork(this.#statements)
  }
  touched(events: readonly Event[]): Promise<Stored> {
    return readTouched(this.#prepareOnWriter, events)
  }
  snapshot(): Snapshot {
    // A database in memory exists only in its own connection, which is to go on with other messages.
    if (this.#file === IN_MEMORY)
      return { unitOfWork: () => this.unitOfWork(), touched: (events) => this.touched(events), end: () => {} }
    const db = openReader(this.#file, this.#writer)
    try {
      db.exec('BEGIN; SELECT 1 FROM products LIMIT 1') // the moment is that of the first read
      const [statements, prepare_] = [prepare(db), prepareOnce(db)]
      return {
        unitOfWork: () => new SqliteUnitOfWork(statements),
        touched: (events) => readTouched(prepare_, events),
        end: () => db.close(),
      }
    } catch (error) {
      db.close()
      throw this.failureOf(error)
    }
  }
  async view<N extends ViewName>(name: N, params: ViewParams<N>): Promise<ViewResult<N>> {
    try {
      return await views[name](this.#prepare, params)
    } catch (error) {
      throw this.failureOf(error)
    }
  }
  async whyAfter(uow: SqliteUnitOfWork, lines: readonly ViewParams<'why'>[]): Promise<readonly (Why | null)[]> {
    return uow.rehearse(() => lines.map((line) => readWhy(this.#prepareOnWriter, line)))
  }
  stood(moment: Moment, options?: StoodOptions): Promise<readonly StoodRow[]> {
    return this.#file === IN_MEMORY
      ? readStood(this.#prepare, moment, options?.onProgress)
      : stoodInThread(this.#file, moment, options)
  }
  async check(): Promise<BrokenInvariant[]> {
    return check(this.#reader)
  }
  copyTo(file: string, { onProgress, signal }: CopyOptions = {}): Promise<void> {
    const signals = [this.#closing.signal, ...(signal ? [signal] : [])]
    const copy = copyDatabase(this.#writer, file, { onProgress, signal: AbortSignal.any(signals) })
    this.#copies = Promise.allSettled([this.#copies, copy])
    return copy
  }
  failureOf(error: unknown): unknown {
    if (error instanceof ConcurrencyError)
      return new StorageError('StorageLocked', { file: this.#file }, { cause: error })
    const failure = storageFailure(error, this.#file)
    if (isStorageError(failure, 'StorageDamaged')) markDirty(this.#file)
    return failure
  }
  async close(): Promise<void> {
    this.#closing.abort(new StorageError('StorageClosed', { file: this.#file }))
    await this.#copies
    this.#reader.close()
    this.#writer.close()
    markClean(this.#file)
  }
}
