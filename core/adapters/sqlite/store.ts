import type Database from 'better-sqlite3'
import type { UnitOfWork } from '../../unitOfWork.ts'
import type { ViewName, ViewParams, ViewResult } from '../../views.ts'
import type { BrokenInvariant, Store } from '../../warehouse.ts'
import { check } from './check.ts'
import { openReader, openWriter } from './connection.ts'
import { prepare, SqliteUnitOfWork, type Statements } from './unitOfWork.ts'
import { readLines } from './views/lines.ts'
import type { Prepare } from './views/page.ts'
import { readHistory, readNotices } from './views/record.ts'
import { readBatches, readProducts } from './views/stock.ts'
import { readSummary } from './views/summary.ts'

type Read<N extends ViewName> = (prepare: Prepare, params: ViewParams<N>) => ViewResult<N>

const views: { readonly [N in ViewName]: Read<N> } = {
  summary: readSummary,
  products: readProducts,
  batches: readBatches,
  lines: readLines,
  notices: readNotices,
  history: readHistory,
}

/** One file, with a connection that writes and one that cannot, for the views. */
export class SqliteStore implements Store {
  readonly #writer: Database.Database
  readonly #reader: Database.Database
  readonly #statements: Statements
  readonly #prepare: Prepare

  constructor(file: string) {
    this.#writer = openWriter(file)
    this.#reader = openReader(file, this.#writer)
    this.#statements = prepare(this.#writer)
    this.#prepare = prepareOnce(this.#reader)
  }

  unitOfWork(): UnitOfWork {
    return new SqliteUnitOfWork(this.#statements)
  }
  async view<N extends ViewName>(name: N, params: ViewParams<N>): Promise<ViewResult<N>> {
    return views[name](this.#prepare, params)
  }
  async check(): Promise<BrokenInvariant[]> {
    return check(this.#reader)
  }
  async close(): Promise<void> {
    this.#reader.close()
    this.#writer.close()
  }
}

function prepareOnce(db: Database.Database): Prepare {
  const prepared = new Map<string, ReturnType<Prepare>>()
  return (sql) => {
    const known = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, known)
    return known
  }
}
