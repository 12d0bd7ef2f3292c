import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { StorageError } from '../../../ports/storageError.ts'
import { damaged, withStorageErrors } from '../failures.ts'
import { verifyPages } from '../verify.ts'
import { refuseOthers } from './migrations.ts'

/** Milliseconds that a statement waits for another process to release its lock. The event loop stands still meanwhile. */
export const BUSY_TIMEOUT = 400

/**
 * Checks, before anything is written, that the file can be opened as the warehouse's: it does not exist yet, or it is ours,
 * whole and writable. Reads through a read-only connection, so that a damaged file keeps its log.
 * @throws StorageError
 */
export function inspect(file: string, { skipIntegrityCheck }: { skipIntegrityCheck: boolean }): void {
  withStorageErrors(file, () => {
    const folder = dirname(file)
    if (!existsSync(folder)) throw new StorageError('StorageMissing', { file })
    for (const path of existsSync(file) ? [file, folder] : [folder])
      if (!isWritable(path)) throw new StorageError('StorageReadOnly', { file })
    if (sizeOf(file) > 0) inspectDatabase(file, skipIntegrityCheck)
    else if (sizeOf(`${file}-wal`) > 0) throw damaged(file, 'it is empty, and its log is not') // SQLite would delete the log
  })
}

/** In bytes; 0 when there is no such file. */
export const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

function inspectDatabase(file: string, skipIntegrityCheck: boolean): void {
  try {
    read(file, skipIntegrityCheck, { readonly: true })
  } catch (error) {
    // A process that was killed left a rollback journal, and only a connection that can write applies it.
    if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_READONLY'))) throw error
    read(file, skipIntegrityCheck, {})
  }
}

function read(file: string, skipIntegrityCheck: boolean, options: Database.Options): void {
  const db = new Database(file, { ...options, timeout: BUSY_TIMEOUT })
  try {
    refuseOthers(db)
    const found = skipIntegrityCheck ? null : verifyPages(db, 'quick')
    if (found !== null) throw damaged(file, found)
  } finally {
    db.close()
  }
}

/** @param readable every page can be read; only the content is wrong */

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
