import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { sizeOf } from './inspect.ts'

// Beside a database that is closed stands how it was left. While it is still so, nobody has touched it since it was found
// whole, and looking through all of it again, which takes seconds on a large one, would tell nothing new.

const noteOf = (file: string): string => `${file}-closed`

/** Milliseconds in which two changes may get the same time from a file system. */
const TICK = 1000

/** Notes that the file is whole, unless somebody distrusts it or another connection has it open. */
export function noteClosed(file: string): void {
  if (!existsSync(noteOf(file)) && !existsSync(`${file}-wal`)) writeNote(file, stateOf(file))
}

/** The file was found damaged: however it is closed, it is looked through when it is opened next. */
export const distrust = (file: string): void => writeNote(file, '')

/** Whether the file is as it was closed. Then the note is gone, so that the file is looked through after a crash. */
export function isAsClosed(file: string): boolean {
  const noted = takeNote(file)
  if (!noted || noted !== stateOf(file) || sizeOf(`${file}-wal`) > 0) return false
  return Date.now() - statSync(file).mtimeMs > TICK
}

/** null: there is none, or it cannot be taken away. */
function takeNote(file: string): string | null {
  try {
    const note = readFileSync(noteOf(file), 'utf8')
    rmSync(noteOf(file))
    return note
  } catch {
    return null
  }
}

/** '': there is no file. */
function stateOf(file: string): string {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false })
  return stats ? `${stats.size} ${stats.mtimeNs}` : ''
}

function writeNote(file: string, note: string): void {
  try {
    writeFileSync(noteOf(file), note)
  } catch {
    // on a full disk, say: without a note, the file is looked through
  }
}
