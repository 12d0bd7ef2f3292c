import { join } from 'node:path'
import { BrowserWindow, type WebContents } from 'electron'
import { z } from 'zod'
import { APP_ORIGIN } from '../appScheme.ts'
import type { ReportPaper } from '../contract.ts'
import type { Ipc } from '../ipc.ts'

const LONGEST = 60_000 // milliseconds

type Pending = { readonly paper: ReportPaper; readonly drawn: () => void }

/** Draws reports in a window that nobody sees, with the app's own page: it has the letters of every language. */
export class ReportPages {
  readonly #pending = new Map<WebContents, Pending>()

  serve(ipc: Ipc): void {
    ipc.serve('report', z.tuple([]), async (caller) => this.#pending.get(caller)?.paper ?? null)
    ipc.serve('reportDrawn', z.tuple([]), async (caller) => {
      this.#pending.get(caller)?.drawn()
      return null
    })
  }

  async pdfOf(paper: ReportPaper): Promise<Buffer> {
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        preload: join(import.meta.dirname, '../preload/preload.cjs'),
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        backgroundThrottling: false, // it is drawn although nobody sees it
      },
    })
    const { webContents } = window
    try {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const timer = setTimeout(() => reject(new Error('the report was not drawn in time')), LONGEST)
      this.#pending.set(webContents, { paper, drawn: resolve })
      const loaded = window.loadURL(`${APP_ORIGIN}/index.html#report`)
      await Promise.all([loaded, promise]).finally(() => clearTimeout(timer))
      const margins = { top: 0, bottom: 0, left: 0, right: 0 }
      return await webContents.printToPDF({ printBackground: true, preferCSSPageSize: true, margins })
    } finally {
      this.#pending.delete(webContents)
      window.destroy()
    }
  }
}
