import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { languageCodes, languages } from '../../renderer/languages/languages.ts'
import { ready } from '../support/app/app.ts'
import { expect, testOwnApp as test } from './fixtures.ts'
import { choose } from './support/settings.ts'

const { en, ko, ja } = languages
declare const boxes: { message: string; detail: string; buttons: string[] }[]

const heading = (window: Page, name: string) => window.getByRole('heading', { level: 1, name, exact: true })

const menus = (app: ElectronApplication) =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))

const menusIn = ({ texts }: (typeof languages)[keyof typeof languages]) => {
  const { file, edit, go, action, view, window, help } = texts.main.menu
  return [...(process.platform === 'darwin' ? [texts.app.name] : []), file, edit, go, action, view, window, help]
}

for (const language of languageCodes)
  test.describe('on a system that speaks it', () => {
    test.use({ language })
    test(`the window and the menu speak ${language}`, async ({ app, window }) => {
      await expect(heading(window, languages[language].texts.nav.stockTake)).toBeVisible()
      await expect(window.locator('html')).toHaveAttribute('lang', language)
      expect(await menus(app)).toEqual(menusIn(languages[language]))
    })
  })

test('the language is the system’s until another is chosen, which then stays', async ({ app, window, launch }) => {
  await expect(heading(window, en.texts.nav.stockTake)).toBeVisible()
  await choose(window, 'Settings', 'Language', ko.name)
  await expect(heading(window, ko.texts.nav.stockTake)).toBeVisible()
  await expect.poll(() => menus(app)).toEqual(menusIn(ko))
  await app.close()
  const next = await launch()
  const again = await ready(await next.firstWindow())
  await expect(heading(again, ko.texts.nav.stockTake)).toBeVisible()
  expect(await menus(next)).toEqual(menusIn(ko))
  await choose(again, ko.texts.nav.settings, ko.texts.setting.language, ko.texts.setting.system)
  await expect(heading(again, en.texts.nav.stockTake)).toBeVisible()
  await expect.poll(() => menus(next)).toEqual(menusIn(en))
})

test('what keeps the app from starting is said in the language that was chosen', async ({
  app,
  window,
  launch,
  userData,
}) => {
  await choose(window, 'Settings', 'Language', ja.name)
  await expect.poll(() => menus(app)).toEqual(menusIn(ja))
  await app.close()
  writeFileSync(join(userData, 'warehouse.db'), 'no database '.repeat(1_000))
  const { damaged, empty, quit } = ja.texts.main
  const again = await launch([empty])
  await ready(await again.firstWindow())
  const [box] = await again.evaluate(() => boxes)
  expect([box?.message, box?.buttons.at(-1)]).toEqual([damaged, quit])
})
