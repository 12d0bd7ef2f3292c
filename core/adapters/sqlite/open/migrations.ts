import type Database from 'better-sqlite3'
import { StorageError } from '../../../ports/storageError.ts'
import { schema } from './migrations/001-schema.ts'

/** In order; one that was released is never edited. */
export const migrations: readonly string[] = [schema]

/** Marks a file as this app's: "WHSE". */
const APPLICATION_ID = 0x57485345

/** @throws StorageError when the file is another app's, or a newer version wrote it */
export function refuseOthers(db: Database.Database): void {
  const owner = db.pragma('application_id', { simple: true })
  if (owner !== APPLICATION_ID && !isEmpty(db)) throw new StorageError('StorageForeign', { file: db.name })
  const version = versionOf(db)
  const newest = migrations.length
  if (version > newest) throw new StorageError('StorageNewer', { file: db.name, version, newest })
}

/** An older version of the app wrote it. */
export const isOld = (db: Database.Database): boolean => versionOf(db) < migrations.length && !isEmpty(db)

/** Brings the file up to this version of the app; each migration is written whole or not at all. */
export function migrate(db: Database.Database): void {
  refuseOthers(db)
  const version = versionOf(db)
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

const versionOf = (db: Database.Database): number => Number(db.pragma('user_version', { simple: true }))

export const isEmpty = (db: Database.Database): boolean =>
  db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
