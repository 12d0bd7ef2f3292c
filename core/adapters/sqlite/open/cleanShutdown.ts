import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { sizeOf } from './inspect.ts'

// Beside a database that is closed stands how it was left. While it is still so, nobody has written to it since, and it is not
// looked through, which takes seconds on a large one. Bytes that the disk itself lost are found by the next backup.

const noteOf = (file: string): string => `${file}-closed`

/** Milliseconds: a file that was changed less than so long ago may be changed again and get the same time. */
const TICK = 1000

/** Notes that the file is whole, unless somebody distrusts it or another connection has it open. */
export function markClean(file: string): void {
  if (!existsSync(noteOf(file)) && !existsSync(`${file}-wal`)) writeNote(file, stateOf(file))
}

/** The file is damaged, or nobody knows: however it is closed, it is looked through when it is opened next. */
export const markDirty = (file: string): void => writeNote(file, '')

/** Whether the file is as it was closed. Then the note is gone, so that the file is looked through after a crash. */
export function wasClean(file: string): boolean {
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

/** Beside a file only: a database in memory is none. */
function writeNote(file: string, note: string): void {
  if (!existsSync(file)) return
  try {
    writeFileSync(noteOf(file), note)
  } catch {
    // on a full disk, say: without a note, the file is looked through
  }
}
