import { BrowserWindow, nativeTheme } from 'electron'
import { z } from 'zod'
import { languageCodes } from '../renderer/languages/languages.ts'
import type { Ipc } from './ipc.ts'
import { keepLanguage } from './language.ts'

/** Behind the page, until it is drawn and while the window grows. */
export const backgroundColor = (): string => (nativeTheme.shouldUseDarkColors ? '#14171c' : '#f5f6f8')

export const foregroundColor = (): string => (nativeTheme.shouldUseDarkColors ? '#e8eaed' : '#1b1f24')

/** Has what the system draws for us, such as menus and frames, follow what the person chose in a window. */
export function serveAppearance(ipc: Ipc, onLanguage: () => void): void {
  ipc.serve('chooseLanguage', z.tuple([z.enum(languageCodes).nullable()]), async (language) => {
    keepLanguage(language)
    onLanguage()
    return null
  })
  ipc.serve('chooseTheme', z.tuple([z.enum(['system', 'light', 'dark'])]), async (theme) => {
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
    return null
  })
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(backgroundColor())
  })
}
