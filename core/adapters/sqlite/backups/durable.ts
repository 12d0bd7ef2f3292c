import { open, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

// What is written here is on the disk, and not only on its way to it.

/** Waits until the disk has the file. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  await handle.sync().finally(() => handle.close())
}

/** Gives the file its name, once and for all. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to)
  await flushFolder(dirname(to))
}

/** The file holds the whole text or is not there. */
export async function writeDurably(path: string, text: string): Promise<void> {
  await writeFile(`${path}.partial`, text, { flush: true })
  await renameDurably(`${path}.partial`, path)
}

async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return // there a folder cannot be opened, and its journal is the file system's
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
