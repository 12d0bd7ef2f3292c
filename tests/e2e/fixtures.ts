import { test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import type { Language } from '../../renderer/languages/languages.ts'
import { launchApp, makeUserData, ready } from '../support/app/app.ts'

type Options = {
  language: Language
  /** Faults that the test provokes; any other fails it. */
  provokes: RegExp | null
}
type Fixtures = {
  userData: string
  /** Starts the app, once or again, and closes it when the test ends. `answers`: to the message boxes of the start. */
  launch: (answers?: readonly string[]) => Promise<ElectronApplication>
  app: ElectronApplication
  window: Page
}

/** The app as it was built, with a data folder of its own, on its first screen. No page may report a fault. */
export const test = base.extend<Options & Fixtures>({
  language: ['en', { option: true }],
  provokes: [null, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  userData: async ({}, use) => {
    const { userData, remove } = await makeUserData()
    await use(userData)
    await remove()
  },
  launch: async ({ userData, language, provokes }, use) => {
    const apps: ElectronApplication[] = []
    const faults: string[] = []
    await use(async (answers) => {
      const app = await launchApp({ userData, language, answers })
      apps.push(app)
      listen(app, faults)
      return app
    })
    for (const app of apps) await app.close()
    expect(faults.filter((fault) => !provokes?.test(fault))).toEqual([])
  },
  app: async ({ launch }, use) => use(await launch()),
  window: async ({ app }, use) => use(await ready(await app.firstWindow())),
})

/** What Chromium refused and what nobody caught, in any window. */
function listen(app: ElectronApplication, faults: string[]): void {
  app.context().on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  app.context().on('weberror', (fault) => faults.push(`${fault.error()}`))
}

export { expect }
