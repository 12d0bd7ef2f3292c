import { statSync } from 'node:fs'
import Database from 'better-sqlite3'

/** The size of a file that nobody has open, with nothing left in its log. */
export function bytesOf(file: string): number {
  const db = new Database(file)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  return statSync(file).size
}
