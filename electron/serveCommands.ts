import { app, type BrowserWindow, type WebContents } from 'electron'
import log from 'electron-log/main'
import { z } from 'zod'
import type { Ipc } from './ipc.ts'
import { offer, setMenu } from './menu.ts'
import { pushTo } from './pushes.ts'
import { changeSettings, settings } from './settings.ts'
import { defaultSettings } from './settingsSchema.ts'
import { type CommandId, commandIds, commands } from './tables/commands.ts'
import { textSizes } from './tables/textSizes.ts'

const id = z.enum(commandIds)
const none: ReadonlySet<CommandId> = new Set()

/** Carries out commands, from the menu or a window, and offers in the menu what the window that has the focus can do. */
export class Commands {
  readonly #openWindow: () => void
  readonly #offered = new WeakMap<WebContents, ReadonlySet<CommandId>>()
  /** The page of the window that has the focus. */
  #page: WebContents | null = null

  constructor(openWindow: () => void) {
    this.#openWindow = openWindow
    app.on('browser-window-focus', (_event, { webContents }) => this.#follow(webContents))
    app.on('browser-window-blur', () => this.#follow(null))
  }

  serve(ipc: Ipc): void {
    ipc.serve('runCommand', z.tuple([id]), async (id) => {
      this.#runInMain(id)
      return null
    })
    ipc.serve('offerCommands', z.tuple([z.array(id).max(commandIds.length)]), async (ids, caller) => {
      this.#offered.set(caller, new Set(ids))
      if (caller === this.#page) offer(this.#now)
      return null
    })
  }

  showMenu(): void {
    setMenu((id, window) => this.#choose(id, window), this.#now)
  }

  get #now(): ReadonlySet<CommandId> {
    return (this.#page && this.#offered.get(this.#page)) ?? none
  }

  #follow(page: WebContents | null): void {
    this.#page = page
    offer(this.#now)
  }

  #choose(id: CommandId, window: BrowserWindow | undefined): void {
    if (commands[id].by === 'main') this.#runInMain(id)
    else if (window) pushTo(window.webContents, { type: 'command', id })
  }

  #runInMain(id: CommandId): void {
    if (id === 'newWindow') this.#openWindow()
    if (id === 'zoomIn') changeTextSize(1)
    if (id === 'zoomOut') changeTextSize(-1)
    if (id === 'resetZoom') setTextSize(defaultSettings.textSize)
  }
}

/** By so many steps. */
function changeTextSize(by: number): void {
  const size = textSizes[textSizes.indexOf(settings().values.textSize) + by]
  if (size !== undefined) setTextSize(size)
}

function setTextSize(textSize: (typeof textSizes)[number]): void {
  changeSettings({ textSize }).catch((error) => log.error('the text size cannot be saved', error))
}
