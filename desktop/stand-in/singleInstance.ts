import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** What a second instance was started with. */
export type Start = { readonly argv: string[]; readonly workingDirectory: string; readonly additionalData: unknown }

/**
 * Is this the only process of the app on a folder? The lock is SQLite's on a file, that is the operating system's: it ends with its
 * process however that ends, and a reused or unburied process id means nothing to it.
 *
 * When another process has it, that one is told how this one was started.
 */
export function singleInstance(
  folder: string,
  start: Start,
  onSecond: (start: Start) => void,
): { release(): void } | undefined {
  mkdirSync(folder, { recursive: true })
  const owner = new DatabaseSync(join(folder, 'owner'))
  try {
    owner.exec('PRAGMA busy_timeout = 50; BEGIN EXCLUSIVE')
  } catch (error) {
    owner.close()
    if ((error as { errcode?: number }).errcode !== 5) throw error // 5: SQLITE_BUSY
    leaveMessage(folder, start)
    return undefined
  }
  takeMessages(folder) // left for an instance that is gone
  const watcher = watch(folder, { persistent: false }, () => takeMessages(folder).forEach(onSecond))
  return {
    release() {
      watcher.close()
      owner.close()
    },
  }
}

/** Renamed into place, so that a message is there whole or not at all. */
function leaveMessage(folder: string, start: Start): void {
  const message = join(folder, `second-${process.pid}`)
  writeFileSync(`${message}.draft`, JSON.stringify(start))
  renameSync(`${message}.draft`, message)
}

function takeMessages(folder: string): Start[] {
  const messages = readdirSync(folder).filter((name) => /^second-\d+$/.test(name))
  return messages.map((name) => {
    const start = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    rmSync(join(folder, name))
    return start
  })
}
