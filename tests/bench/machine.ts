import { cpus, loadavg, totalmem } from 'node:os'
import Database from 'better-sqlite3'
import type { Disk } from './measure/disk.ts'

/** What figures depend on, and cannot be compared without. */
export type Machine = {
  readonly date: string
  readonly processor: string
  readonly cores: number
  readonly memoryGB: number
  readonly platform: string
  readonly node: string
  readonly sqlite: string
  /** Microseconds. */
  readonly fdatasync: number
  /** Processes that ran or waited to, on average: in the minute before, and in the minute before the end. */
  readonly loadBefore: number
  readonly loadAfter: number
}

export const load = (): number => loadavg()[0]!

export function describeMachine(disk: Disk, loadBefore: number): Machine {
  const db = new Database(':memory:')
  const sqlite = db.prepare<[], string>('SELECT sqlite_version()').pluck().get()!
  db.close()
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 1e9),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    sqlite,
    fdatasync: disk.probe(),
    loadBefore,
    loadAfter: load(),
  }
}
