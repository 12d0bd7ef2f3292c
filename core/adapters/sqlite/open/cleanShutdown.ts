import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { sizeOf } from './inspect.ts'

// A marker file beside a closed database holds its size and modification time. If both still match at the next start, nobody
// wrote to the file meanwhile, and the integrity check, which takes seconds on a large file, is skipped. Bytes that the disk
// itself lost are found by the next backup.

const markerOf = (file: string): string => `${file}-closed`

/** Milliseconds. Two changes of a file within this time may get the same modification time. */
const MTIME_RESOLUTION = 1000

/** Call after closing. Keeps a dirty mark, and writes none while another connection has the file open. */
export function markClean(file: string): void {
  if (!existsSync(markerOf(file)) && !existsSync(`${file}-wal`)) writeMarker(file, stateOf(file))
}

/** The file is damaged, or may be: the next start checks it, however it is closed. */
export const markDirty = (file: string): void => writeMarker(file, '')

/** Whether the file is unchanged since it was marked clean. Removes the marker, so that a crash leaves none. */
export function wasClean(file: string): boolean {
  const marked = takeMarker(file)
  if (!marked || marked !== stateOf(file) || sizeOf(`${file}-wal`) > 0) return false
  return Date.now() - statSync(file).mtimeMs > MTIME_RESOLUTION
}

/** null: there is no marker, or it cannot be removed. */
function takeMarker(file: string): string | null {
  try {
    const marked = readFileSync(markerOf(file), 'utf8')
    rmSync(markerOf(file))
    return marked
  } catch {
    return null
  }
}

/** '': the file does not exist. */
function stateOf(file: string): string {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false })
  return stats ? `${stats.size} ${stats.mtimeNs}` : ''
}

function writeMarker(file: string, state: string): void {
  if (!existsSync(file)) return // a database in memory
  try {
    writeFileSync(markerOf(file), state)
  } catch {
    // Such as on a full disk. Without a marker the next start checks the file.
  }
}
