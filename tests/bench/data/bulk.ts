import { closeSync, fsyncSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'

/**
 * Fills a file that has its schema, faster than safely: indexes are set aside, and put back when the rows are there.
 * Triggers stay, and do their part. The transaction is up to `fill`.
 */
export async function fillInBulk(file: string, fill: (db: Database.Database) => Promise<void>): Promise<void> {
  const db = new Database(file)
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'foreign_keys = OFF', 'cache_size = -400000'])
    db.pragma(pragma)
  const indexes = db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL",
    )
    .all()
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`)
  await fill(db)
  for (const { sql } of indexes) db.exec(sql)
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
