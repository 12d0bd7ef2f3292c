import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import log from 'electron-log/main'
import { Backups, type Warehouse } from '../core/index.ts'
import { answerLanguage } from './answerLanguage.ts'
import { answerOperator } from './answerOperator.ts'
import { registerAppScheme, serveApp } from './appScheme.ts'
import { keepBackups } from './backups.ts'
import { answerImports, cancelImports } from './imports.ts'
import { answerImportUndos, cancelImportUndos } from './importUndos.ts'
import { answerWarehouse, holdCalls } from './ipc.ts'
import { answerMail } from './mail.ts'
import { setMenu } from './menu.ts'
import { push, pushChanges } from './pushes.ts'
import { openOrAsk } from './startup.ts'
import { texts } from './texts.ts'
import { confineWindows, focusWindow, openWindow } from './window.ts'

log.errorHandler.startCatching({ showDialog: false })
app.enableSandbox()
registerAppScheme()

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindow)
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
  app.whenReady().then(start).catch(giveUp)
} else app.quit() // the first instance comes to the front

const database = () => join(app.getPath('userData'), 'warehouse.db')
let warehouse: Warehouse

async function start(): Promise<void> {
  const backups = new Backups({ database: database(), folder: join(app.getPath('userData'), 'backups') })
  const opened = await openOrAsk(database(), backups)
  if (!opened) return app.exit()
  confineWindows()
  serveApp(join(import.meta.dirname, '../renderer'))
  await serve(opened)
  answerOperator()
  answerLanguage()
  keepBackups(backups, { warehouse: () => warehouse, restore: (name) => restore(backups, name) })
  closeBeforeQuitting()
  setMenu()
  openWindow()
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && openWindow())
}

/** From now on the windows speak to this one. */
async function serve(opened: Warehouse): Promise<void> {
  warehouse = opened
  answerWarehouse(warehouse)
  answerImports(warehouse)
  answerImportUndos(warehouse)
  const pushChange = pushChanges()
  warehouse.subscribe(({ outcome }) => pushChange(outcome.notices))
  await answerMail(warehouse, () => pushChange([]))
}

/** The windows stay: what they call meanwhile waits, and then they read everything anew. */
async function restore(backups: Backups, name: string): Promise<string | null> {
  let goOn: (() => void) | null = null
  try {
    return await backups.restore(name, async () => {
      goOn = holdCalls()
      cancelImports()
      cancelImportUndos()
      await warehouse.close()
    })
  } finally {
    if (goOn) await reopen(backups).finally(goOn)
  }
}

async function reopen(backups: Backups): Promise<void> {
  const opened = await openOrAsk(database(), backups)
  if (!opened) return app.exit()
  await serve(opened)
  push({ type: 'changed', notices: [] })
}

/** What was begun is finished first. */
function closeBeforeQuitting(): void {
  app.on('will-quit', (event) => {
    event.preventDefault()
    warehouse
      .close()
      .catch((error) => log.error(error))
      .finally(() => app.exit())
  })
}

function giveUp(error: Error): void {
  log.error(error)
  const t = texts()
  dialog.showErrorBox(t('main.cannotStart'), `${t('main.seeLog')}\n${log.transports.file.getFile().path}`)
  app.exit(1)
}
