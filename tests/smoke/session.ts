import type { ElectronApplication, Page } from '@playwright/test'
import { launchApp, makeUserData, ready } from '../support/app/app.ts'

/** The app on data of its own. It is started when an item needs it and it does not run. */
export class Session {
  readonly userData: string
  /** What Chromium refused and what nobody caught since the start. */
  faults: string[] = []
  readonly #remove: () => Promise<void>
  #running: { readonly app: ElectronApplication; readonly window: Page } | null = null

  private constructor(userData: string, remove: () => Promise<void>) {
    this.userData = userData
    this.#remove = remove
  }

  static async create(): Promise<Session> {
    const { userData, remove } = await makeUserData()
    return new Session(userData, remove)
  }

  get app(): ElectronApplication {
    return this.#mustRun().app
  }

  get window(): Page {
    return this.#mustRun().window
  }

  async open(): Promise<void> {
    if (this.#running) return
    this.faults = []
    const app = await launchApp({ userData: this.userData, language: 'en', answers: ['Try again'] })
    app.on('close', () => {
      this.#running = null
    })
    app.context().on('console', (message) => message.type() === 'error' && this.faults.push(message.text()))
    app.context().on('weberror', (fault) => this.faults.push(`${fault.error()}`))
    this.#running = { app, window: await ready(await app.firstWindow()) }
  }

  async close(): Promise<void> {
    await this.#running?.app.close()
    this.#running = null
  }

  async end(): Promise<void> {
    await this.close()
    await this.#remove()
  }

  #mustRun() {
    if (!this.#running) throw new Error('the app does not run')
    return this.#running
  }
}
