import { app, dialog } from 'electron'
import log from 'electron-log/main'
import { z } from 'zod'
import type { BackupSchedule } from '../backupSchedule.ts'
import type { Ipc } from '../ipc.ts'
import { folderOf, ownPlace, type Place, samplePlace } from '../place.ts'
import { texts } from '../texts.ts'
import type { WarehouseHost } from '../warehouseHost.ts'
import { removeSample } from './openSample.ts'

type Parts = {
  readonly host: WarehouseHost
  readonly schedule: BackupSchedule
  /** Shows in every window what there is in the place. */
  readonly onSwitched: () => void
}

/** Leads to the sample and back, in all windows at once. */
export function serveSample(ipc: Ipc, { host, schedule, onSwitched }: Parts): void {
  const switchTo = async (place: Place, between = async () => {}) => {
    const stopBackups = () => {
      schedule.cancel() // a backup copies the warehouse that is open
      schedule.stopVerifying()
    }
    stopBackups()
    const onClosed = () => {
      stopBackups() // those that were begun while this waited for its turn
      return between()
    }
    try {
      await host.switchTo(place, onClosed, () => app.exit())
    } finally {
      schedule.forgetLast()
      onSwitched()
    }
    return null
  }
  ipc.serve('openSample', z.tuple([]), async () => (host.place.isSample ? null : switchTo(samplePlace())))
  ipc.serve('leaveSample', z.tuple([z.boolean()]), async (isRemoved) => {
    const { place } = host
    if (!place.isSample) return null
    const remove = () => removeSample(place).catch((error) => warnThatItIsThere(place, error))
    return switchTo(ownPlace(), isRemoved ? remove : undefined)
  })
}

/** Another program holds one of its files, as on Windows. */
function warnThatItIsThere(place: Place, error: unknown): void {
  log.error('the sample was not removed', error)
  const t = texts()
  const detail = t('main.file', { file: folderOf(place) })
  dialog
    .showMessageBox({ type: 'warning', message: t('main.sample.isThere'), detail })
    .catch((fault) => log.error(fault))
}
