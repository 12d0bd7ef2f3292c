import { existsSync } from 'node:fs'
import { parse } from 'node:path'
import { renameDurably } from './durable.ts'

/** Beside the database: what SQLite keeps there. Without them, or with another's, it is not what it was. */
const companions = ['-wal', '-shm', '-journal']

/**
 * Takes a database out of the way, with its log: nothing is deleted or changed but the names. The database goes first, since
 * without its log it would pass as a whole one that is older. It must be closed.
 * @returns its new path; null: there was none
 */
export async function setAside(database: string, now: Date): Promise<string | null> {
  const kept = freeName(database, now)
  const found = ['', ...companions].filter((suffix) => existsSync(database + suffix))
  for (const suffix of found) await renameDurably(database + suffix, kept + suffix)
  return found.length > 0 ? kept : null
}

/** `warehouse.db` becomes `warehouse-set-aside-2030-01-01T09-00-00-000Z.db`. */
function freeName(database: string, now: Date): string {
  const { dir, name, ext } = parse(database)
  const stamped = `${dir}/${name}-set-aside-${stamp(now)}`
  for (let number = 1; ; number++) {
    const path = `${stamped}${number === 1 ? '' : `-${number}`}${ext}`
    if (![path, ...companions.map((suffix) => path + suffix)].some((taken) => existsSync(taken))) return path
  }
}

/** An instant as it may stand in a file's name on every system; in the order of time. */
export const stamp = (instant: Date): string => instant.toISOString().replace(/[:.]/g, '-')
