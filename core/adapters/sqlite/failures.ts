import Database from 'better-sqlite3'
import { StorageError } from '../../ports/storageError.ts'

/** The StorageError that an error of SQLite or the system stands for; any other error, which is a bug, as it is. */
export function storageFailure(error: unknown, file: string): unknown {
  if (error instanceof StorageError) return error
  if (error instanceof Database.SqliteError) return ofSqlite(error, file)
  if (!(error instanceof Error)) return error
  // better-sqlite3 has no class or code for it.
  if (error.message === 'The database connection is not open')
    return new StorageError('StorageClosed', { file }, { cause: error })
  const { code } = error as NodeJS.ErrnoException
  return typeof code === 'string' ? ofSystem(error, code, file) : error
}

/** https://sqlite.org/rescode.html */
function ofSqlite(error: InstanceType<typeof Database.SqliteError>, file: string): unknown {
  const { code, message } = error
  const options = { cause: error }
  if (/^SQLITE_(FULL|IOERR_(WRITE|FSYNC|TRUNCATE|SHMSIZE))$/.test(code))
    return new StorageError('StorageFull', { file }, options)
  if (/^SQLITE_(BUSY|LOCKED|PROTOCOL|IOERR_LOCK)/.test(code))
    return new StorageError('StorageLocked', { file }, options)
  if (/^SQLITE_(READONLY|PERM)/.test(code)) return new StorageError('StorageReadOnly', { file }, options)
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ|IOERR_CORRUPTFS)/.test(code))
    return new StorageError('StorageDamaged', { file, found: message, readable: false }, options)
  if (/^SQLITE_(CANTOPEN|IOERR)/.test(code))
    return new StorageError('StorageUnreachable', { file, cause: code }, options)
  return error
}

/** https://nodejs.org/api/errors.html#common-system-errors; a code of Node's own begins with ERR_. */
function ofSystem(error: Error, code: string, file: string): unknown {
  const options = { cause: error }
  if (/^E(NOSPC|DQUOT|FBIG)$/.test(code)) return new StorageError('StorageFull', { file }, options)
  if (code === 'EROFS') return new StorageError('StorageReadOnly', { file }, options)
  if (/^E(?!RR_)[A-Z0-9]+$/.test(code)) return new StorageError('StorageUnreachable', { file, cause: code }, options)
  return error
}

/** Runs the work; what SQLite or the system throws becomes a StorageError. */
export function withStorageErrors<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw storageFailure(error, file)
  }
}

export const damaged = (file: string, found: string, { readable = false } = {}) =>
  new StorageError('StorageDamaged', { file, found, readable })
