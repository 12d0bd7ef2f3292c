import type Database from 'better-sqlite3'
import { ledger } from './migrations/001-ledger.ts'
import { undo } from './migrations/002-undo.ts'

/** In order; one that was released is never edited. */
const migrations: readonly string[] = [ledger, undo]

/** Marks a file as this app's: "WHSE". */
const APPLICATION_ID = 0x57485345

/** Brings the file up to this version of the app; each migration is written whole or not at all. */
export function migrate(db: Database.Database): void {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version > migrations.length)
    throw new Error(`${db.name} was written by a newer version of this app (${version}): update the app to open it`)
  const owner = db.pragma('application_id', { simple: true })
  if (owner !== APPLICATION_ID && !isEmpty(db)) throw new Error(`${db.name} is not a file of this app`)
  for (const [index, sql] of migrations.entries()) if (index >= version) apply(db, sql, index + 1)
}

function apply(db: Database.Database, sql: string, version: number): void {
  const transaction = db.transaction(() => {
    db.exec(sql)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${version}`)
  })
  transaction.immediate()
}

const isEmpty = (db: Database.Database): boolean => db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
