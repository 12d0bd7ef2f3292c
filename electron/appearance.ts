import { BrowserWindow, nativeTheme } from 'electron'
import { z } from 'zod'
import { languageCodes } from '../renderer/languages/languages.ts'
import { keepChoice, readChoice } from './choices.ts'
import type { Ipc } from './ipc.ts'

const theme = z.enum(['system', 'light', 'dark'])

/** Before the first window, which would otherwise flash in the system's colours. */
export function applyKeptTheme(): void {
  nativeTheme.themeSource = theme.catch('system').parse(readChoice('theme'))
}

/** Behind the page, until it is drawn and while the window grows: `--canvas` and `--text` of renderer/style/tokens.css. */
export const backgroundColor = (): string => (nativeTheme.shouldUseDarkColors ? '#14171c' : '#f3f4f7')

export const foregroundColor = (): string => (nativeTheme.shouldUseDarkColors ? '#e8ebf0' : '#1a2029')

/** Has what the system draws for us, such as menus and frames, follow what the person chose in a window. */
export function serveAppearance(ipc: Ipc, onLanguage: () => void): void {
  ipc.serve('chooseLanguage', z.tuple([z.enum(languageCodes).nullable()]), async (language) => {
    keepChoice('language', language)
    onLanguage()
    return null
  })
  ipc.serve('chooseTheme', z.tuple([theme]), async (theme) => {
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
    keepChoice('theme', theme === 'system' ? null : theme)
    return null
  })
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(backgroundColor())
  })
}
