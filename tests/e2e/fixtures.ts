import { type ElectronApplication, type Page, test as base } from '@playwright/test'
import { type Language, launchApp, makeUserData, ready } from '../support/app.ts'

type Fixtures = { language: Language; userData: string; app: ElectronApplication; window: Page }

/** The app as it was built, with a data folder of its own, on its first screen. */
export const test = base.extend<Fixtures>({
  language: ['en', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  userData: async ({}, use) => {
    const { userData, remove } = await makeUserData()
    await use(userData)
    await remove()
  },
  app: async ({ userData, language }, use) => {
    const app = await launchApp({ userData, language })
    await use(app)
    await app.close()
  },
  window: async ({ app }, use) => use(await ready(await app.firstWindow())),
})

export { expect } from '@playwright/test'
