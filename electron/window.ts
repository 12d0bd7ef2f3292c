import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, session } from 'electron'
import log from 'electron-log/main'
import { APP_ORIGIN } from './appScheme.ts'

/** The page gets no permission, goes nowhere and opens nothing, whatever it holds. */
export function confineWindows(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1360,
    height: 880,
    minWidth: 720,
    minHeight: 540,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14171c' : '#f5f6f8',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.error('the window was lost', { reason })
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload()
  })
  window.loadURL(`${APP_ORIGIN}/index.html`).catch((error) => log.error('the window did not load', error))
  return window
}

/** The window that the person worked with last comes to the front; a new one when there is none. */
export function focusWindow(): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows().at(0)
  if (!window) return void openWindow()
  if (window.isMinimized()) window.restore()
  window.focus()
}
