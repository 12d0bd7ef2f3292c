import { join } from 'node:path'
import { app, dialog } from 'electron'
import log from 'electron-log/main'
import { type BackupSource, isStorageError, type Warehouse } from '../core/index.ts'
import { serveAbout } from './about.ts'
import { BackupSchedule } from './backupSchedule.ts'
import { serveDataFolder } from './dataFolder.ts'
import { serveExports } from './exports.ts'
import type { GivenFiles } from './givenFiles.ts'
import { Imports } from './imports.ts'
import { ImportUndos } from './importUndos.ts'
import type { Ipc } from './ipc.ts'
import { Jobs } from './jobs.ts'
import { LastFolder } from './lastFolder.ts'
import { loadMailSettings, serveMail, startMail } from './mail.ts'
import type { MailSettingsFile } from './mailSettings.ts'
import { openWithRecovery } from './openWithRecovery.ts'
import { CurrentOperator, serveOperator } from './operator.ts'
import { servePhotos } from './photos.ts'
import { ownPlace } from './place.ts'
import { servePrinting } from './printing.ts'
import { push, pushBackups, pushChanges } from './pushes.ts'
import { ReportSchedule } from './report/reportSchedule.ts'
import { openSample } from './sample/openSample.ts'
import { serveBackups } from './serveBackups.ts'
import { serveStood } from './serveStood.ts'
import { serveWarehouse } from './serveWarehouse.ts'
import { serveWhatIf } from './serveWhatIf.ts'
import { CurrentSession, serveSession } from './session.ts'
import { texts } from './texts.ts'
import { serveUpdates } from './updates/serveUpdates.ts'
import { writtenBy } from './updates/writtenBy.ts'
import { WarehouseHost } from './warehouseHost.ts'

export type Services = { readonly host: WarehouseHost; readonly schedule: BackupSchedule }

/**
 * Opens the warehouse in the user's data folder and serves it to the windows. null: the person chose to quit.
 * @param given files that a person opened with the app
 */
export async function startServices(ipc: Ipc, given: GivenFiles): Promise<Services | null> {
  const file = (name: string) => join(app.getPath('userData'), name)
  const mailSettings = await loadMailSettings(file('mail.json'))
  const folder = new LastFolder(file('last-folder.json'), app.getPath('documents'))
  await folder.load()
  const operator = new CurrentOperator()
  const session = new CurrentSession()
  const version = writtenBy(file('version'), app.getVersion())
  const host: WarehouseHost = new WarehouseHost(ownPlace(), {
    ipc,
    open: (place) =>
      place.isSample ? openSample(place) : openWithRecovery(place.database, place.backups, version.before),
    onOpened: (warehouse, { isSample }) => {
      session.begin(warehouse).catch((error) => log.error(error))
      followWarehouse(warehouse, isSample ? null : mailSettings)
    },
    onClosing: () => {
      imports.cancelAll()
      importUndos.cancelAll()
      jobs.cancelAll()
    },
  })
  const imports = new Imports({ warehouse: host.current, operator, folder, given, copies: file('dropped') })
  const jobs = new Jobs()
  const importUndos = new ImportUndos(host.current, operator)
  if (!(await host.open())) return null
  await version.keep().catch((error) => log.error(error))

  // The warehouse that is open when its turn comes: a backup that waited for a restore copies what was restored.
  const source: BackupSource = { copyTo: (copy, options) => host.current().copyTo(copy, options) }
  const backups = () => host.place.backups
  const schedule = new BackupSchedule({ backups, source, onProgress: pushBackups, onError: logAndWarnOfDamage() })
  serveWarehouse(ipc, host.current, operator)
  serveOperator(ipc, operator)
  serveSession(ipc, host.current, session)
  serveMail(ipc, host.current, mailSettings)
  servePrinting(ipc, folder)
  serveExports(ipc, folder)
  const reports = new ReportSchedule(host.current, () => !host.place.isSample)
  reports.serve(ipc)
  servePhotos(ipc, () => host.place.photos)
  serveDataFolder(ipc)
  serveAbout(ipc, host)
  imports.serve(ipc)
  importUndos.serve(ipc)
  jobs.serve(ipc)
  serveStood(ipc, host.current, jobs)
  serveWhatIf(ipc, { warehouse: host.current, boards: () => host.place.boards, operator, folder, jobs })
  serveBackups(ipc, { backups, schedule, restore: (...given) => host.restore(...given, () => app.exit()) })
  const isImporting = () => imports.isRunning || importUndos.isRunning
  serveUpdates(ipc, { schedule, isImporting })
  schedule.start()
  reports.start()
  return { host, schedule }
}

/** Tells the windows what is written from now on, and sends its mails; null: none, whatever was set up. */
function followWarehouse(warehouse: Warehouse, mailSettings: MailSettingsFile | null): void {
  const pushChange = pushChanges()
  warehouse.subscribe(({ outcome }) => pushChange(outcome.notices))
  if (mailSettings) startMail(warehouse, mailSettings, () => pushChange([]))
  push({ type: 'changed', notices: [] }) // windows that showed another one read everything anew
}

/** A copy shows every page, where the app otherwise sees what it needs: damage that it finds is said, once. */
function logAndWarnOfDamage(): (error: unknown) => void {
  let warned = false
  return (error) => {
    log.error(error)
    if (warned || !isStorageError(error, 'StorageDamaged')) return
    warned = true
    const t = texts()
    const detail = `${t('main.foundWhileOpen')}\n\n${t('main.file', error.details)}`
    dialog.showMessageBox({ type: 'warning', message: t('main.damaged'), detail }).catch((fault) => log.error(fault))
  }
}
