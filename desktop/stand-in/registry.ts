import type { BrowserWindow } from './browserWindow.ts'
import type { WebContents } from './webContents.ts'

// What is open.

export const windows = new Set<BrowserWindow>()

/** By the id that DevTools gives to their page. */
export const contentsByTarget = new Map<string, WebContents>()
