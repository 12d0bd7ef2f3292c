import type Database from 'better-sqlite3'
import type { Event } from '../../../domain/events.ts'
import {
  agreedDifference,
  postedOf,
  type SheetLine,
  stateOf,
  type Threshold,
  withCount,
} from '../../../domain/sheetLine.ts'
import type { SheetState } from '../../../domain/vocabulary.ts'
import type { BrokenInvariant } from '../../../ports/store.ts'
import { decodeEvent, isOfType } from '../history/storedEvent.ts'

const RULE = 'count sheets are what history says'

type Recorded = { readonly seq: number; readonly cause: number; readonly by: string | null; readonly event: string }
type Counted = { readonly ref: string; readonly state: string; readonly agreed: number | null }
type StoredSheet = { readonly seq: number; readonly name: string; readonly state: SheetState; readonly changes: number }
type StoredLine = Counted & { readonly posted: number | null; readonly counts: string }

/** What messages made of sheets; and the stock that changed when one was posted, opened again or posted again. */
const EVENTS = `SELECT seq, ifnull(cause, seq) AS cause, by, event FROM history
  WHERE ${isOfType('SheetOpened', 'SheetLinesAdded', 'SheetLineCounted', 'SheetStateChanged')}
    OR (${isOfType('StockAdjusted')} AND cause IN (SELECT cause FROM history WHERE ${isOfType('SheetStateChanged')}))
  ORDER BY seq`

/**
 * Replays every count sheet, and compares what that comes to with the tables: counts, differences, what is agreed upon, and what
 * was posted, which is what the stock changed by.
 * @param differences of each count, by its sequence in history, as replaying the batch has it
 */
export function checkSheets(db: Database.Database, differences: ReadonlyMap<number, number>): BrokenInvariant[] {
  const sheets = replayed(db, differences)
  const stored = db.prepare<[], StoredSheet>('SELECT seq, name, state, changes FROM sheets').all()
  const lines = db.prepare<{ seq: number }, StoredLine>(
    `SELECT ref, state, agreed, posted, (SELECT json_group_array(json_array(by, qty, difference)) FROM (
       SELECT * FROM sheet_counts WHERE sheet = @seq AND place = sheet_lines.place ORDER BY nth)) AS counts
     FROM sheet_lines WHERE sheet = @seq ORDER BY place`,
  )
  const byName = new Map(stored.map((sheet) => [sheet.name, sheet]))
  const names = new Set([...sheets.keys(), ...byName.keys()])
  return [...names].flatMap((name) => {
    const row = byName.get(name)
    const there = row && JSON.stringify([row.state, row.changes, lines.all({ seq: row.seq })])
    return there === sheets.get(name)?.shown ? [] : [{ rule: RULE, details: { sheet: name } }]
  })
}

/** A message that speaks of what is not there stays without effect, as the comparison then shows. */
function replayed(db: Database.Database, differences: ReadonlyMap<number, number>): Map<string, SheetReplay> {
  const sheets = new Map<string, SheetReplay>()
  for (const message of messagesOf(db)) {
    const applied = new Map(message.flatMap(({ event }) => stockOf(event)))
    for (const { seq, by, event } of message) {
      if (event.type === 'SheetOpened') sheets.set(event.sheet, new SheetReplay(event))
      const sheet = 'sheet' in event ? sheets.get(event.sheet) : undefined
      if ('refs' in event) sheet?.add(event.refs)
      if (event.type === 'SheetLineCounted')
        sheet?.count(event.ref, { by, qty: event.qty, difference: differences.get(seq) ?? Number.NaN })
      if (event.type === 'SheetStateChanged') sheet?.turn(event.after, applied)
    }
  }
  return sheets
}

const stockOf = (event: Event): [ref: string, units: number][] =>
  event.type === 'StockAdjusted' ? [[event.ref, event.after - event.before]] : []

type Decoded = Omit<Recorded, 'event'> & { readonly event: Event }

/** The events of each message, in order. */
function* messagesOf(db: Database.Database): Iterable<Decoded[]> {
  let message: Decoded[] = []
  for (const recorded of db.prepare<[], Recorded>(EVENTS).iterate()) {
    if (message[0] && message[0].cause !== recorded.cause) {
      yield message
      message = []
    }
    message.push({ ...recorded, event: decodeEvent(recorded.event) })
  }
  yield message
}

/** A sheet as its events leave it. */
class SheetReplay {
  readonly #threshold: Threshold
  readonly #lines = new Map<string, Pick<SheetLine, 'ref' | 'counts' | 'posted'>>()
  #state: SheetState = 'open'
  #changes = 0

  constructor(threshold: Threshold) {
    this.#threshold = threshold
  }

  /** As the stored one is compared with it. */
  get shown(): string {
    const lines = [...this.#lines.values()].map(
      ({ ref, counts, posted }): StoredLine => ({
        ref,
        state: stateOf({ counts }, this.#threshold),
        agreed: agreedDifference(counts, this.#threshold),
        posted,
        counts: JSON.stringify(counts.map(({ by, qty, difference }) => [by, qty, difference])),
      }),
    )
    return JSON.stringify([this.#state, this.#changes, lines])
  }

  add(refs: readonly string[]): void {
    this.#changes++
    if (!Array.isArray(refs)) return // as nobody wrote it
    for (const ref of refs) if (!this.#lines.has(ref)) this.#lines.set(ref, { ref, counts: [], posted: null })
  }

  count(ref: string, count: SheetLine['counts'][number]): void {
    this.#changes++
    const line = this.#lines.get(ref)
    if (line) this.#lines.set(ref, { ...line, counts: withCount(line.counts, count) })
  }

  turn(after: SheetState, applied: ReadonlyMap<string, number>): void {
    this.#state = after
    for (const [ref, line] of this.#lines) {
      const posted = after === 'posted' ? postedOf(line, this.#threshold, applied) : null
      this.#lines.set(ref, { ...line, posted })
    }
  }
}
