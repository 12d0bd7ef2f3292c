import { app, type BaseWindow, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Texts } from '../renderer/languages/texts.ts'
import { APP_ORIGIN } from './appScheme.ts'
import { type CommandId, commandIds, commands, type MenuName, screenOf } from './tables/commands.ts'
import { texts } from './texts.ts'

type Item = MenuItemConstructorOptions
/** What Electron does by itself on a Mac. Its own labels are English, so each has a text here. */
type Role = Extract<Item['role'], keyof Texts['main']['menu']>

const isMac = process.platform === 'darwin'
const separator = { type: 'separator' } as const

/** Called with what the person chose, and the window that has the focus. */
type Choose = (id: CommandId, window: BrowserWindow | undefined) => void

/** In the language that main speaks now. Electron's own view menu would bring Ctrl+R, which throws away what was typed. */
export function setMenu(choose: Choose, offered: ReadonlySet<CommandId>): void {
  const t = texts()
  const items = (menu: MenuName) =>
    commandIds.filter((id) => commands[id].menu === menu).map((id) => itemOf(id, choose, offered))
  const menus: Item[] = [
    { label: t('main.menu.file'), submenu: items('file') },
    { label: t('main.menu.edit'), submenu: items('edit') },
    { label: t('main.menu.go'), submenu: items('go') },
    { label: t('main.menu.action'), submenu: items('action') },
    { label: t('main.menu.view'), submenu: [...items('view'), ...(app.isPackaged ? [] : forDevelopers())] },
    {
      role: 'window',
      label: t('main.menu.window'),
      submenu: [...items('window'), ...(isMac ? [roleItem('front')] : [])],
    },
    { role: 'help', label: t('main.menu.help'), submenu: items('help') },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(isMac ? [macMenu(), ...menus] : menus))
}

/** Offers in the menu what can be carried out now. */
export function offer(offered: ReadonlySet<CommandId>): void {
  const menu = Menu.getApplicationMenu()
  for (const id of commandIds) {
    const item = menu?.getMenuItemById(id)
    if (item) item.enabled = isOffered(id, offered)
  }
}

const isOffered = (id: CommandId, offered: ReadonlySet<CommandId>): boolean =>
  commands[id].by !== undefined || offered.has(id)

function itemOf(id: CommandId, choose: Choose, offered: ReadonlySet<CommandId>): Item {
  const { keys, by } = commands[id]
  const item = { id, label: labelOf(id), accelerator: keys[0] }
  if (by !== undefined && by !== 'main') return { ...item, role: by }
  return {
    ...item,
    registerAccelerator: false, // the window hears of the key first, and knows a scan from a person
    enabled: isOffered(id, offered),
    click: (_item, window) => choose(id, window as BrowserWindow | undefined),
  }
}

function labelOf(id: CommandId): string {
  const t = texts()
  const screen = screenOf(id)
  return screen === null ? t(`command.${id as 'help'}`) : t(`nav.${screen}`)
}

/** For a context menu. */
export const editItems = (): Item[] => [
  ...(['cut', 'copy', 'paste'] as const).map((role) => ({ role, label: labelOf(role) })),
  separator,
  { role: 'selectAll', label: labelOf('selectAll') },
]

function roleItem(role: Role): Item {
  const t = texts()
  return { role, label: t(`main.menu.${role}`) }
}

/** Ctrl+Shift+R, and F12's, and every control in every state, from which closing the window leads back. */
function forDevelopers(): Item[] {
  const t = texts()
  const gallery: Item = { id: 'gallery', label: t('main.menu.gallery'), click: (_item, window) => showGallery(window) }
  return [separator, roleItem('forceReload'), roleItem('toggleDevTools'), gallery]
}

function showGallery(window: BaseWindow | undefined): void {
  if (window instanceof BrowserWindow) void window.loadURL(`${APP_ORIGIN}/gallery.html`)
}

function macMenu(): Item {
  const t = texts()
  const roles: Role[][] = [['about'], ['services'], ['hide', 'hideOthers', 'unhide']]
  const groups = roles.map((group) => group.map(roleItem))
  return {
    label: t('app.name'),
    submenu: groups.flatMap((group, index) => (index === 0 ? group : [separator, ...group])),
  }
}
