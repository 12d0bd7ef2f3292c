import Database from 'better-sqlite3'
import { check } from '../check.ts'
import { withStorageErrors } from '../failures.ts'
import { BUSY_TIMEOUT, damaged, inspect } from './inspect.ts'
import { migrate } from './migrations.ts'

export const IN_MEMORY = ':memory:'

/**
 * The one connection that writes. Creates the file when there is none, and brings it up to date.
 * @throws StorageError
 */
export const openWriter = (file: string): Database.Database => bringUpToDate(connect(file))

/**
 * A connection that can write, to a file that is as it was found, and is ours.
 * @param known it is known to be whole
 */
export function connect(file: string, { known = false } = {}): Database.Database {
  if (file !== IN_MEMORY) inspect(file, { known })
  return withStorageErrors(file, () => {
    const db = new Database(file, { timeout: BUSY_TIMEOUT })
    return closedOnFailure(db, () => {
      // A reopened WAL file comes up with NORMAL, which may lose the last commits in a power cut.
      db.pragma('synchronous = FULL')
      db.pragma('foreign_keys = ON')
      db.exec('BEGIN IMMEDIATE; ROLLBACK') // so that a lock is found now, not by the first message
      return db
    })
  })
}

/** @param trusted takes the file without asking whether it breaks rules of the domain */
export function bringUpToDate(db: Database.Database, { trusted = false } = {}): Database.Database {
  return withStorageErrors(db.name, () =>
    closedOnFailure(db, () => {
      migrate(db)
      db.pragma('journal_mode = WAL') // last, since it is written into the file, which until here may be another's
      if (!trusted) refuseBroken(db)
      return db
    }),
  )
}

/** Every page may be as it was written and the whole still not be: a table is missing, lines are gone. */
function refuseBroken(db: Database.Database): void {
  const [broken] = readable(db, () => check(db))
  if (broken) throw damaged(db.name, `${broken.rule}: ${JSON.stringify(broken.details)}`, { readable: true })
}

/** Where SQL that is ours finds no table or column, the file is not what it was. */
export function readable<T>(db: Database.Database, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR') throw damaged(db.name, error.message)
    throw error
  }
}

/** Does what is needed before the connection can be used. */
export function closedOnFailure<T>(db: Database.Database, work: () => T): T {
  try {
    return work()
  } catch (error) {
    db.close()
    throw error
  }
}

/** A connection for views, which cannot write. A database in memory is seen by its own connection only. */
export function openReader(file: string, writer: Database.Database): Database.Database {
  return file === IN_MEMORY ? writer : new Database(file, { readonly: true, timeout: BUSY_TIMEOUT })
}
