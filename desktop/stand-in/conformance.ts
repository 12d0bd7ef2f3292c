import type { BrowserWindow } from './browserWindow.ts'
import type { Frame } from './frames.ts'
import type { MenuItem } from './menu.ts'
import type { nativeTheme } from './nativeTheme.ts'
import type { WebContents } from './webContents.ts'

// Types only: compiling fails where a class of the stand-in disagrees with Electron's. (Plain objects say `satisfies` themselves.)
// Left out are members whose types are the stand-in's own classes.

type Shared<Own, Theirs, But = never> = Pick<Own, Exclude<keyof Own & keyof Theirs, keyof NodeJS.EventEmitter | But>>
type Agrees<Own extends Partial<Theirs>, Theirs> = Own

export type Checked = [
  Agrees<Shared<BrowserWindow, Electron.BrowserWindow, 'webContents'>, Electron.BrowserWindow>,
  Agrees<Shared<WebContents, Electron.WebContents, 'mainFrame' | 'session'>, Electron.WebContents>,
  Agrees<Shared<Frame, Electron.WebFrameMain, 'parent' | 'top'>, Electron.WebFrameMain>,
  Agrees<Shared<MenuItem, Electron.MenuItem, 'submenu' | 'role'>, Electron.MenuItem>,
  Agrees<Shared<typeof nativeTheme, Electron.NativeTheme>, Electron.NativeTheme>,
]
