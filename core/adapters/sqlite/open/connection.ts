import Database from 'better-sqlite3'
import { damaged, withStorageErrors } from '../failures.ts'
import { refuseBroken } from '../verify.ts'
import { BUSY_TIMEOUT, inspect } from './inspect.ts'
import { isEmpty, migrate } from './migrations.ts'

export const IN_MEMORY = ':memory:'

/**
 * The one connection that writes. Creates the file when it does not exist, and migrates it.
 * @throws StorageError
 */
export const openWriter = (file: string): Database.Database => bringUpToDate(connect(file))

/**
 * A connection that can write, to a file that was inspected but not changed.
 * @throws StorageError
 */
export function connect(file: string, { skipIntegrityCheck = false } = {}): Database.Database {
  if (file !== IN_MEMORY) inspect(file, { skipIntegrityCheck })
  return withStorageErrors(file, () => {
    const db = new Database(file, { timeout: BUSY_TIMEOUT })
    return closedOnFailure(db, () => {
      // A reopened WAL file starts with NORMAL, with which a power cut may lose the last commits.
      db.pragma('synchronous = FULL')
      db.pragma('foreign_keys = ON')
      db.exec('BEGIN IMMEDIATE; ROLLBACK') // detects a lock now rather than at the first message
      return db
    })
  })
}

/**
 * Migrates the file, switches it to WAL, and checks the rules of the domain, which a file that was just made cannot break.
 * @throws StorageError
 */
export function bringUpToDate(db: Database.Database, { skipRules = false } = {}): Database.Database {
  return withStorageErrors(db.name, () =>
    closedOnFailure(db, () => {
      const isNew = isEmpty(db)
      migrate(db)
      db.pragma('journal_mode = WAL') // changes the file, so only after `migrate` has refused what is not ours
      if (!skipRules && !isNew) readable(db, () => refuseBroken(db))
      return db
    }),
  )
}

/** Our own SQL fails with SQLITE_ERROR only where a table or column is missing: the file is damaged. */
export function readable<T>(db: Database.Database, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR') throw damaged(db.name, error.message)
    throw error
  }
}

/** Runs a step of opening; when it fails, the connection is closed. */
export function closedOnFailure<T>(db: Database.Database, work: () => T): T {
  try {
    return work()
  } catch (error) {
    db.close()
    throw error
  }
}

/** A read-only connection for views. A database in memory exists only in its own connection, so that one is shared. */
export function openReader(file: string, writer: Database.Database): Database.Database {
  return file === IN_MEMORY ? writer : new Database(file, { readonly: true, timeout: BUSY_TIMEOUT })
}
