import { BrowserWindow, nativeTheme } from 'electron'
import { currentLanguage } from './language.ts'
import { settings } from './settings.ts'

/** Before the first window, which would otherwise flash in the system's colours; then again after each change. */
export function applyTheme(): void {
  const { theme } = settings().values
  if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
}

/** Behind the page, until it is drawn and while the window grows: `--canvas` and `--text` of renderer/style/tokens.css. */
export const backgroundColor = (): string => (nativeTheme.shouldUseDarkColors ? '#14171c' : '#f3f4f7')

export const foregroundColor = (): string => (nativeTheme.shouldUseDarkColors ? '#e8ebf0' : '#1a2029')

/** How large a window draws its page: the text size that the person chose. */
export const zoomFactor = (): number => settings().values.textSize / 100

/** Has windows, and what the system draws for us, such as menus and frames, follow what the person chose. */
export function followSettings(onLanguage: () => void): void {
  let spoken = currentLanguage()
  settings().onChange(() => {
    applyTheme()
    if (currentLanguage() !== spoken) onLanguage()
    spoken = currentLanguage()
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.setZoomFactor(zoomFactor())
  })
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(backgroundColor())
  })
}
