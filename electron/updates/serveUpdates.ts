import log from 'electron-log/main'
import { z } from 'zod'
import type { BackupSchedule } from '../backupSchedule.ts'
import type { Ipc } from '../ipc.ts'
import { push } from '../pushes.ts'
import { settings } from '../settings.ts'
import { Updates } from './updates.ts'

type Parts = {
  readonly schedule: BackupSchedule
  /** A file is being imported, or an import taken back. */
  readonly isImporting: () => boolean
}

/** Off, until a feed and the key of its signatures are entered. */
export function serveUpdates(ipc: Ipc, { schedule, isImporting }: Parts): void {
  let drafts = 0
  const updates = new Updates({
    source: () => {
      const { updateFeed: feed, updateKey: key } = settings().values
      return feed === '' ? null : { feed, key }
    },
    isBusy: () => drafts > 0 || isImporting() || schedule.work.making !== null,
    keepBackup: async () => {
      const made = await schedule.make().catch((error) => log.error('no backup before the update', error))
      return made != null
    },
    onChange: (state) => push({ type: 'update', state }),
  })
  ipc.serve('update', z.tuple([]), async () => updates.state)
  ipc.serve('checkForUpdate', z.tuple([]), async () => {
    await updates.check()
    return updates.state
  })
  ipc.serve('downloadUpdate', z.tuple([]), async () => {
    await updates.download()
    return updates.state
  })
  ipc.serve('tellDrafts', z.tuple([z.int().min(0)]), async (count) => {
    drafts = count
    return null
  })
  updates.start()
}
