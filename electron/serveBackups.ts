import { basename } from 'node:path'
import { z } from 'zod'
import type { Backups, VerifyOptions } from '../core/index.ts'
import type { BackupSchedule } from './backupSchedule.ts'
import type { Ipc } from './ipc.ts'
import type { SecondBackups } from './secondBackups.ts'
import { toFailure } from './toFailure.ts'

const name = z.tuple([z.string().min(1).max(100)])

type Parts = {
  /** Those of the data that is open. */
  readonly backups: () => Backups
  readonly schedule: BackupSchedule
  readonly second: SecondBackups
  /** Opens the warehouse again, on the backup; returns where what was there before is kept, null when nothing was. */
  readonly restore: (name: string, verifying: VerifyOptions) => Promise<string | null>
}

/** Shows backups, makes, verifies and restores them. */
export function serveBackups(ipc: Ipc, { backups, schedule, second, restore }: Parts): void {
  ipc.serve('backups', z.tuple([]), async () => {
    const { making, verifying, cancelled, error } = schedule.work
    const failure = error === null ? null : toFailure(error)
    return { backups: await backups().list(), making, verifying, cancelled, failure, second: second.state }
  })
  ipc.serve('makeBackup', z.tuple([]), () => schedule.make())
  ipc.serve('cancelBackup', z.tuple([]), async () => {
    schedule.cancel()
    return null
  })
  ipc.serve('verifyBackup', name, (name) => schedule.verifying((options) => backups().verify(name, options)))
  ipc.serve('stopVerifying', z.tuple([]), async () => {
    schedule.stopVerifying()
    return null
  })
  ipc.serve('messagesSinceBackup', name, (name) => backups().messagesSince(name))
  ipc.serve('restoreBackup', name, async (name) => {
    const restored = await schedule.verifying(async (options) => ({ kept: await restore(name, options) }))
    if (!restored) return null
    schedule.forgetLast()
    return { kept: restored.kept && basename(restored.kept) }
  })
}
