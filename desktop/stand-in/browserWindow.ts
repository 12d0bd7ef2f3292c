import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, lastWindowClosed } from './app.ts'
import { cancellable } from './cancellable.ts'
import { browser } from './chromiumProcess.ts'
import { windows } from './registry.ts'
import { WebContents } from './webContents.ts'

type Bounds = Partial<Electron.Rectangle>
type State = 'normal' | 'minimized' | 'maximized' | 'fullscreen'

let lastId = 0

/** Which windows had the focus, in order. */
const focused: BrowserWindow[] = []

export class BrowserWindow extends EventEmitter {
  readonly id = ++lastId
  readonly webContents: WebContents
  #bounds: Electron.Rectangle
  #state: State = 'normal'
  #isVisible: boolean
  #title: string
  #backgroundColor: string

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.#bounds = { x, y, width, height }
    this.#isVisible = options.show !== false
    if (this.#isVisible) focused.push(this)
    this.#title = options.title ?? app.name
    this.#backgroundColor = options.backgroundColor ?? '#FFFFFF'
    windows.add(this)
    this.webContents = new WebContents(this, options)
    app.emit('browser-window-created', {}, this)
  }

  static getAllWindows = () => [...windows]
  static fromId = (id: number) => BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null
  static fromWebContents = (contents: WebContents | undefined) => contents?.window ?? null
  /** The visible one that had the focus last. */
  static getFocusedWindow = () => focused.filter((window) => window.isVisible() && !window.isDestroyed()).at(-1) ?? null

  loadURL = (url: string) => this.webContents.loadURL(url)
  loadFile = (file: string) => this.loadURL(pathToFileURL(join(app.getAppPath(), file)).href)

  close(): void {
    const event = cancellable({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (!windows.delete(this)) return
    this.webContents.destroyed()
    this.emit('closed')
    if (windows.size === 0) lastWindowClosed()
  }

  isDestroyed = () => !windows.has(this)
  isVisible = () => this.#isVisible
  isFocused = () => BrowserWindow.getFocusedWindow() === this
  isMinimized = () => this.#state === 'minimized'
  isMaximized = () => this.#state === 'maximized'
  isFullScreen = () => this.#state === 'fullscreen'

  show(): void {
    this.#isVisible = true
    this.emit('show')
    this.#takeFocus()
  }

  hide(): void {
    this.#isVisible = false
    this.emit('hide')
  }

  focus(): void {
    this.webContents.focus()
    this.#takeFocus()
  }
  minimize = () => this.#become('minimized', 'minimize')
  maximize = () => this.#become('maximized', 'maximize')
  unmaximize = () => this.#become('normal', 'unmaximize')
  restore = () => this.#become('normal', 'restore')
  setFullScreen = (on: boolean) =>
    this.#become(on ? 'fullscreen' : 'normal', on ? 'enter-full-screen' : 'leave-full-screen')

  getTitle = () => this.#title
  setTitle(title: string): void {
    this.#title = title
  }

  getBackgroundColor = () => this.#backgroundColor
  setBackgroundColor(color: string): void {
    this.#backgroundColor = color
  }

  getBounds = () => this.#bounds
  getNormalBounds = () => this.#bounds
  getSize = () => [this.#bounds.width, this.#bounds.height]
  getContentSize = () => this.getSize()
  setSize = (width: number, height: number) => this.setBounds({ width, height })
  setContentSize = (width: number, height: number) => this.setSize(width, height)
  setBounds(bounds: Bounds): void {
    this.#bounds = { ...this.#bounds, ...bounds }
    this.#arrange(bounds)
    this.emit('resize')
  }

  setOverlayIcon() {}
  setMinimumSize() {}
  setMenu() {}
  setMenuBarVisibility() {}

  #takeFocus(): void {
    if (BrowserWindow.getFocusedWindow() === this) return
    focused.push(this)
    this.emit('focus')
    app.emit('browser-window-focus', {}, this)
  }

  #become(state: State, event: string): void {
    this.#state = state
    this.#arrange({ windowState: state })
    this.emit(event)
  }

  #arrange(bounds: Bounds & { windowState?: State }): void {
    void this.webContents.opened.then(async () => {
      const { root } = await browser
      const { windowId } = await root.send('Browser.getWindowForTarget', { targetId: this.webContents.targetId })
      root.tell('Browser.setWindowBounds', { windowId, bounds })
    })
  }
}
