import { isDeepStrictEqual } from 'node:util'
import { test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import { defaultSettings, settingsChange } from '../../electron/settingsSchema.ts'
import type { Language } from '../../renderer/languages/languages.ts'
import { launchApp, makeUserData, ready } from '../support/app/app.ts'
import { Faults } from './support/faults.ts'

type Options = {
  language: Language
  /** Faults that the test provokes; any other fails it. */
  provokes: RegExp | null
}
type App = { userData: string; app: ElectronApplication }
type Launch = {
  /** Starts the app, once or again, and closes it when the test ends. `answers`: to the message boxes of the start. */
  launch: (answers?: readonly string[]) => Promise<ElectronApplication>
}

const withOptions = base.extend<Options>({
  language: ['en', { option: true }],
  provokes: [null, { option: true }],
})

/**
 * A window of an app that the tests of a worker share, since its start takes longer than most of them. Each begins with an
 * empty warehouse in one window that was loaded anew, where nothing is chosen but the language.
 */
export const test = withOptions.extend<App & { window: Page }, { shared: SharedApp }>({
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
    async ({}, use) => {
      const { userData, remove } = await makeUserData()
      const shared = await startShared(userData)
      await use(shared)
      await shared.app.close()
      await remove()
    },
    { scope: 'worker' },
  ],
  userData: ({ shared }, use) => use(shared.userData),
  app: ({ shared }, use) => use(shared.app),
  window: async ({ shared, language, provokes }, use) => {
    await use(await startOver(shared, language))
    shared.faults.expectOnly(provokes)
  },
})

/** The app as it was built, with a data folder of its own, which a test may start again, damage or leave behind changed. */
export const testOwnApp = withOptions.extend<App & Launch & { window: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: as above
  userData: async ({}, use) => {
    const { userData, remove } = await makeUserData()
    await use(userData)
    await remove()
  },
  launch: async ({ userData, language, provokes }, use) => {
    const apps: ElectronApplication[] = []
    const faults = new Faults()
    await use(async (answers) => {
      const app = await launchApp({ userData, language, answers })
      apps.push(app)
      faults.watch(app)
      return app
    })
    for (const app of apps) await app.close()
    faults.expectOnly(provokes)
  },
  app: async ({ launch }, use) => use(await launch()),
  window: async ({ app }, use) => use(await ready(await app.firstWindow())),
})

type SharedApp = App & {
  faults: Faults
  /** The name of a backup without anything in it. */
  empty: string
  /** Of the window, as it was opened. */
  size: Size
}
type Size = { width: number; height: number }

const sizeOf = (window: Page): Promise<Size> => window.evaluate(() => ({ width: innerWidth, height: innerHeight }))

async function startShared(userData: string): Promise<SharedApp> {
  const app = await launchApp({ userData, language: 'en' })
  const faults = new Faults()
  faults.watch(app)
  const window = await ready(await app.firstWindow())
  const empty = await window.evaluate(async () => {
    const made = await globalThis.window.warehouse.makeBackup()
    return made.ok ? (made.value?.name ?? '') : ''
  })
  return { userData, app, faults, empty, size: await sizeOf(window) }
}

/** Of the settings, those that a window may change. */
const firstSettings = settingsChange.strip().parse(defaultSettings)

/** Empties the warehouse, forgets what was chosen, and begins anew in one window: to open another takes twice as long. */
async function startOver({ app, empty, size }: SharedApp, language: Language): Promise<Page> {
  const [window, ...others] = app.windows() as [Page, ...Page[]]
  for (const page of others) await page.close()
  const emptied = await window.evaluate(
    async ({ empty, settings }) => {
      localStorage.clear()
      sessionStorage.clear()
      const chosen = await globalThis.window.warehouse.changeSettings(settings)
      if (!chosen.ok) return chosen
      const scans = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('scans')
        opening.onsuccess = () => resolve(opening.result)
      })
      if (scans.objectStoreNames.contains('scans')) scans.transaction('scans', 'readwrite').objectStore('scans').clear()
      scans.close()
      return globalThis.window.warehouse.restoreBackup(empty)
    },
    { empty, settings: { ...firstSettings, language } },
  )
  expect(emptied).toMatchObject({ ok: true })
  await window.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null })
  if (!isDeepStrictEqual(await sizeOf(window), size)) await window.setViewportSize(size)
  await window.reload()
  return ready(window)
}

export { expect }
