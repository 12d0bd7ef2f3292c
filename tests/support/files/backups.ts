import { dirname, join } from 'node:path'
import { Backups } from '../../../core/index.ts'

/** The backups of a database, where the app has them. */
export const backupsOf = (database: string, now?: () => Date): Backups =>
  new Backups({ database, folder: join(dirname(database), 'backups'), ...(now && { now }) })

/** A clock that a test moves. */
export function clock(start = '2030-01-01T09:00:00Z') {
  let time = Date.parse(start)
  return {
    now: () => new Date(time),
    pass: (minutes: number) => {
      time += minutes * 60_000
    },
  }
}
