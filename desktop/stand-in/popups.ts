import { setTimeout } from 'node:timers/promises'
import { browser } from './chromiumProcess.ts'
import type { Session } from './devtools.ts'
import { fromWeb } from './protocol.ts'

type Handler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

/** The windows that a page wants to open. */
export class Popups {
  #handler: Handler = () => ({ action: 'allow' })
  readonly #granted = new Set<string>()
  readonly #opening: string[] = []

  setHandler(handler: Handler): void {
    this.#handler = handler
  }

  follow(page: Session): void {
    page.on('Page.windowOpen', ({ url }) => this.#opening.push(fromWeb(url)))
  }

  mayOpen(url: string): boolean {
    const referrer = { url: '', policy: 'default' } as const
    const { action } = this.#handler({ url, frameName: '', features: '', disposition: 'new-window', referrer })
    if (action === 'allow') this.#granted.add(url)
    return action === 'allow'
  }

  /** Chromium has made a window: one that the page's guard did not ask for is asked for now, and closed when it is denied. */
  made(targetId: string): void {
    const url = this.#opening.shift() ?? ''
    if (this.#granted.delete(url) || this.mayOpen(url)) return
    closePopup(targetId).catch(() => {}) // it closed itself
  }
}

async function closePopup(targetId: string): Promise<void> {
  const chromium = await browser
  const popup = await chromium.attach(targetId)
  await popup.send('Runtime.runIfWaitingForDebugger') // closed while a debugger holds it, it would hang its opener
  await setTimeout(150)
  chromium.root.tell('Target.closeTarget', { targetId })
}
