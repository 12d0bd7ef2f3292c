import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Texts } from '../renderer/languages/texts.ts'
import { texts } from './texts.ts'
import { openWindow } from './window.ts'

type Item = MenuItemConstructorOptions
/** What Electron does by itself. Its own labels are English, so each has a text here. */
type Role = Extract<Item['role'], keyof Texts['main']['menu']>

const separator = { type: 'separator' } as const

/**
 * In the language that main speaks now. Mostly for its shortcuts: a second window for a second screen, copy and paste on
 * a Mac, zoom.
 */
export function setMenu(): void {
  const t = texts()
  const item = (role: Role | typeof separator): Item =>
    typeof role === 'object' ? role : { role, label: t(`main.menu.${role}`) }
  const menu = (name: 'edit' | 'view' | 'window', ...roles: (Role | typeof separator)[]): Item => ({
    label: t(`main.menu.${name}`),
    submenu: roles.map(item),
  })
  const newWindow: Item = {
    id: 'new-window',
    label: t('main.menu.newWindow'),
    accelerator: 'CmdOrCtrl+N',
    click: () => void openWindow(),
  }
  const app: Item = {
    label: t('app.name'),
    submenu: [item('hide'), item('hideOthers'), item('unhide'), separator, item('quit')],
  }
  const isMac = process.platform === 'darwin'
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [app] : []),
      { label: t('main.menu.file'), submenu: [newWindow, separator, item('close'), ...(isMac ? [] : [item('quit')])] },
      menu('edit', 'undo', 'redo', separator, 'cut', 'copy', 'paste', 'selectAll'),
      menu(
        'view',
        'reload',
        'toggleDevTools',
        separator,
        'resetZoom',
        'zoomIn',
        'zoomOut',
        separator,
        'togglefullscreen',
      ),
      menu('window', 'minimize'),
    ]),
  )
}
