import type Database from 'better-sqlite3'
import { CountSheet, type SheetTerms } from '../../domain/countSheet.ts'
import type { Event } from '../../domain/events.ts'
import { agreedDifference, type SheetCount, type SheetLine, stateOf } from '../../domain/sheetLine.ts'
import type { SheetState } from '../../domain/vocabulary.ts'
import { ConcurrencyError, type CountSheetRepository } from '../../ports/unitOfWork.ts'

type StoredSheet = Omit<SheetTerms, 'blind'> & {
  seq: number
  blind: 0 | 1
  state: SheetState
  version: number
  changes: number
}
/** A line with one of its counts, or with none. */
type StoredCount = Omit<SheetLine, 'counts'> & { place: number; nth: number | null } & SheetCount

export type SheetStatements = ReturnType<typeof prepareSheets>

export function prepareSheets(db: Database.Database) {
  return {
    sheet: db.prepare<[string], StoredSheet>(
      `SELECT seq, name, person, blind, recount_units AS recountUnits, recount_percent AS recountPercent, state, version, changes
       FROM sheets WHERE name = ?`,
    ),
    lines: db.prepare<[number], StoredCount>(
      `SELECT place, ref, sku, created, posted, nth, by, qty, difference
       FROM sheet_lines LEFT JOIN sheet_counts USING (sheet, place) WHERE sheet = ? ORDER BY place, nth`,
    ),
    insertSheet: db.prepare(
      `INSERT INTO sheets (name, person, blind, recount_units, recount_percent, state, version, changes)
       VALUES (@name, @person, @blind, @recountUnits, @recountPercent, @state, @version, @changes)`,
    ),
    updateSheet: db.prepare(
      'UPDATE sheets SET state = @state, version = @version, changes = @changes WHERE name = @name AND version = @stored',
    ),
    writeLine: db.prepare(
      `INSERT INTO sheet_lines (sheet, place, ref, sku, created, state, agreed, posted)
       VALUES (@sheet, @place, @ref, @sku, @created, @state, @agreed, @posted)
       ON CONFLICT (sheet, place) DO UPDATE SET state = @state, agreed = @agreed, posted = @posted`,
    ),
    writeCount: db.prepare(
      `INSERT INTO sheet_counts (sheet, place, nth, by, qty, difference)
       VALUES (@sheet, @place, @nth, @by, @qty, @difference)
       ON CONFLICT (sheet, place, nth) DO UPDATE SET by = @by, qty = @qty, difference = @difference`,
    ),
  }
}

/** A sheet as it was stored. `seq`: null when it is not yet. */
type Loaded = { sheet: CountSheet; seq: number | null; version: number; lines: ReadonlyMap<string, SheetLine> }

export class SqliteCountSheets implements CountSheetRepository {
  readonly #sql: SheetStatements
  readonly #loaded = new Map<string, Loaded>()

  constructor(sql: SheetStatements) {
    this.#sql = sql
  }

  add(sheet: CountSheet): void {
    this.#loaded.set(sheet.name, { sheet, seq: null, version: 0, lines: new Map() })
  }

  async get(name: string): Promise<CountSheet | null> {
    const known = this.#loaded.get(name)
    if (known) return known.sheet
    const row = this.#sql.sheet.get(name)
    if (!row) return null
    const { seq, state, version, changes, blind, ...terms } = row
    const lines = toLines(this.#sql.lines.all(seq))
    const sheet = new CountSheet({ ...terms, blind: blind === 1 }, { state, version, changes, lines })
    this.#loaded.set(name, { sheet, seq, version, lines: new Map(sheet.lines) })
    return sheet
  }

  takeEvents(): Event[] {
    return [...this.#loaded.values()].flatMap(({ sheet }) => sheet.takeEvents())
  }

  /** Within the commit's transaction: writes what changed since it was loaded. */
  write(): void {
    for (const loaded of this.#loaded.values())
      if (loaded.sheet.version !== loaded.version) this.#writeLines(loaded, this.#writeSheet(loaded))
  }

  #writeSheet({ sheet: { terms, state, version, changes }, seq, version: stored }: Loaded): number | bigint {
    const row = { ...terms, blind: terms.blind ? 1 : 0, state, version, changes }
    if (seq === null) return this.#sql.insertSheet.run(row).lastInsertRowid
    if (this.#sql.updateSheet.run({ ...row, stored }).changes === 0)
      throw new ConcurrencyError(`count sheet ${terms.name} was changed by another process`)
    return seq
  }

  #writeLines({ sheet, lines: stored }: Loaded, seq: number | bigint): void {
    for (const [place, line] of [...sheet.lines.values()].entries()) {
      const { counts, ...row } = line
      if (stored.get(line.ref) === line) continue
      const [state, agreed] = [stateOf(line, sheet.terms), agreedDifference(counts, sheet.terms)]
      this.#sql.writeLine.run({ ...row, sheet: seq, place, state, agreed })
      for (const [nth, count] of counts.entries()) this.#sql.writeCount.run({ ...count, sheet: seq, place, nth })
    }
  }
}

/** Rows that follow each other are of one line. */
function toLines(rows: readonly StoredCount[]): SheetLine[] {
  const lines = new Map<number, SheetLine & { counts: SheetCount[] }>()
  for (const { place, ref, sku, created, posted, nth, by, qty, difference } of rows) {
    const line = lines.get(place) ?? { ref, sku, created, posted, counts: [] }
    if (nth !== null) line.counts.push({ by, qty, difference })
    lines.set(place, line)
  }
  return [...lines.values()]
}
