import { join } from 'node:path'
import { app, BrowserWindow, type BrowserWindowConstructorOptions, screen, type WebContents } from 'electron'
import log from 'electron-log/main'
import { z } from 'zod'
import { backgroundColor, zoomFactor } from './appearance.ts'
import { APP_ORIGIN } from './appScheme.ts'
import { offerContextMenu } from './contextMenu.ts'
import type { Push } from './contract.ts'
import icon from './icons/256x256.png?asset'
import type { Ipc } from './ipc.ts'
import type { Place } from './place.ts'
import { pushTo } from './pushes.ts'
import { reviveWindow } from './reviveWindow.ts'
import { type Screen, screens } from './tables/screens.ts'
import { texts } from './texts.ts'
import { fittedInto, type WindowState, WindowStates } from './windowStates.ts'

const SAMPLE = 'sample' // tells a page that it shows the sample; see renderer/warehouse/sample.ts
const OFFSET = 32 // pixels: a further window does not hide the one before
const LONGEST_HIDDEN = 10_000 // milliseconds
const BETWEEN_NOTES = 500 // milliseconds, while a window is moved

/** The windows of the app, all alike, each where it was left. */
export class Windows {
  /** The one that the person worked with last. */
  #last: BrowserWindow | null = null
  /** Without those that nobody sees, such as one that a report is drawn in. */
  readonly #open = new Set<BrowserWindow>()
  readonly #place: () => Place
  readonly #states: WindowStates
  readonly #screens = new WeakMap<WebContents, Screen>()
  /** What pages are told as soon as they listen. */
  readonly #waiting = new WeakMap<WebContents, Push>()
  /** Windows that close from now on were open when the app ended. */
  #isQuitting = false
  #pending: ReturnType<typeof setTimeout> | undefined
  readonly #noteSoon = () => {
    this.#pending ??= setTimeout(() => {
      this.#pending = undefined
      this.#note()
    }, BETWEEN_NOTES)
  }

  /** @param place whose data the windows show */
  constructor(place: () => Place) {
    this.#place = place
    this.#states = new WindowStates(join(app.getPath('userData'), 'windows.json'))
    app.on('browser-window-focus', (_event, window) => {
      this.#last = window
    })
    app.on('before-quit', () => {
      this.#note()
      this.#isQuitting = true
    })
  }

  serve(ipc: Ipc): void {
    ipc.serve('showsScreen', z.tuple([z.enum(screens)]), async (shown, caller) => {
      this.#screens.set(caller, shown)
      this.#tellWaiting(caller)
      this.showTitles()
      this.#noteSoon()
      return null
    })
  }

  /** Each is named after its screen, in the language that main speaks now. */
  showTitles(): void {
    const t = texts()
    for (const window of this.#open) {
      const shown = this.#screens.get(window.webContents)
      if (shown) window.setTitle(`${t(`nav.${shown}`)} – ${t('app.name')}`)
    }
  }

  /** As many as were open when the app ended, and at least one. */
  openAll(): void {
    const [first, ...others] = this.#states.read()
    this.#begin(first)
    for (const state of others) this.#begin(state)
  }

  readonly open = (): void => {
    this.#begin(undefined)
  }

  /** Whether there is none, as on a Mac after the last one was closed. */
  get areClosed(): boolean {
    return this.#open.size === 0
  }

  #begin(state: WindowState | undefined): BrowserWindow {
    this.#isQuitting = false
    const window = new BrowserWindow({ ...options(), ...(state ? placeOf(state) : this.#besideLast()) })
    this.#open.add(window)
    this.#last ??= window
    window.once('closed', () => {
      this.#open.delete(window)
      if (this.#last === window) this.#last = [...this.#open].at(-1) ?? null
      this.#note()
    })
    for (const event of ['resize', 'move', 'maximize', 'unmaximize', 'enter-full-screen', 'leave-full-screen'] as const)
      window.on(event as 'resize', this.#noteSoon)
    showOnceDrawn(window, state)
    window.on('page-title-updated', (event) => event.preventDefault()) // its page has one for all screens
    reviveWindow(window)
    offerContextMenu(window.webContents)
    this.#load(window, state?.screen ?? null)
    return window
  }

  /** Each begins anew, with the data that there is now. */
  readonly reload = (): void => {
    for (const window of this.#open) this.#load(window, null)
  }

  /** The window that the person worked with last comes to the front; a new one when there is none. */
  readonly focus = (): BrowserWindow => {
    const window = this.#last
    if (!window) return this.#begin(undefined)
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    return window
  }

  /** @param shown the screen that it begins with; null: it is known there */
  #load(window: BrowserWindow, shown: Screen | null): void {
    const asked = new URLSearchParams({
      ...(this.#place().isSample && { [SAMPLE]: '' }),
      ...(shown !== null && { screen: shown }),
    })
    const page = `${APP_ORIGIN}/index.html${asked.size > 0 ? `?${asked}` : ''}`
    window.loadURL(page).catch((error) => log.error('the window did not load', error))
  }

  /** The same, and has it show something. */
  tell(message: Push): void {
    const { webContents } = this.focus()
    this.#waiting.set(webContents, message)
    if (this.#screens.has(webContents)) this.#tellWaiting(webContents)
  }

  /** A page listens once it shows a screen. */
  #tellWaiting(page: WebContents): void {
    const message = this.#waiting.get(page)
    this.#waiting.delete(page)
    if (message) pushTo(page, message)
  }

  #besideLast(): Pick<BrowserWindowConstructorOptions, 'x' | 'y'> {
    if (!this.#last) return {}
    const { x, y } = this.#last.getNormalBounds()
    return { x: x + OFFSET, y: y + OFFSET }
  }

  /** The last window that is closed is the one to open next time. */
  #note(): void {
    const open = [...this.#open].filter((window) => !window.isDestroyed())
    if (this.#isQuitting || open.length === 0) return
    this.#states.write(open.map((window) => this.#stateOf(window)))
  }

  #stateOf(window: BrowserWindow): WindowState {
    return {
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      isFullScreen: window.isFullScreen(),
      screen: this.#screens.get(window.webContents) ?? null,
    }
  }
}

/** On a display that is there: another one may have been taken away. */
const placeOf = ({ bounds }: WindowState) => fittedInto(bounds, screen.getDisplayMatching(bounds).workArea)

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
function showOnceDrawn(window: BrowserWindow, state: WindowState | undefined): void {
  const show = () => {
    clearTimeout(timer)
    if (window.isDestroyed() || window.isVisible()) return
    if (state?.isMaximized) window.maximize()
    if (state?.isFullScreen) window.setFullScreen(true)
    window.show()
  }
  const timer = setTimeout(show, LONGEST_HIDDEN)
  window.once('ready-to-show', show)
  window.webContents.once('did-fail-load', show)
}
