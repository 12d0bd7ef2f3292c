import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { languages } from '../../../renderer/languages/languages.ts'
import { launchApp, makeUserData } from '../../support/app/app.ts'
import { expect, item } from '../item.ts'

declare const boxes: { message: string }[]

const startAgain = (userData: string) =>
  expect(launchApp({ userData, language: 'en' })).rejects.toThrow(/exitCode=0|closed/)

/** Starting twice, crashing, leaving. */
export function leavingItems(): void {
  item(
    9,
    'a second start brings the first window to the front, and leaves',
    [],
    async ({ session: { app, userData } }) => {
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
      await startAgain(userData)
      const seen = () =>
        app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized()))
      await expect.poll(seen).toEqual([false])
    },
  )

  item(
    12,
    'a page that crashes comes back, and after the fourth time in a minute the person is asked',
    [],
    async ({ session }) => {
      const { app } = session
      for (let crash = 1; crash <= 5; crash++) {
        await crashPage(app)
        expect(await app.evaluate(() => boxes.length)).toBe(crash < 4 ? 0 : 1)
      }
      await expect.poll(() => headingOf(app)).toContain(languages.en.texts.nav.stockTake)
      await session.close() // Playwright does not look at a page again that has crashed
    },
  )

  item(10, 'a second start while a message box is open adds no window', [], async () => {
    const { userData, remove } = await makeUserData()
    writeFileSync(join(userData, 'warehouse.db'), 'no database '.repeat(1_000))
    const asking = await launchApp({ userData, language: 'en', answers: [] })
    await expect.poll(() => asking.evaluate(() => boxes.length)).toBe(1)
    await startAgain(userData)
    expect(asking.windows()).toEqual([])
    await asking.close()
    await remove()
  })

  for (const [way, leave] of Object.entries(ways))
    item(11, `${way} closes the file, within 5 seconds`, [], async ({ session }) => {
      const { app, userData } = session
      const left = once(app.process(), 'exit', { signal: AbortSignal.timeout(5_000) })
      await leave(app).catch(() => {}) // the app that answers is about to be gone
      await left
      await session.close()
      const file = (suffix: string) => existsSync(join(userData, `warehouse.db${suffix}`))
      expect([file('-closed'), file('-wal')]).toEqual([true, false])
    })
}

/** Until it is loaded again. */
const crashPage = (app: ElectronApplication): Promise<void> =>
  app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents
    const loaded = new Promise((resolve) => contents.once('did-finish-load', () => resolve(null)))
    contents.forcefullyCrashRenderer()
    await loaded
  })

const headingOf = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    return window!.webContents.executeJavaScript("document.querySelector('h1')?.textContent ?? ''")
  })

const ways: Readonly<Record<string, (app: ElectronApplication) => Promise<unknown>>> = {
  ...(process.platform !== 'win32' && {
    SIGTERM: async (app) => app.process().kill('SIGTERM'),
    'Ctrl+C': async (app) => app.process().kill('SIGINT'),
  }),
  ...(process.platform !== 'darwin' && {
    'the last window': (app) =>
      app.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.close()
      }),
  }),
  quitting: (app) => app.evaluate(({ app }) => app.quit()),
}
