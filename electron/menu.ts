import { app, type BaseWindow, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Texts } from '../renderer/languages/texts.ts'
import { APP_ORIGIN } from './appScheme.ts'
import { texts } from './texts.ts'

type Item = MenuItemConstructorOptions
/** What Electron does by itself. Its own labels are English, so each has a text here. */
type Role = Extract<Item['role'], keyof Texts['main']['menu']>

const isMac = process.platform === 'darwin'
const separator = { type: 'separator' } as const

/**
 * In the language that main speaks now. Electron's own view menu would bring Ctrl+R, which throws away what was typed.
 */
export function setMenu(openWindow: () => void): void {
  const t = texts()
  const newWindow: Item = {
    id: 'new-window',
    label: t('main.menu.newWindow'),
    accelerator: 'CmdOrCtrl+N',
    click: openWindow,
  }
  const menus: Item[] = [
    {
      label: t('main.menu.file'),
      submenu: [newWindow, separator, roleItem('close'), ...(isMac ? [] : [roleItem('quit')])],
    },
    { label: t('main.menu.edit'), submenu: [roleItem('undo'), roleItem('redo'), separator, ...editItems()] },
    { label: t('main.menu.view'), submenu: viewItems() },
    {
      role: 'window',
      label: t('main.menu.window'),
      submenu: [roleItem('minimize'), ...(isMac ? [separator, roleItem('front')] : [])],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(isMac ? [macMenu(), ...menus] : menus))
}

function roleItem(role: Role): Item {
  const t = texts()
  return { role, label: t(`main.menu.${role}`) }
}

export const editItems = (): Item[] => [
  roleItem('cut'),
  roleItem('copy'),
  roleItem('paste'),
  separator,
  roleItem('selectAll'),
]

function viewItems(): Item[] {
  const t = texts()
  const gallery: Item = { id: 'gallery', label: t('main.menu.gallery'), click: (_item, window) => showGallery(window) }
  const forDevelopers = [separator, roleItem('forceReload'), roleItem('toggleDevTools'), gallery] // Ctrl+Shift+R, and F12's
  return [
    roleItem('resetZoom'),
    roleItem('zoomIn'),
    // Of the key that has + and =, Ctrl and + need Shift as well; people press it without.
    { ...roleItem('zoomIn'), id: 'zoom-in-without-shift', accelerator: 'CmdOrCtrl+=', visible: false },
    roleItem('zoomOut'),
    separator,
    roleItem('togglefullscreen'),
    ...(app.isPackaged ? [] : forDevelopers),
  ]
}

/** Every control in every state; closing the window leads back. */
function showGallery(window: BaseWindow | undefined): void {
  if (window instanceof BrowserWindow) void window.loadURL(`${APP_ORIGIN}/gallery.html`)
}

function macMenu(): Item {
  const t = texts()
  const roles: Role[][] = [['about'], ['services'], ['hide', 'hideOthers', 'unhide'], ['quit']]
  const groups = roles.map((group) => group.map(roleItem))
  return {
    label: t('app.name'),
    submenu: groups.flatMap((group, index) => (index === 0 ? group : [separator, ...group])),
  }
}
