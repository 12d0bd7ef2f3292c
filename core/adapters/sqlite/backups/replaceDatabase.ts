import { copyFile, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { flush, renameDurably } from '../../durable.ts'
import { storageFailure } from '../failures.ts'
import { putBack, setAside } from './setAside.ts'

let copies = 0 // made by this process

/**
 * Puts a copy of a backup in the place of the database, which is set aside.
 * @param close closes the database; called once the copy is complete
 * @returns where the previous database is now; null: there was none
 * @throws StorageError. The previous database is in its place then.
 */
export async function replaceDatabase(
  database: string,
  backup: string,
  { now, close }: { now: Date; close: () => Promise<void> },
): Promise<string | null> {
  const copy = `${database}.restoring-${process.pid}-${++copies}`
  try {
    await deleteLeftCopies(database)
    await copyFile(backup, copy)
    await flush(copy)
    await close()
    const kept = await setAside(database, now)
    try {
      await renameDurably(copy, database)
    } catch (error) {
      if (kept) await putBack(kept, database)
      throw error
    }
    return kept
  } catch (error) {
    throw storageFailure(error, database)
  } finally {
    await rm(copy, { force: true })
  }
}

/** Those of processes that were killed while they restored. */
async function deleteLeftCopies(database: string): Promise<void> {
  const copyOf = `${basename(database)}.restoring-`
  const files = await readdir(dirname(database))
  const left = files.filter((file) => file.startsWith(copyOf) && !file.startsWith(`${copyOf}${process.pid}-`))
  for (const file of left) await rm(join(dirname(database), file), { force: true })
}
