import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import log from 'electron-log/main'
import { openWarehouse, type Warehouse } from '../core/index.ts'
import { answerOperator } from './answerOperator.ts'
import { registerAppScheme, serveApp } from './appScheme.ts'
import { answerImports } from './imports.ts'
import { answerWarehouse } from './ipc.ts'
import { answerMail } from './mail.ts'
import { setMenu } from './menu.ts'
import { pushChanges } from './pushes.ts'
import { confineWindows, focusWindow, openWindow } from './window.ts'

log.errorHandler.startCatching({ showDialog: false })
app.enableSandbox()
registerAppScheme()

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindow)
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
  app.whenReady().then(start).catch(giveUp)
} else app.quit() // the first instance comes to the front

async function start(): Promise<void> {
  const warehouse = await openWarehouse({ database: join(app.getPath('userData'), 'warehouse.db') })
  closeBeforeQuitting(warehouse)
  confineWindows()
  serveApp(join(import.meta.dirname, '../renderer'))
  answerWarehouse(warehouse)
  answerOperator()
  answerImports(warehouse)
  const pushChange = pushChanges()
  warehouse.subscribe(({ outcome }) => pushChange(outcome.notices))
  await answerMail(warehouse, () => pushChange([]))
  setMenu()
  openWindow()
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && openWindow())
}

/** What was begun is finished first. */
function closeBeforeQuitting(warehouse: Warehouse): void {
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
  dialog.showErrorBox('Warehouse cannot start', error.message)
  app.exit(1)
}
