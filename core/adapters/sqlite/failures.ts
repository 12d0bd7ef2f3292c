import Database from 'better-sqlite3'
import { StorageError } from '../../ports/storageError.ts'

/** What SQLite or the file system failed with, as a failure that people can do something about; any other as it is. */
export function storageFailure(error: unknown, file: string): unknown {
  if (error instanceof StorageError) return error
  if (error instanceof Database.SqliteError) return ofSqlite(error, file)
  const errno = (error as NodeJS.ErrnoException | null)?.code
  return error instanceof Error && typeof errno === 'string' ? ofSystem(error, errno, file) : error
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

function ofSystem(error: Error, errno: string, file: string): unknown {
  const options = { cause: error }
  if (errno === 'ENOSPC' || errno === 'EDQUOT' || errno === 'EFBIG')
    return new StorageError('StorageFull', { file }, options)
  if (errno === 'EROFS') return new StorageError('StorageReadOnly', { file }, options)
  if (/^E(ACCES|PERM|ISDIR|NOTDIR|IO|BUSY|MFILE|NFILE|LOOP|NAMETOOLONG)$/.test(errno))
    return new StorageError('StorageUnreachable', { file, cause: errno }, options)
  return error
}

/** Does the work, and throws a StorageError in the place of what it stands for. */
export function withStorageErrors<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw storageFailure(error, file)
  }
}
