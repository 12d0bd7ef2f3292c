import Database from 'better-sqlite3'
import { migrate } from './migrations.ts'

export const IN_MEMORY = ':memory:'

/** The one connection that writes. Creates the file when there is none, and brings it up to date. */
export function openWriter(file: string): Database.Database {
  const db = new Database(file)
  try {
    // A reopened WAL file comes up with NORMAL, which may lose the last commits in a power cut.
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    migrate(db)
    db.pragma('journal_mode = WAL') // last, since it is written into the file, which until here may be another's
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** A connection for views, which cannot write. A database in memory is seen by its own connection only. */
export function openReader(file: string, writer: Database.Database): Database.Database {
  return file === IN_MEMORY ? writer : new Database(file, { readonly: true })
}
