import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { launchApp, ready } from '../support/app/app.ts'
import { batch } from '../support/scenario/messages.ts'
import { expect, test, testOwnApp } from './fixtures.ts'
import { given } from './support/given.ts'
import { scan, strike, type } from './support/keys.ts'
import { openSecondWindow } from './support/screens.ts'
import { choose } from './support/settings.ts'
import { batchShown } from './support/stockTake.ts'

declare const firstColours: [theme: string, background: string][]

const heading = (window: Page, name: string) => window.getByRole('heading', { level: 1, name, exact: true })

async function restart(app: ElectronApplication, launch: () => Promise<ElectronApplication>): Promise<Page> {
  await app.close()
  return ready(await (await launch()).firstWindow())
}

testOwnApp(
  'the colours are the system’s until others are chosen, in every window, and from its beginning',
  async ({ app, window, userData, language }) => {
    const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const dark = 'rgb(20, 23, 28)'
    const other = await openSecondWindow(app)
    await window.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(() => background(window)).toBe(dark)
    await window.emulateMedia({ colorScheme: 'light' })
    await expect.poll(() => background(window)).toBe('rgb(243, 244, 247)')
    const behindPage = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor())
    expect(behindPage?.toLowerCase()).toBe('#f3f4f7')
    await choose(window, 'Settings', 'Appearance', 'Dark')
    for (const page of [window, other]) await expect.poll(() => background(page)).toBe(dark)
    await app.close()
    const preloads = [join(import.meta.dirname, '../support/app/firstColours.cjs')]
    const again = await launchApp({ userData, language, preloads })
    expect(await background(await ready(await again.firstWindow()))).toBe(dark)
    expect(await again.evaluate(() => firstColours)).toEqual(Array(2).fill(['dark', '#14171c'])) // both windows
    await again.close()
  },
)

testOwnApp(
  'what was entered is there after a restart, in a file in the user’s data folder',
  async ({ app, window, userData, launch }) => {
    await given(window, batch('b1', 20))
    expect(existsSync(join(userData, 'warehouse.db'))).toBe(true)
    const again = await restart(app, launch)
    await scan(again, 'b1')
    await expect(batchShown(again, 'b1')).toBeVisible()
  },
)

testOwnApp('a second start shows the window that is there', async ({ app, window, userData, language }) => {
  await app.evaluate(({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows()
    first!.minimize()
    first!.focus = () => Object.assign(globalThis, { focused: true })
  })
  await expect(launchApp({ userData, language })).rejects.toThrow()
  const wasFocused = () =>
    app.evaluate(({ BrowserWindow }) => {
      const [first, ...others] = BrowserWindow.getAllWindows()
      return 'focused' in globalThis && !first!.isMinimized() && others.length === 0
    })
  await expect.poll(wasFocused).toBe(true)
  await expect(heading(window, 'Stock-take')).toBeVisible()
})

testOwnApp(
  'a further window does not hide the first, and a second start brings back the one that was worked with last',
  async ({ app, window, userData, language }) => {
    await expect(heading(window, 'Stock-take')).toBeVisible()
    await openSecondWindow(app)
    const places = await app.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows()
      const [first, second] = [windows.find(({ id }) => id === 1)!, windows.find(({ id }) => id === 2)!]
      first.focus()
      for (const each of [first, second]) each.focus = () => Object.assign(globalThis, { focused: each.id })
      return [first.getBounds().x, second.getBounds().x]
    })
    expect(places[1]).toBeGreaterThan(places[0]!)
    await expect(launchApp({ userData, language })).rejects.toThrow()
    await expect.poll(() => app.evaluate(() => (globalThis as { focused?: number }).focused)).toBe(1)
  },
)

testOwnApp('a window whose page does not load is shown all the same', async ({ app, window }) => {
  await expect(heading(window, 'Stock-take')).toBeVisible()
  const isShown = await app.evaluate(({ app, BrowserWindow, Menu }) => {
    app.once('web-contents-created', (_event, contents) => {
      contents.loadURL = () => Promise.reject(new Error('the disk is gone'))
    })
    Menu.getApplicationMenu()?.getMenuItemById('newWindow')?.click()
    const opened = BrowserWindow.getAllWindows().find(({ id }) => id === 2)!
    const before = opened.isVisible()
    opened.webContents.emit('did-fail-load')
    return [before, opened.isVisible()]
  })
  expect(isShown).toEqual([false, true])
})

test('Ctrl and a digit lead to a screen, which is as it was left', async ({ window }) => {
  const entries = window.getByRole('navigation').getByRole('listitem').getByRole('button')
  await type(window, 'left like this')
  for (let digit = 1; digit <= 9; digit++) {
    await window.keyboard.press(`Control+${digit}`)
    await expect(entries.nth(digit - 1)).toHaveAttribute('aria-current', 'page')
    const name = await entries.nth(digit - 1).getAttribute('aria-label')
    await expect(window.getByRole('heading', { level: 1 })).toContainText(name!)
  }
  await strike(window, 'Control+2')
  await expect(window.getByRole('textbox', { name: 'Scan or search a batch' })).toHaveValue('left like this')
})

// On a Mac the app goes on without a window.
const testElsewhere = process.platform === 'darwin' ? testOwnApp.fixme : testOwnApp
testElsewhere(
  'closing the last window ends the app, with everything written',
  async ({ app, window, userData, launch }) => {
    await given(window, batch('b1', 20))
    const closed = app.waitForEvent('close')
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await closed
    expect(existsSync(join(userData, 'warehouse.db-wal'))).toBe(false)
    const again = await ready(await (await launch()).firstWindow())
    await scan(again, 'b1')
    await expect(batchShown(again, 'b1')).toBeVisible()
  },
)
