import { join } from 'node:path'
import { app, BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import log from 'electron-log/main'
import { backgroundColor, zoomFactor } from './appearance.ts'
import { APP_ORIGIN } from './appScheme.ts'
import { offerContextMenu } from './contextMenu.ts'
import icon from './icons/256x256.png?asset'
import type { Place } from './place.ts'
import { reviveWindow } from './reviveWindow.ts'

const SAMPLE = 'sample' // tells a page that it shows the sample; see renderer/warehouse/sample.ts
const OFFSET = 32 // pixels: a further window does not hide the one before
const LONGEST_HIDDEN = 10_000 // milliseconds

/** The windows of the app, all alike. */
export class Windows {
  /** The one that the person worked with last. */
  #last: BrowserWindow | null = null
  readonly #place: () => Place

  /** @param place whose data the windows show */
  constructor(place: () => Place) {
    this.#place = place
    app.on('browser-window-focus', (_event, window) => {
      this.#last = window
    })
  }

  readonly open = (): BrowserWindow => {
    const window = new BrowserWindow({ ...options(), ...this.#besideLast() })
    this.#last ??= window
    window.once('closed', () => {
      if (this.#last === window) this.#last = BrowserWindow.getAllWindows().at(-1) ?? null
    })
    showOnceDrawn(window)
    reviveWindow(window)
    offerContextMenu(window.webContents)
    this.#load(window)
    return window
  }

  /** Each begins anew, with the data that there is now. */
  readonly reload = (): void => {
    for (const window of BrowserWindow.getAllWindows()) this.#load(window)
  }

  /** The window that the person worked with last comes to the front; a new one when there is none. */
  readonly focus = (): BrowserWindow => {
    const window = this.#last
    if (!window) return this.open()
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    return window
  }

  #load(window: BrowserWindow): void {
    const page = this.#place().isSample ? `index.html?${SAMPLE}` : 'index.html'
    window.loadURL(`${APP_ORIGIN}/${page}`).catch((error) => log.error('the window did not load', error))
  }

  #besideLast(): Pick<BrowserWindowConstructorOptions, 'x' | 'y'> {
    if (!this.#last) return {}
    const { x, y } = this.#last.getNormalBounds()
    return { x: x + OFFSET, y: y + OFFSET }
  }
}

const options = (): BrowserWindowConstructorOptions => ({
  width: 1360,
  height: 880,
  minWidth: 720,
  minHeight: 540,
  show: false,
  autoHideMenuBar: true,
  backgroundColor: backgroundColor(),
  ...(process.platform === 'linux' && { icon }), // elsewhere it is the program's own
  webPreferences: {
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: false,
    zoomFactor: zoomFactor(),
  },
})

/** A page that fails, or does not come, is shown all the same: a hidden window can be neither seen nor closed. */
function showOnceDrawn(window: BrowserWindow): void {
  const show = () => {
    clearTimeout(timer)
    if (!window.isDestroyed() && !window.isVisible()) window.show()
  }
  const timer = setTimeout(show, LONGEST_HIDDEN)
  window.once('ready-to-show', show)
  window.webContents.once('did-fail-load', show)
}
