import { existsSync } from 'node:fs'
import { parse } from 'node:path'
import { renameDurably } from '../../durable.ts'

/** What SQLite keeps beside a database. Without it, or with another database's, the content is not the same. */
const companions = ['-wal', '-shm', '-journal']

/**
 * Renames a closed database and its companions; nothing is deleted or changed.
 * @returns its new path; null: there was none
 */
export async function setAside(database: string, now: Date): Promise<string | null> {
  const kept = freeName(database, now)
  const found = ['', ...companions].filter((suffix) => existsSync(database + suffix))
  // The database goes first: without its log it would pass for a whole, older one.
  for (const suffix of found) await renameDurably(database + suffix, kept + suffix)
  return found.length > 0 ? kept : null
}

/** Undoes `setAside`. The database comes last, for the same reason. */
export async function putBack(kept: string, database: string): Promise<void> {
  for (const suffix of [...companions, ''])
    if (existsSync(kept + suffix)) await renameDurably(kept + suffix, database + suffix)
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

/** An instant as part of a file's name, valid on every system; sorts by time. */
export const stamp = (instant: Date): string => instant.toISOString().replace(/[:.]/g, '-')
