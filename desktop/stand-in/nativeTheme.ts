import { EventEmitter } from 'node:events'
import type { Session } from './devtools.ts'
import { contentsByTarget } from './registry.ts'

type Theme = Electron.NativeTheme['themeSource']

class NativeTheme extends EventEmitter {
  #source: Theme = 'system'

  get themeSource(): Theme {
    return this.#source
  }

  set themeSource(source: Theme) {
    this.#source = source
    for (const contents of contentsByTarget.values()) void contents.opened.then((page) => this.#show(page))
    this.emit('updated')
  }

  /** The system's own theme counts as light. */
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }

  get shouldUseHighContrastColors(): boolean {
    return false
  }

  get inForcedColorsMode(): boolean {
    return false
  }

  get prefersReducedTransparency(): boolean {
    return false
  }

  /** Chosen before the page was there, or lost to the test that drives it. */
  follow(page: Session): void {
    page.on('Page.frameNavigated', () => {
      if (this.#source !== 'system') this.#show(page)
    })
  }

  #show(page: Session): void {
    const value = this.#source === 'system' ? '' : this.#source
    page.tell('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
  }
}

export const nativeTheme = new NativeTheme()
