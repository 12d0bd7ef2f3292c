import type { Backups } from '../backups/backups.ts'
import { copyDatabase } from '../backups/copyDatabase.ts'
import { inspectInThread } from '../backups/runInThread.ts'
import { damaged } from '../failures.ts'
import { SqliteStore } from '../store.ts'
import { markDirty, wasClean } from './cleanShutdown.ts'
import { bringUpToDate, closedOnFailure, connect, IN_MEMORY, readable } from './connection.ts'
import { sizeOf } from './inspect.ts'
import { isOld } from './migrations.ts'

/** Bytes. Checking a larger file takes so long that the event loop must not stand still: the app would not react. */
const THREAD_SIZE = 4 * 1024 * 1024

export type Opening = {
  /** Of this database: if there are any, an empty file counts as damaged; one is made before a migration. */
  readonly backups?: Backups | undefined
  /** A person decided to start empty although there are backups, or to open the file although rules are broken. */
  readonly asItIs?: boolean | undefined
}

/** @throws StorageError */
export async function openStore(file: string, { backups, asItIs = false }: Opening): Promise<SqliteStore> {
  if (backups && !asItIs && file !== IN_MEMORY && sizeOf(file) === 0 && (await backups.list()).length > 0)
    throw damaged(file, 'it is empty or gone, and there are backups of it')
  const isClean = wasClean(file)
  const inThread = !isClean && file !== IN_MEMORY && sizeOf(file) + sizeOf(`${file}-wal`) >= THREAD_SIZE
  if (inThread) await inspectInThread(file, { skipRules: asItIs })
  const isChecked = isClean || inThread
  const db = connect(file, { skipIntegrityCheck: isChecked })
  const isCurrent = closedOnFailure(db, () => !isOld(db))
  try {
    if (backups && !isCurrent)
      await backups.make({ copyTo: (copy, options) => copyDatabase(db, copy, options) }, 'migration')
  } catch (error) {
    db.close()
    throw error
  }
  bringUpToDate(db, { skipRules: asItIs || (isChecked && isCurrent) })
  if (asItIs) markDirty(file)
  return readable(db, () => closedOnFailure(db, () => new SqliteStore(file, db)))
}
