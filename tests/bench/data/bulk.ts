import { closeSync, fsyncSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'

/**
 * Fills a file that has its schema, faster than safely: indexes and triggers are set aside, and put back when the rows
 * are there. What a trigger would have written is up to `fill`, and so is the transaction.
 */
export async function fillInBulk(file: string, fill: (db: Database.Database) => Promise<void>): Promise<void> {
  const db = new Database(file)
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'foreign_keys = OFF', 'cache_size = -400000'])
    db.pragma(pragma)
  const aside = db
    .prepare<[], { type: string; name: string; sql: string }>(
      "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL",
    )
    .all()
  for (const { type, name } of aside) db.exec(`DROP ${type} "${name}"`)
  await fill(db)
  for (const { sql } of aside) db.exec(sql)
  db.pragma('journal_mode = WAL')
  db.close()
  flush(file)
}

/** So that the disk does not write it while something is timed. */
function flush(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}
