import type Database from 'better-sqlite3'
import type { Batch } from '../../../domain/batch.ts'
import { lineKey, type OrderLine } from '../../../domain/orderLine.ts'
import { ProductState } from '../../../domain/productState.ts'
import type { BrokenInvariant } from '../../../ports/store.ts'
import { decodeEvent } from '../history/storedEvent.ts'
import { BATCH, LINE } from '../productStatements.ts'
import { type StoredBatch, type StoredLine, toBatch, toLine } from '../rows.ts'

type Recorded = { readonly sku: string; readonly seq: number; readonly event: string }
/** Of a count on a sheet: its sequence, and the difference to what the batch held then. */
type Counted = (seq: number, difference: number) => void
type Versions = { readonly sku: string; readonly version: number }

const RULE = 'history replays to what is stored'

/**
 * Replays history, one SKU after the other, and compares what it comes to with the tables: every batch, every line, ages and
 * versions included. Holds one SKU at a time; SQLite sorts the events in a temporary file.
 * @param most how many differences are shown
 * @param counted is given each count on a sheet
 * @param onFraction told of the fraction of the products that were compared
 */
export function checkReplay(
  db: Database.Database,
  most: number,
  { counted, onFraction }: { counted: Counted; onFraction: (fraction: number) => void },
): BrokenInvariant[] {
  const stored = new StoredProducts(db)
  const found: BrokenInvariant[] = []
  for (const { state, failedAt } of replays(db, counted)) {
    onFraction(stored.compared)
    const { sku } = state
    for (const details of stored.differences(state)) found.push({ rule: RULE, details: { sku, ...details } })
    if (failedAt !== null) found.push({ rule: RULE, details: { sku, event: failedAt, problem: 'cannot be applied' } })
    if (found.length >= most) return found.slice(0, most)
  }
  for (const sku of stored.notCompared()) found.push({ rule: RULE, details: { sku, product: 'is not in history' } })
  return found.slice(0, most)
}

type Details = BrokenInvariant['details']

/** A product as its events leave it. */
class Replay {
  readonly state: ProductState
  /** The sequence of an event that speaks of a batch or a line that is not there; null: there is none. */
  failedAt: number | null = null
  readonly #counted: Counted

  constructor(sku: string, counted: Counted) {
    this.#counted = counted
    this.state = new ProductState(sku, 0, { batches: 0, lines: 0 })
  }

  apply({ seq, event }: Recorded): void {
    if (this.failedAt !== null) return
    try {
      const decoded = decodeEvent(event)
      if (decoded.type === 'SheetLineCounted') this.#counted(seq, decoded.qty - this.state.batch(decoded.ref).qty)
      this.state.apply(decoded)
    } catch {
      this.failedAt = seq
    }
  }
}

function* replays(db: Database.Database, counted: Counted): Iterable<Replay> {
  const events = db.prepare<[], Recorded>('SELECT sku, seq, event FROM history WHERE sku IS NOT NULL ORDER BY sku, seq')
  let replay: Replay | undefined
  for (const recorded of events.iterate()) {
    if (replay?.state.sku !== recorded.sku) {
      if (replay) yield replay
      replay = new Replay(recorded.sku, counted)
    }
    replay.apply(recorded)
  }
  if (replay) yield replay
}

/** What the tables hold of a product. */
class StoredProducts {
  /** Of the products that were not compared yet. */
  readonly #versions: Map<string, number>
  readonly #products: number
  readonly #batches: Database.Statement<[string], StoredBatch>
  readonly #lines: Database.Statement<[string], StoredLine>

  constructor(db: Database.Database) {
    const versions = db.prepare<[], Versions>('SELECT sku, version FROM products').all()
    this.#versions = new Map(versions.map(({ sku, version }) => [sku, version]))
    this.#products = versions.length
    this.#batches = db.prepare(`SELECT ${BATCH} FROM batches WHERE sku = ?`)
    this.#lines = db.prepare(`SELECT ${LINE} FROM lines WHERE sku = ? AND state <> 'withdrawn'`)
  }

  /** A fraction. */
  get compared(): number {
    return 1 - this.#versions.size / Math.max(1, this.#products)
  }

  *differences({ sku, version, batches, lines }: ProductState): Iterable<Details> {
    const stored = this.#versions.get(sku)
    this.#versions.delete(sku)
    if (stored !== version) yield { version: stored ?? null, replayed: version }
    const storedBatches = this.#batches.all(sku).map(toBatch)
    yield* compare('batch', batches, new Map(storedBatches.map((batch) => [batch.ref, batch])))
    const storedLines = this.#lines.all(sku).map(toLine)
    yield* compare('line', lines, new Map(storedLines.map((line) => [lineKey(line), line])))
  }

  /** The products that no event speaks of. */
  notCompared(): Iterable<string> {
    return this.#versions.keys()
  }
}

function* compare<T extends Batch | OrderLine>(
  name: string,
  replayed: ReadonlyMap<string, T>,
  stored: ReadonlyMap<string, T>,
): Iterable<Details> {
  for (const key of new Set([...replayed.keys(), ...stored.keys()])) {
    const [there, here] = [replayed.get(key), stored.get(key)]
    if (!there || !here) yield { [name]: key, problem: there ? 'is not stored' : 'is not in history' }
    else
      for (const field of Object.keys(there) as (keyof T & string)[])
        if (there[field] !== here[field])
          yield { [name]: key, field, stored: shown(here[field]), replayed: shown(there[field]) }
  }
}

const shown = (value: unknown): string | number | null =>
  typeof value === 'boolean' ? String(value) : (value as string | number | null)
