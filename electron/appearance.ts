import { BrowserWindow, nativeTheme } from 'electron'
import { z } from 'zod'
import type { Appearance } from './contract.ts'
import type { Ipc } from './ipc.ts'
import type { Language } from './texts.ts'

const appearanceSchema: z.ZodType<Appearance> = z.strictObject({
  language: z.enum(['en', 'ko']),
  theme: z.enum(['system', 'light', 'dark']),
})

/** Behind the page, until it is drawn and while the window grows. */
export const backgroundColor = (): string => (nativeTheme.shouldUseDarkColors ? '#14171c' : '#f5f6f8')

export const foregroundColor = (): string => (nativeTheme.shouldUseDarkColors ? '#e8eaed' : '#1b1f24')

/** Has what the system draws for us, such as menus and frames, follow what the person chose in a window. */
export function serveAppearance(ipc: Ipc, onLanguage: (language: Language) => void): void {
  ipc.serve('setAppearance', z.tuple([appearanceSchema]), async ({ language, theme }) => {
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
    onLanguage(language)
    return null
  })
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(backgroundColor())
  })
}
