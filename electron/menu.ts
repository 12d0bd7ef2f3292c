import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { type Language, texts } from './texts.ts'

type Item = MenuItemConstructorOptions
const isMac = process.platform === 'darwin'
const separator: Item = { type: 'separator' }

/**
 * Items have labels of our own, since those of Electron's roles are English whatever the system speaks, and its view menu
 * has Ctrl+R, which would throw away what was typed.
 */
export function setMenu(language: Language, openWindow: () => void): void {
  const { menu: say, quit, closeWindow } = texts(language)
  const file: Item[] = [
    { id: 'new-window', label: say.newWindow, accelerator: 'CmdOrCtrl+N', click: openWindow },
    separator,
    { role: 'close', label: closeWindow },
    ...(isMac ? [] : [{ role: 'quit', label: quit } as const]),
  ]
  const window: Item[] = [
    { role: 'minimize', label: say.minimize },
    ...(isMac ? ([separator, { role: 'front', label: say.front }] as const) : []),
  ]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [macMenu(language)] : []),
      { label: say.file, submenu: file },
      { label: say.edit, submenu: [...undoItems(language), separator, ...editItems(language)] },
      { label: say.view, submenu: viewItems(language) },
      { role: 'window', label: say.window, submenu: window },
    ]),
  )
}

const undoItems = (language: Language): Item[] => {
  const { menu: say } = texts(language)
  return [
    { role: 'undo', label: say.undo },
    { role: 'redo', label: say.redo },
  ]
}

export function editItems(language: Language): Item[] {
  const { menu: say } = texts(language)
  return [
    { role: 'cut', label: say.cut },
    { role: 'copy', label: say.copy },
    { role: 'paste', label: say.paste },
    separator,
    { role: 'selectAll', label: say.selectAll },
  ]
}

function viewItems(language: Language): Item[] {
  const { menu: say } = texts(language)
  const forDevelopers: Item[] = [
    separator,
    { label: 'Reload', role: 'forceReload' },
    { label: 'Developer Tools', role: 'toggleDevTools' },
  ]
  return [
    { id: 'reset-zoom', role: 'resetZoom', label: say.resetZoom },
    { id: 'zoom-in', role: 'zoomIn', label: say.zoomIn },
    // Of the key that has + and =, Ctrl and + need Shift as well; people press it without.
    { id: 'zoom-in-without-shift', role: 'zoomIn', label: say.zoomIn, accelerator: 'CmdOrCtrl+=', visible: false },
    { id: 'zoom-out', role: 'zoomOut', label: say.zoomOut },
    separator,
    { role: 'togglefullscreen', label: say.fullScreen },
    ...(app.isPackaged ? [] : forDevelopers),
  ]
}

function macMenu(language: Language): Item {
  const { menu: say, quit } = texts(language)
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about', label: say.about },
      separator,
      { role: 'services', label: say.services },
      separator,
      { role: 'hide', label: say.hide },
      { role: 'hideOthers', label: say.hideOthers },
      { role: 'unhide', label: say.unhide },
      separator,
      { role: 'quit', label: quit },
    ],
  }
}
