import type { ElectronApplication } from '@playwright/test'
import { expect, test, testOwnApp } from './fixtures.ts'
import { go } from './support/screens.ts'

type Item = { label: string; role: string; accelerator: string; enabled: boolean }

/** Of the application's menu and what hangs below it. */
const menuItems = (app: ElectronApplication): Promise<Item[]> =>
  app.evaluate(({ Menu }) => {
    const all = (menu: Electron.Menu | null): Electron.MenuItem[] =>
      menu?.items.flatMap((item) => [item, ...all(item.submenu ?? null)]) ?? []
    return all(Menu.getApplicationMenu())
      .filter(({ type }) => type !== 'separator')
      .map(({ label, role, accelerator, enabled }) => ({
        label,
        role: role ?? '',
        accelerator: String(accelerator ?? ''),
        enabled,
      }))
  })

/** Remembers what menus pop up. */
const watchPopups = (app: ElectronApplication) =>
  app.evaluate(({ Menu }) => {
    Object.assign(globalThis, { poppedUp: undefined })
    Menu.prototype.popup = function () {
      Object.assign(globalThis, { poppedUp: this })
    }
  })
const poppedUp = (app: ElectronApplication): Promise<[string, boolean][] | null> =>
  app.evaluate(() => {
    const { poppedUp } = globalThis as { poppedUp?: Electron.Menu }
    const items = poppedUp?.items.filter(({ type }) => type !== 'separator')
    return items?.map(({ label, enabled }): [string, boolean] => [label, enabled]) ?? null
  })
const choose = (app: ElectronApplication, label: string) =>
  app.evaluate((_electron, label) => {
    const { poppedUp } = globalThis as { poppedUp?: Electron.Menu }
    poppedUp?.items.find((item) => item.label === label)?.click()
    Object.assign(globalThis, { poppedUp: undefined })
  }, label)

testOwnApp(
  'the menu reloads nothing by Ctrl+R, and zooms in by the key with + without Shift',
  async ({ app, window }) => {
    await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
    const items = await menuItems(app)
    expect(items.filter(({ role }) => role.toLowerCase() === 'reload')).toEqual([])
    expect(items.filter(({ accelerator }) => /^(CmdOrCtrl|CommandOrControl)\+R$/i.test(accelerator))).toEqual([])
    const width = () => window.evaluate(() => innerWidth)
    const before = await width()
    await window.keyboard.press('Control+=')
    await expect.poll(width).toBeLessThan(before)
  },
)

test('a field has a context menu that cuts, copies, pastes and selects', async ({ app, window }) => {
  await watchPopups(app)
  const field = window.getByRole('textbox', { name: 'Scan or search a batch' })
  await field.fill('left')
  await field.click({ button: 'right' })
  await expect
    .poll(() => poppedUp(app))
    .toEqual([
      ['Cut', false],
      ['Copy', false],
      ['Paste', true],
      ['Select all', true],
    ])
  await choose(app, 'Select all')
  await expect.poll(() => field.evaluate((input: HTMLInputElement) => input.selectionEnd)).toBe(4)
  await field.evaluate((input) => input.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true })))
  await expect.poll(() => poppedUp(app)).toContainEqual(['Cut', true])
  await choose(app, 'Cut')
  await expect(field).toHaveValue('')
})

test('where nothing is selected and nothing can be written there is no context menu', async ({ app, window }) => {
  await watchPopups(app)
  await window.getByRole('heading', { level: 1 }).click({ button: 'right' })
  await window.getByRole('textbox', { name: 'Scan or search a batch' }).click({ button: 'right' })
  await expect.poll(() => poppedUp(app)).toHaveLength(4)
})

const inLatin = (items: Item[]) => items.map(({ label }) => label).filter((label) => /[a-z]/i.test(label))

testOwnApp.describe('on a Korean system', () => {
  testOwnApp.use({ language: 'ko' })
  testOwnApp('the menu is Korean', async ({ app, window }) => {
    await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
    const items = await menuItems(app)
    expect([inLatin(items), items.map(({ label }) => label)]).toEqual([[], expect.arrayContaining(['새 창', '종료'])])
  })
})

testOwnApp(
  'the menu speaks the language that the person chooses, and the frame has the colours',
  async ({ app, window }) => {
    await go(window, 'Settings')
    const settings = window.getByRole('main')
    await settings.getByRole('button', { name: /Appearance$/ }).click()
    await window.getByRole('option', { name: 'Dark', exact: true }).click()
    await expect.poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
    await settings.getByRole('button', { name: /Language$/ }).click()
    await window.getByRole('option', { name: '한국어', exact: true }).click()
    await expect.poll(async () => inLatin(await menuItems(app))).toEqual([])
  },
)
