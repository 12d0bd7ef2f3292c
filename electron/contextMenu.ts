import {
  BrowserWindow,
  type ContextMenuParams,
  Menu,
  type MenuItemConstructorOptions,
  type WebContents,
} from 'electron'
import { editItems } from './menu.ts'

type Params = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>

/** Cut, copy, paste and select all in fields; copy where text is selected. Electron itself shows no such menu. */
export function offerContextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, params) => {
    const items = itemsFor(params)
    const window = BrowserWindow.fromWebContents(contents)
    if (items.length > 0 && window) Menu.buildFromTemplate(items).popup({ window })
  })
}

function itemsFor({ isEditable, selectionText, editFlags }: Params): MenuItemConstructorOptions[] {
  const enabled: Readonly<Record<string, boolean>> = {
    cut: editFlags.canCut,
    copy: editFlags.canCopy,
    paste: editFlags.canPaste,
    selectAll: editFlags.canSelectAll,
  }
  const items = editItems().map((item) => (item.role ? { ...item, enabled: enabled[item.role] ?? true } : item))
  if (isEditable) return items
  return selectionText.trim() === '' ? [] : items.filter(({ role }) => role === 'copy')
}
