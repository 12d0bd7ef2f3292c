import { closeSync, constants, copyFileSync, fsyncSync, mkdirSync, openSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { markClean } from '../../../core/adapters/sqlite/open/cleanShutdown.ts'
import type { Bench } from '../suite.ts'

/** Where an app has the million lines to itself. */
export type UserData = { readonly path: string; readonly lines: number; readonly remove: () => void }

export async function makeUserData({ folder, millionLines, progress }: Bench): Promise<UserData> {
  const { lines, files } = await millionLines()
  progress(`a folder for the app, with ${lines} lines in it`)
  const path = folder.newFile('user-data')
  mkdirSync(path)
  const database = join(path, 'warehouse.db')
  copyFileSync(files.core, database, constants.COPYFILE_FICLONE)
  flush(database)
  const before = new Date(Date.now() - 60_000) // a file of this second is checked, since it may still have been changed
  utimesSync(database, before, before)
  markClean(database) // it was checked as it was made
  return { path, lines, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) }
}

/** So that the disk does not write it while something is timed. */
function flush(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}
