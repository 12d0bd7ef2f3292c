import { EventEmitter } from 'node:events'
import { answerRequests } from './answerRequests.ts'
import { app } from './app.ts'
import type { BrowserWindow } from './browserWindow.ts'
import { cancellable } from './cancellable.ts'
import { browser } from './chromiumProcess.ts'
import { encode } from './codec.ts'
import type { Session } from './devtools.ts'
import { type Frame, Frames } from './frames.ts'
import { IpcLink } from './ipcLink.ts'
import { nativeTheme } from './nativeTheme.ts'
import { createPage, installScripts } from './page.ts'
import { edit, evaluate, navigate, printToPdf, zoom } from './pageCommands.ts'
import { passOnConsole } from './passOnConsole.ts'
import { Popups } from './popups.ts'
import { contentsByTarget } from './registry.ts'
import { session, settlePermissions } from './session.ts'

let lastId = 0

export class WebContents extends EventEmitter {
  readonly id = ++lastId
  readonly session = session.defaultSession
  readonly window: BrowserWindow
  /** DevTools' name of the page, once there is one. */
  targetId = ''
  /** The page, once everything that the app does with it is in place. */
  readonly opened: Promise<Session>
  readonly #frames = new Frames()
  readonly #ipc = new IpcLink(this.#frames)
  readonly popups = new Popups()
  #hasAddress = false
  #isCrashed = false
  #zoomFactor = 1

  constructor(window: BrowserWindow, options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.window = window
    this.opened = this.#open(options)
    const { zoomFactor = 1 } = options.webPreferences ?? {}
    if (zoomFactor !== 1) this.setZoomFactor(zoomFactor)
    app.emit('web-contents-created', {}, this)
  }

  async #open(options: Electron.BrowserWindowConstructorOptions): Promise<Session> {
    const chromium = await browser
    const { targetId, page } = await createPage(options)
    this.targetId = targetId
    contentsByTarget.set(targetId, this)
    this.#frames.follow(page, targetId)
    this.#ipc.follow(page, this)
    this.popups.follow(page)
    passOnConsole(page, this)
    this.#follow(page)
    answerRequests(page, targetId, {
      mayNavigate: (url) => this.#mayNavigate(url),
      mayOpenWindow: (url) => this.popups.mayOpen(url),
    })
    nativeTheme.follow(page)
    settlePermissions(chromium, this)
    await Promise.all([
      page.send('Page.enable'),
      page.send('Runtime.enable'),
      page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      installScripts(page, options.webPreferences ?? {}),
    ])
    return page
  }

  #follow(page: Session): void {
    page.on('Page.frameNavigated', ({ frame }) => {
      if (!frame.parentId) this.#isCrashed = false
      if (!frame.parentId) this.emit('did-navigate', {}, this.getURL())
    })
    page.on('Page.domContentEventFired', () => this.emit('dom-ready', {}))
    page.on('Page.loadEventFired', () => {
      if (!this.#hasAddress) return // the empty page of a new window
      this.emit('did-finish-load', {})
      this.window.emit('ready-to-show')
    })
  }

  #mayNavigate(url: string): boolean {
    const event = cancellable({ url, isMainFrame: true, isSameDocument: false })
    this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }

  #tell(tell: (page: Session) => unknown): void {
    this.opened.then(tell).catch(() => {}) // what loadURL tells, or the end
  }

  #mustLive(): void {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed')
  }

  get mainFrame(): Frame {
    return this.#frames.main
  }

  async loadURL(address: string): Promise<void> {
    this.#mustLive()
    const { href } = new URL(address)
    const loaded = new Promise<unknown>((resolve) => this.once('did-finish-load', resolve).once('destroyed', resolve))
    const page = await this.opened
    this.#hasAddress = true
    const error = await navigate(page, href)
    if (error) {
      this.emit('did-fail-load', {}, -2, error, href, true)
      throw new Error(`${error} (-2) loading '${href}'`)
    }
    await loaded
  }

  send(channel: string, ...args: unknown[]): void {
    this.#mustLive()
    const text = encode(args)
    this.#tell((page) => this.#ipc.send(page, channel, text))
  }

  /** Chromium says how a page's process ended: 'crashed', 'killed', 'oom' and the like. */
  crashed(status: string, exitCode: number): void {
    this.#isCrashed = true
    const details = { reason: status === 'killed' || status === 'oom' ? status : 'crashed', exitCode }
    this.emit('render-process-gone', {}, details)
    app.emit('render-process-gone', {}, this, details)
  }

  /** Once its window is gone. */
  destroyed(): void {
    this.#tell(async () => {
      contentsByTarget.delete(this.targetId)
      const { root } = await browser
      root.tell('Target.closeTarget', { targetId: this.targetId })
    })
    this.emit('destroyed')
  }

  setWindowOpenHandler: Popups['setHandler'] = (handler) => this.popups.setHandler(handler)
  getURL = () => this.#frames.main.url
  getTitle = () => this.window.getTitle()
  isDestroyed = () => this.window.isDestroyed()
  isCrashed = () => this.#isCrashed
  close = () => this.window.close()
  focus = () => this.#tell((page) => page.tell('Page.bringToFront'))
  reload = () => this.#tell((page) => page.tell('Page.reload'))
  forcefullyCrashRenderer = () => this.#tell((page) => page.tell('Page.crash'))
  executeJavaScript = async (expression: string) => evaluate(await this.opened, expression)
  printToPDF = async (options: Electron.PrintToPDFOptions = {}) => printToPdf(await this.opened, options)
  getPrintersAsync = async (): Promise<Electron.PrinterInfo[]> => []
  print(_options?: Electron.WebContentsPrintOptions, done?: (isPrinted: boolean, reason: string) => void): void {
    done?.(false, 'Print job failed') // there is no printer
  }
  openDevTools() {}

  undo = () => this.#tell((page) => edit(page, 'Undo'))
  redo = () => this.#tell((page) => edit(page, 'Redo'))
  cut = () => this.#tell((page) => edit(page, 'Cut'))
  copy = () => this.#tell((page) => edit(page, 'Copy'))
  paste = () => this.#tell((page) => edit(page, 'Paste'))
  selectAll = () => this.#tell((page) => edit(page, 'SelectAll'))

  getZoomFactor = () => this.#zoomFactor
  getZoomLevel = () => Math.log(this.#zoomFactor) / Math.log(1.2)
  setZoomLevel = (level: number) => this.setZoomFactor(1.2 ** level)
  setZoomFactor(factor: number): void {
    this.#zoomFactor = factor
    this.#tell((page) => zoom(page, factor))
  }
}

export const webContents = {
  fromDevToolsTargetId: (id: string) => contentsByTarget.get(id),
  fromId: (id: number) => webContents.getAllWebContents().find((contents) => contents.id === id),
  getAllWebContents: () => [...contentsByTarget.values()],
}
