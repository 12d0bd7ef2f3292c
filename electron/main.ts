import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import log from 'electron-log/main'
import { Backups, isStorageError } from '../core/index.ts'
import { serveAppearance } from './appearance.ts'
import { registerAppScheme, serveApp } from './appScheme.ts'
import { BackupSchedule } from './backupSchedule.ts'
import { confineWindows } from './confineWindows.ts'
import { Imports } from './imports.ts'
import { Ipc } from './ipc.ts'
import { loadMailSettings, serveMail, startMail } from './mail.ts'
import { setMenu } from './menu.ts'
import { openWithRecovery } from './openWithRecovery.ts'
import { CurrentOperator, serveOperator } from './operator.ts'
import { push, pushBackups, pushChanges } from './pushes.ts'
import { serveBackups } from './serveBackups.ts'
import { serveWarehouse } from './serveWarehouse.ts'
import { systemLanguage, texts } from './texts.ts'
import { WarehouseHost } from './warehouseHost.ts'
import { Windows } from './windows.ts'

log.errorHandler.startCatching({ showDialog: false })
// It would remove the switch, without which Chromium ends at once where it can have no sandbox; see docs/platforms.md.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerAppScheme()

if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
  app.whenReady().then(start).catch(giveUp)
} else app.quit() // the first instance comes to the front

async function start(): Promise<void> {
  // While a message box is open there is no window yet, and none must be opened.
  const focusApp = () => app.focus({ steal: true })
  app.on('second-instance', focusApp)
  confineWindows()
  serveApp(join(import.meta.dirname, '../renderer'))
  const database = join(app.getPath('userData'), 'warehouse.db')
  const backups = new Backups({ database, folder: join(app.getPath('userData'), 'backups') })
  const mailSettings = await loadMailSettings()
  const operator = new CurrentOperator()
  const ipc = new Ipc()
  const host: WarehouseHost = new WarehouseHost({
    backups,
    ipc,
    open: () => openWithRecovery(database, backups),
    onOpened(warehouse) {
      const pushChange = pushChanges()
      warehouse.subscribe(({ outcome }) => pushChange(outcome.notices))
      startMail(warehouse, mailSettings, () => pushChange([]))
      push({ type: 'changed', notices: [] })
    },
    onClosing: () => imports.cancelAll(),
  })
  const imports = new Imports(host.current, operator)
  if (!(await host.open())) return app.exit()
  serveWarehouse(ipc, host.current, operator)
  serveOperator(ipc, operator)
  serveMail(ipc, host.current, mailSettings)
  imports.serve(ipc)
  const schedule = new BackupSchedule({
    backups,
    source: host.current,
    onProgress: pushBackups,
    onError: logAndWarnOfDamage(),
  })
  serveBackups(ipc, { backups, schedule, restore: (name) => host.restore(name, () => app.exit()) })
  schedule.start()
  closeBeforeQuitting(host)
  let language = systemLanguage()
  const windows = new Windows(() => language)
  setMenu(language, windows.open)
  serveAppearance(ipc, (chosen) => {
    if (chosen === language) return
    language = chosen
    setMenu(language, windows.open)
  })
  windows.open()
  app.off('second-instance', focusApp).on('second-instance', windows.focus)
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && windows.open())
}

/** A copy shows every page, where the app otherwise sees what it needs: damage that it finds is said, once. */
function logAndWarnOfDamage(): (error: unknown) => void {
  let warned = false
  return (error) => {
    log.error(error)
    if (warned || !isStorageError(error, 'StorageDamaged')) return
    warned = true
    const { damaged, foundWhileOpen, file } = texts()
    const detail = `${foundWhileOpen}\n\n${file(error.details.file)}`
    dialog.showMessageBox({ type: 'warning', message: damaged, detail }).catch((fault) => log.error(fault))
  }
}

/** What was begun is finished first. */
function closeBeforeQuitting(host: WarehouseHost): void {
  app.on('will-quit', (event) => {
    event.preventDefault()
    host
      .close()
      .catch((error) => log.error(error))
      .finally(() => app.exit())
  })
}

function giveUp(error: Error): void {
  log.error(error)
  const { cannotStart, seeLog } = texts()
  dialog.showErrorBox(cannotStart, `${seeLog}\n${log.transports.file.getFile().path}`)
  app.exit(1)
}
