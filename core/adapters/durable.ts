import { open, rename, rm, writeFile } from 'node:fs/promises'
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

/** Writes atomically: the file has its old content or all of the new one. What cannot be written takes up no room. */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const partial = `${path}.partial`
  try {
    await writeFile(partial, content, { flush: true })
    await renameDurably(partial, path)
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {})
    throw error
  }
}

async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return // a folder cannot be opened there; NTFS journals renames
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
