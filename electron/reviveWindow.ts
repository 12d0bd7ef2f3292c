import { type BrowserWindow, dialog } from 'electron'
import log from 'electron-log/main'
import { texts } from './texts.ts'

const MAX_RELOADS = 3
const INTERVAL = 60_000 // milliseconds

/** Loads a page that crashed again. When it crashes a fourth time within a minute, the person decides. */
export function reviveWindow(window: BrowserWindow): void {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', async (_event, { reason }) => {
    log.error('the window was lost', { reason })
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const now = performance.now()
    crashes = [...crashes.filter((time) => now - time < INTERVAL), now]
    if (crashes.length <= MAX_RELOADS) return window.webContents.reload()
    crashes = []
    const isToReload = await askWhetherToReload(window)
    if (window.isDestroyed()) return
    if (isToReload) window.webContents.reload()
    else window.destroy() // its page cannot agree to being closed any more
  })
}

async function askWhetherToReload(window: BrowserWindow): Promise<boolean> {
  const t = texts()
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: t('main.windowLost'),
    detail: `${t('main.windowLostDetail')}\n${log.transports.file.getFile().path}`,
    buttons: [t('main.retry'), t('main.closeWindow')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}
