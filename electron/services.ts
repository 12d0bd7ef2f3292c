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
import { Notifications } from './notifications.ts'
import { openWithRecovery } from './openWithRecovery.ts'
import { CurrentOperator, serveOperator } from './operator.ts'
import { servePhotos } from './photos.ts'
import { ownPlace } from './place.ts'
import { servePrinting } from './printing.ts'
import { push, pushBackups, pushChanges } from './pushes.ts'
import { ReportSchedule } from './report/reportSchedule.ts'
import { openSample } from './sample/openSample.ts'
import { SecondBackups } from './secondBackups.ts'
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

/** Brings a window to the front that shows the notices of this origin; null: the backups. */
type ShowNotices = (origin: number | null) => void

/**
 * Opens the warehouse in the user's data folder and serves it to the windows. null: the person chose to quit.
 * @param given files that a person opened with the app
 */
export async function startServices(ipc: Ipc, given: GivenFiles, showNotices: ShowNotices): Promise<Services | null> {
  const file = (name: string) => join(app.getPath('userData'), name)
  const mailSettings = await loadMailSettings(file('mail.json'))
  const folder = new LastFolder(file('last-folder.json'), app.getPath('documents'))
  await folder.load()
  const operator = new CurrentOperator()
  const session = new CurrentSession()
  const version = writtenBy(file('version'), app.getVersion())
  const notifications: Notifications = new Notifications({
    warehouse: () => (host.place.isSample ? null : host.current()),
    reader: () => operator.name,
    show: showNotices,
  })
  const host: WarehouseHost = new WarehouseHost(ownPlace(), {
    ipc,
    open: (place) =>
      place.isSample ? openSample(place) : openWithRecovery(place.database, place.backups, version.before),
    onOpened: (warehouse, { isSample }) => {
      session.begin(warehouse).catch((error) => log.error(error))
      followWarehouse(warehouse, isSample ? null : { mailSettings, notifications })
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

  // The warehouse that is open when its turn comes: a backup that waited for a restore copies what was restored, but none the sample.
  const source = (): BackupSource => {
    const { place } = host
    return { copyTo: async (copy, options) => host.currentOf(place).copyTo(copy, options) }
  }
  const backups = () => host.place.backups
  const second = new SecondBackups(file('backups'), () => pushBackups(schedule.work))
  const warn = logAndWarnOfDamage()
  const schedule: BackupSchedule = new BackupSchedule({
    ...{ backups, source, onProgress: pushBackups },
    onMade: () => void second.copy(),
    onError: (error) => {
      warn(error)
      notifications.onBackupFailed()
    },
  })
  second.serve(ipc)
  serveWarehouse(ipc, host.current, operator)
  serveOperator(ipc, operator)
  serveSession(ipc, host.current, session)
  serveMail(ipc, () => (host.place.isSample ? null : host.current()), mailSettings)
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
  serveBackups(ipc, { backups, schedule, second, restore: (...given) => host.restore(...given, () => app.exit()) })
  const isImporting = () => imports.isRunning || importUndos.isRunning
  serveUpdates(ipc, { schedule, isImporting })
  schedule.start()
  second.start()
  reports.start()
  return { host, schedule }
}

type Outside = { readonly mailSettings: MailSettingsFile; readonly notifications: Notifications }

/** Tells the windows what is written from now on, and sends its mails; null: nobody outside of them is told. */
function followWarehouse(warehouse: Warehouse, outside: Outside | null): void {
  const pushChange = pushChanges()
  warehouse.subscribe(({ outcome }) => {
    pushChange(outcome.notices)
    outside?.notifications.onChange(outcome.notices)
  })
  if (outside) startMail(warehouse, outside.mailSettings, () => pushChange([]))
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
