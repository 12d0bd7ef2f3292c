import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, copyFile, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

// Each of these resolves once the change is on the disk, where a power cut cannot undo it.

/** Fsyncs a file. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  await handle.sync().finally(() => handle.close())
}

/** Renames a file and fsyncs its folder. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to)
  await flushFolder(dirname(to))
}

/**
 * Writes atomically: the file has its old content or all of the new one. What cannot be written takes up no room.
 * @param mode the permissions of a new file; undefined: those that the system gives
 */
export const writeDurably = (path: string, content: string | Uint8Array, mode?: number): Promise<void> =>
  inPlace(path, (partial) => writeFile(partial, content, { flush: true, ...(mode !== undefined && { mode }) }))

/**
 * Copies a file, whole or not at all.
 * @returns false: there is no such file
 */
export async function copyDurably(from: string, to: string): Promise<boolean> {
  try {
    await inPlace(to, async (partial) => {
      await copyFile(from, partial, constants.COPYFILE_FICLONE)
      await flush(partial)
    })
    return true
  } catch (error) {
    if (await isThere(from)) throw error
    return false
  }
}

/** Has it made beside the file, under a name that no other has at the same time, and then take its place. */
async function inPlace(path: string, make: (partial: string) => Promise<void>): Promise<void> {
  const partial = `${path}.${randomUUID()}.partial`
  try {
    await make(partial)
    await renameDurably(partial, path)
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {})
    throw error
  }
}

export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return // a folder cannot be opened there; NTFS journals renames
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
