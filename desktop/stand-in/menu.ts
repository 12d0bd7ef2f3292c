import { app } from './app.ts'
import { BrowserWindow } from './browserWindow.ts'

type Template = Electron.MenuItemConstructorOptions

let application: Menu | null = null

/** Menus are kept, not shown: a test clicks an item that it finds by its id, or in the menu that `popup` is called of. */
export class Menu {
  readonly items: MenuItem[] = []

  static getApplicationMenu = () => application
  static setApplicationMenu(menu: Menu | null): void {
    application = menu
  }

  static buildFromTemplate(template: readonly (Template | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return menu
  }

  append = (item: MenuItem) => void this.items.push(item)
  insert = (position: number, item: MenuItem) => void this.items.splice(position, 0, item)
  popup() {}
  closePopup() {}

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}

export class MenuItem {
  readonly id: string
  readonly type: NonNullable<Template['type']>
  readonly role: Template['role']
  readonly accelerator: Electron.Accelerator | null
  readonly submenu: Menu | undefined
  label: string
  enabled: boolean
  visible: boolean
  checked: boolean
  readonly #click: Template['click']

  constructor(template: Template) {
    const { submenu } = template
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : (submenu as Menu | undefined)
    this.id = template.id ?? ''
    this.type = template.type ?? (submenu ? 'submenu' : 'normal')
    this.role = template.role
    this.label = template.label ?? template.role ?? ''
    this.accelerator = template.accelerator ?? null
    this.enabled = template.enabled ?? true
    this.visible = template.visible ?? true
    this.checked = template.checked ?? false
    this.#click = template.click
  }

  /** What choosing the item does, in the window that has the focus unless another is given. */
  click = (event: object = {}, window: BrowserWindow | null = BrowserWindow.getFocusedWindow()): void => {
    if (!this.enabled) return
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.role) roles[this.role]?.(window)
    else this.#click?.(this as unknown as Electron.MenuItem, (window ?? undefined) as never, event)
  }
}

const roles: { readonly [Role in NonNullable<Template['role']>]?: (window: BrowserWindow | null) => void } = {
  quit: () => app.quit(),
  close: (window) => window?.close(),
  minimize: (window) => window?.minimize(),
  togglefullscreen: (window) => window?.setFullScreen(!window.isFullScreen()),
  reload: (window) => window?.webContents.reload(),
  forceReload: (window) => window?.webContents.reload(),
  undo: (window) => window?.webContents.undo(),
  redo: (window) => window?.webContents.redo(),
  cut: (window) => window?.webContents.cut(),
  copy: (window) => window?.webContents.copy(),
  paste: (window) => window?.webContents.paste(),
  selectAll: (window) => window?.webContents.selectAll(),
  resetZoom: (window) => window?.webContents.setZoomLevel(0),
  zoomIn: (window) => window?.webContents.setZoomLevel(window.webContents.getZoomLevel() + 0.5),
  zoomOut: (window) => window?.webContents.setZoomLevel(window.webContents.getZoomLevel() - 0.5),
}
