import { Menu, type MenuItemConstructorOptions } from 'electron'
import { openWindow } from './window.ts'

/** Mostly for its shortcuts: a second window for a second screen, copy and paste on a Mac, zoom. */
export function setMenu(): void {
  const file: MenuItemConstructorOptions = {
    role: 'fileMenu',
    submenu: [
      { id: 'new-window', label: 'New Window', accelerator: 'CmdOrCtrl+N', click: () => void openWindow() },
      { type: 'separator' },
      { role: 'close' },
      { role: 'quit' },
    ],
  }
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([...mac, file, { role: 'editMenu' }, { role: 'viewMenu' }, { role: 'windowMenu' }]),
  )
}
