import type Database from 'better-sqlite3'
import type { BrokenInvariant } from '../../../ports/store.ts'

/** Rows that are looked for, spread over the whole index. */
const SAMPLES = 64

/** The rows that are indexed can be found by what they contain, as a sample of them shows. */
export function checkSearch(db: Database.Database): BrokenInvariant[] {
  return [
    ...missing(db, 'lines', 'line_search', `'"' || replace(substr(order_id || ' ' || sku, 1, 3), '"', '""') || '"'`),
    ...missing(db, 'history', 'history_search', `iif(sku IS NULL, 'message', 'sku' || hex(sku))`),
  ]
}

/** @param word an SQL expression for one word that the index has of a row of the table */
function missing(db: Database.Database, table: string, index: string, word: string): BrokenInvariant[] {
  const samples = db.prepare<[number, number], { seq: number; word: string }>(
    `SELECT seq, ${word} AS word FROM ${table} WHERE seq <= ? AND seq % ? = 0`,
  )
  const { newest } = db.prepare(`SELECT ifnull(max(seq), 0) / 256 * 256 AS newest FROM ${table}`).get() as {
    newest: number
  }
  const isFound = db.prepare(`SELECT 1 FROM ${index} WHERE ${index} MATCH ? AND rowid = ?`)
  const step = Math.max(1, Math.floor(newest / SAMPLES))
  return samples
    .all(newest, step)
    .filter(({ seq, word }) => !isFound.get(word, seq))
    .slice(0, 1)
    .map(({ seq }) => ({ rule: 'what is indexed for search is found', details: { table, seq } }))
}
