import { basename } from 'node:path'
import { dialog } from 'electron'
import log from 'electron-log/main'
import { z } from 'zod'
import {
  type Backup,
  type BackupReason,
  type Backups,
  type CopyOptions,
  type CopyProgress,
  isStorageError,
  type Warehouse,
} from '../core/index.ts'
import { type BackupState, channels, type Failure } from './contract.ts'
import { answer, refuse } from './ipc.ts'
import { push } from './pushes.ts'
import { texts } from './texts.ts'

const INTERVAL = 15 * 60_000 // milliseconds
const BETWEEN_PUSHES = 100 // milliseconds

const name = z.string().min(1).max(100)

type Opened = {
  /** The one that is open now. */
  warehouse: () => Warehouse
  /** Opens it again, on the backup; answers where what was there before is kept. */
  restore: (name: string) => Promise<string | null>
}

/** Makes backups at start and every quarter of an hour when something changed, and shows and restores them. */
export function keepBackups(backups: Backups, { warehouse, restore }: Opened): void {
  let making: CopyProgress | null = null
  let cancelled = false
  let failure: Failure | null = null
  let cancelling = new AbortController()

  const show = (progress: CopyProgress | null) => {
    making = progress
    push({ type: 'backups', making, cancelled })
  }
  /** null: it was cancelled, or none was needed. */
  const make = async (work: (options: CopyOptions) => Promise<Backup | null>) => {
    const { signal } = cancelling
    try {
      const made = await work({ onProgress: seldom(show), signal })
      if (made) {
        cancelled = false
        failure = null
      }
      return made
    } catch (error) {
      cancelled = error === signal.reason
      failure = cancelled ? null : refuse(error).error
      if (!cancelled) throw error
      return null
    } finally {
      show(null)
    }
  }
  const makeInTime = (reason: BackupReason) =>
    make((options) => backups.makeIfBehind(warehouse(), reason, options)).catch(tellOfDamage)

  answer(
    channels.backups,
    z.tuple([]),
    async (): Promise<BackupState> => ({ backups: await backups.list(), making, cancelled, failure }),
  )
  answer(channels.makeBackup, z.tuple([]), () => make((options) => backups.make(warehouse(), 'person', options)))
  answer(channels.cancelBackup, z.tuple([]), async () => {
    cancelling.abort()
    cancelling = new AbortController()
    return null
  })
  answer(channels.verifyBackup, z.tuple([name]), (name) => backups.verify(name).finally(() => show(making)))
  answer(channels.messagesSinceBackup, z.tuple([name]), (name) => backups.messagesSince(name))
  answer(channels.restoreBackup, z.tuple([name]), async (name) => {
    const kept = await restore(name)
    cancelled = false // which was said of other data
    failure = null
    show(making)
    return kept && basename(kept)
  })

  void makeInTime('start')
  setInterval(() => void makeInTime('interval'), INTERVAL)
}

/** Passes on a few a second. */
function seldom(tell: (progress: CopyProgress) => void): (progress: CopyProgress) => void {
  let last = 0
  return (progress) => {
    if (performance.now() - last < BETWEEN_PUSHES) return
    last = performance.now()
    tell(progress)
  }
}

let isTold = false

/** Once: a copy shows every page, where the app otherwise sees what it needs. */
function tellOfDamage(error: unknown): void {
  if (isTold || !isStorageError(error, 'StorageDamaged')) return
  isTold = true
  const t = texts()
  const detail = `${t('main.foundWhileOpen')}\n\n${t('main.file', error.details)}`
  dialog.showMessageBox({ type: 'warning', message: t('main.damaged'), detail }).catch((fault) => log.error(fault))
}
