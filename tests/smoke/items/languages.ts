import { execFileSync } from 'node:child_process'
import type { ElectronApplication } from '@playwright/test'
import { languages } from '../../../renderer/languages/languages.ts'
import { go } from '../../e2e/support/screens.ts'
import { choose } from '../../e2e/support/settings.ts'
import { dialogsSeen, watchDialogs } from '../../support/app/dialogs.ts'
import { expect, item } from '../item.ts'

const { en, ko } = languages

const menus = (app: ElectronApplication) =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))

/** Menus, dialogs and keys of the system. */
export function languageItems(): void {
  item(14, 'menu, dialogs and page speak the language that is chosen', [], async ({ session: { app, window } }) => {
    await choose(window, en.texts.nav.settings, en.texts.setting.language, ko.name)
    const { file, edit, view, window: windows } = ko.texts.main.menu
    await expect.poll(() => menus(app)).toEqual(expect.arrayContaining([file, edit, view, windows]))
    await watchDialogs(app)
    await window.evaluate(() => globalThis.window.warehouse.chooseFile())
    expect(await dialogsSeen(app)).toMatchObject([{ filters: [ko.texts.main.csvFiles, ko.texts.main.allFiles] }])
    await choose(window, ko.texts.nav.settings, ko.texts.setting.language, ko.texts.setting.system)
    await expect(window.getByRole('heading', { level: 1 })).toContainText(en.texts.nav.stockTake)
  })

  item(
    14,
    'a right click in a field offers to cut, copy, paste and select',
    [],
    async ({ session: { app, window } }) => {
      await go(window, en.texts.nav.stockTake)
      await app.evaluate(({ Menu }) => {
        Menu.prototype.popup = function () {
          Object.assign(globalThis, { offered: this.items.flatMap(({ role }) => role ?? []) })
        }
      })
      await window.getByRole('textbox').first().click({ button: 'right' })
      const offered = () =>
        app.evaluate(() => (globalThis as { offered?: string[] }).offered?.map((role) => role.toLowerCase()))
      await expect.poll(offered).toEqual(['cut', 'copy', 'paste', 'selectall'])
    },
  )

  item(
    14,
    'Ctrl+R reloads nothing, Ctrl+= zooms in, Ctrl+N opens a window',
    ['keys'],
    async ({ session: { app, window } }) => {
      const press = (keys: string) => execFileSync('xdotool', ['key', '--clearmodifiers', keys])
      const width = () => window.evaluate(() => innerWidth)
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus())
      await window.evaluate(() => Object.assign(globalThis, { isSamePage: true }))
      const before = await width()
      press('ctrl+r')
      press('ctrl+equal')
      await expect.poll(width).toBeLessThan(before)
      expect(await window.evaluate(() => 'isSamePage' in globalThis)).toBe(true)
      press('ctrl+0')
      const [opened] = await Promise.all([app.waitForEvent('window'), press('ctrl+n')])
      await opened.close()
    },
  )
}
