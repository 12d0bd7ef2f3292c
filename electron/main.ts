import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import log from 'electron-log/main'
import { photosBeside } from '../core/index.ts'
import { applyTheme, followSettings } from './appearance.ts'
import { registerAppScheme, serveApp } from './appScheme.ts'
import { closeInTime } from './closeInTime.ts'
import { confineWindows } from './confineWindows.ts'
import { Ipc } from './ipc.ts'
import { Commands } from './serveCommands.ts'
import { databaseFile, startServices } from './services.ts'
import { serveSettings } from './settings.ts'
import { texts } from './texts.ts'
import { Windows } from './windows.ts'

log.transports.file.resolvePathFn = () => join(app.getPath('userData'), 'logs/main.log') // on a Mac it would lie elsewhere
log.errorHandler.startCatching({ showDialog: false })
// It would remove the switch, without which Chromium ends at once where it can have no sandbox; see docs/platforms.md.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
if (hasLittleSharedMemory()) app.commandLine.appendSwitch('disable-dev-shm-usage')
if (process.platform === 'linux') app.commandLine.appendSwitch('enable-wayland-ime') // for typing Korean
registerAppScheme()

if (app.requestSingleInstanceLock()) {
  app.whenReady().then(start).catch(giveUp)
} else app.quit() // the first instance comes to the front

async function start(): Promise<void> {
  // While a message box is open there is no window yet, and none must be opened.
  const focusApp = () => app.focus({ steal: true })
  app.on('second-instance', focusApp)
  const goOn = () => {} // nor does the app end with the small window that says why it waits
  app.on('window-all-closed', goOn)
  applyTheme()
  confineWindows()
  serveApp(join(import.meta.dirname, '../renderer'), photosBeside(databaseFile()))
  const ipc = new Ipc()
  serveSettings(ipc)
  let showNotices = (_origin: number | null): void => {} // there is no window yet
  const services = await startServices(ipc, (origin) => showNotices(origin))
  if (!services) return app.exit()
  closeInTime(services.host, services.schedule)
  const windows = showWindows(ipc)
  showNotices = (origin) =>
    windows.tell(origin === null ? { type: 'command', id: 'go.backups' } : { type: 'showNotices', origin })
  app.off('second-instance', focusApp).on('second-instance', windows.focus)
  app.off('window-all-closed', goOn).on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && windows.open())
}

function showWindows(ipc: Ipc): Windows {
  const windows = new Windows()
  const commands = new Commands(windows.open)
  commands.serve(ipc)
  commands.showMenu()
  followSettings(() => {
    commands.showMenu()
    windows.showTitles()
  })
  windows.serve(ipc)
  windows.openAll()
  return windows
}

/** In containers, whose 64 MB pages outgrow, and crash. */
function hasLittleSharedMemory(): boolean {
  if (process.platform !== 'linux') return false
  try {
    const { blocks, bsize } = statfsSync('/dev/shm')
    return blocks * bsize < 256 * 1024 * 1024
  } catch {
    return true // there is none
  }
}

function giveUp(error: Error): void {
  log.error(error)
  const t = texts()
  dialog.showErrorBox(t('main.cannotStart'), `${t('main.seeLog')}\n${log.transports.file.getFile().path}`)
  app.exit(1)
}
