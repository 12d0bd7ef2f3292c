import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { StorageError } from '../../../ports/storageError.ts'
import { withStorageErrors } from '../failures.ts'
import { refuseOthers } from './migrations.ts'

/** Milliseconds that a connection waits, with everything else in this process, for another process to let go. */
export const BUSY_TIMEOUT = 400

/**
 * Looks, before anything is written, whether the file can be the warehouse's: there is none yet, or it is ours, whole and
 * writable. A connection that only reads leaves what it finds as it is, so that a damaged file is kept with its log.
 * @param known it is known to be whole
 * @throws StorageError
 */
export function inspect(file: string, { known }: { known: boolean }): void {
  withStorageErrors(file, () => {
    const folder = dirname(file)
    if (!existsSync(folder)) throw new StorageError('StorageMissing', { file })
    for (const path of existsSync(file) ? [file, folder] : [folder])
      if (!isWritable(path)) throw new StorageError('StorageReadOnly', { file })
    if (sizeOf(file) > 0) inspectDatabase(file, known)
    else if (sizeOf(`${file}-wal`) > 0) throw damaged(file, 'it is empty, and its log is not') // which SQLite would delete
  })
}

/** 0: there is none. */
export const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

function inspectDatabase(file: string, known: boolean): void {
  try {
    read(file, known, { readonly: true })
  } catch (error) {
    // A process that was killed left a journal, which only a connection that writes can roll back.
    if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_READONLY'))) throw error
    read(file, known, {})
  }
}

function read(file: string, known: boolean, options: Database.Options): void {
  const db = new Database(file, { ...options, timeout: BUSY_TIMEOUT })
  try {
    refuseOthers(db)
    if (known) return
    const found = db.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw damaged(file, String(found))
  } finally {
    db.close()
  }
}

export const damaged = (file: string, found: string, { readable = false } = {}) =>
  new StorageError('StorageDamaged', { file, found, readable })

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
