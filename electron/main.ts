import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import log from 'electron-log/main'
import { applyTheme, followSettings } from './appearance.ts'
import { registerAppScheme, serveApp } from './appScheme.ts'
import { closeInTime } from './closeInTime.ts'
import { confineWindows } from './confineWindows.ts'
import { PUSH, type Push } from './contract.ts'
import { GivenFiles } from './givenFiles.ts'
import { Ipc } from './ipc.ts'
import { serveSample } from './sample/serveSample.ts'
import { Commands } from './serveCommands.ts'
import { type Services, startServices } from './services.ts'
import { serveSettings } from './settings.ts'
import { texts } from './texts.ts'
import { Windows } from './windows.ts'

const APP_ID = 'app.warehouse.desk' // as in electron-builder.yml, whose installer gives it to the shortcut

log.transports.file.resolvePathFn = () => join(app.getPath('userData'), 'logs/main.log') // on a Mac it would lie elsewhere
log.errorHandler.startCatching({ showDialog: false })
// It would remove the switch, without which Chromium ends at once where it can have no sandbox; see docs/platforms.md.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
if (hasLittleSharedMemory()) app.commandLine.appendSwitch('disable-dev-shm-usage')
if (process.platform === 'linux') app.commandLine.appendSwitch('enable-wayland-ime') // for typing Korean
if (process.platform === 'win32') app.setAppUserModelId(APP_ID) // without it Windows shows no notification of an installed app
registerAppScheme()
const given = new GivenFiles()
app.on('open-file', takeOpened) // on a Mac, also before it is ready

if (app.requestSingleInstanceLock()) {
  app.whenReady().then(start).catch(giveUp)
} else app.quit() // the first instance comes to the front

async function start(): Promise<void> {
  // While a message box is open there is no window yet, and none must be opened.
  given.addFrom(process.argv.slice(1), process.cwd())
  const focusApp = (_event: unknown, args: string[], folder: string) => {
    given.addFrom(args.slice(1), folder)
    app.focus({ steal: true })
  }
  app.on('second-instance', focusApp)
  const goOn = () => {} // nor does the app end with the small window that says why it waits
  app.on('window-all-closed', goOn)
  applyTheme()
  confineWindows()
  const ipc = new Ipc()
  serveSettings(ipc)
  let showNotices = (_origin: number | null): void => {} // there is no window yet
  const services = await startServices(ipc, given, (origin) => showNotices(origin))
  if (!services) return app.exit()
  serveApp(join(import.meta.dirname, '../renderer'), () => services.host.place.photos)
  closeInTime(services.host, services.schedule)
  const windows = showWindows(ipc, services)
  showNotices = (origin) =>
    windows.tell(origin === null ? { type: 'command', id: 'go.backups' } : { type: 'showNotices', origin })
  app.off('second-instance', focusApp).on('second-instance', (_event, args, folder) => {
    const window = windows.focus()
    if (given.addFrom(args.slice(1), folder)) tellOfGiven(window)
  })
  app.off('open-file', takeOpened).on('open-file', (event, path) => {
    takeOpened(event, path)
    tellOfGiven(windows.focus())
  })
  app.off('window-all-closed', goOn).on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
  app.on('activate', () => windows.areClosed && windows.open())
}

function showWindows(ipc: Ipc, services: Services): Windows {
  const windows = new Windows(() => services.host.place)
  serveSample(ipc, { ...services, onSwitched: windows.reload })
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

function takeOpened(event: Electron.Event, path: string): void {
  event.preventDefault()
  given.add(path)
}

const tellOfGiven = ({ webContents }: BrowserWindow): void =>
  webContents.send(PUSH, { type: 'fileGiven' } satisfies Push)

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
