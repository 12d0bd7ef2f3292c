import type { ElectronApplication, Page } from '@playwright/test'
import { batch, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible } from './support/accessible.ts'
import { given } from './support/given.ts'
import { inputMethodKeys, type Key, scan, strike, type } from './support/keys.ts'
import { batchShown, damaged } from './support/stockTake.ts'

const heading = (window: Page, name: string) => window.getByRole('heading', { level: 1, name })
const palette = (window: Page) => window.getByRole('dialog', { name: 'Find anything' })
const best = (window: Page) => palette(window).getByRole('option').first()

async function openPalette(window: Page): Promise<void> {
  await strike(window, 'Control+k')
  await expect(palette(window).getByRole('combobox')).toBeFocused()
}

/** How many entries of a kind there are. */
const entries = (window: Page, type: 'StockDamaged' | 'MessageUndone') =>
  window.evaluate(async (type) => {
    const found = await globalThis.window.warehouse.view('entries', { type })
    return found.ok ? found.value.rows.length : -1
  }, type)

/** Of the application's menu. */
const isOffered = (app: ElectronApplication, id: string) =>
  app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled, id)

test('everything is found, done and taken back by keyboard alone', async ({ app, window }) => {
  await given(window, batch('LOT-2026-11', 20), batch('LOT-2026-12', 9), order('ORDER-77', 4))

  await test.step('a batch by some of its characters, and a damage of it', async () => {
    await openPalette(window)
    await expectAccessible(window, '[role=dialog]')
    await type(window, '2026-12')
    await expect(best(window)).toContainText('LOT-2026-12')
    await strike(window, 'Enter')
    await expect(batchShown(window, 'LOT-2026-12')).toBeVisible()
    await expect(damaged(window)).toBeFocused()
    await type(window, '2')
    await strike(window, 'Enter')
    await type(window, '1')
    await strike(window, 'Enter')
    await expect.poll(() => entries(window, 'StockDamaged')).toBe(1)
  })

  await test.step('Ctrl+Z takes what is typed back, else shows what taking the entry back would do', async () => {
    await strike(window, 'Control+f')
    await type(window, 'x')
    await strike(window, 'Control+z')
    await expect(window.getByRole('textbox', { name: 'Scan or search a batch' })).toHaveValue('')
    await strike(window, 'Control+4')
    await expect(heading(window, 'Allocations')).toBeVisible()
    await strike(window, 'Control+z')
    const undo = window.getByRole('dialog', { name: /LOT-2026-12, 7 → 9/ })
    await expect(undo).toBeVisible()
    expect(await entries(window, 'MessageUndone')).toBe(0)
    await strike(window, 'Enter')
    await expect.poll(() => entries(window, 'MessageUndone')).toBe(1)
    await expect(undo).toHaveCount(0)
  })

  await test.step('an order, a SKU and a screen; Esc leads back', async () => {
    await openPalette(window)
    await type(window, 'order-77')
    await expect(best(window)).toContainText('ORDER-77')
    await strike(window, 'Enter')
    await expect(window.getByRole('dialog', { name: /ORDER-77/ })).toBeVisible()
    await strike(window, 'Escape')
    await expect(window.getByRole('dialog')).toHaveCount(0)
    await openPalette(window)
    await type(window, 'shtg')
    await expect(best(window)).toContainText('Shortages')
    await strike(window, 'Enter')
    await expect(heading(window, 'Shortages')).toBeVisible()
    await strike(window, 'Escape')
    await expect(heading(window, 'Allocations')).toBeVisible()
  })

  await test.step('/ leads to the search of the screen, and is typed there', async () => {
    await window.getByRole('grid').focus()
    await strike(window, '/')
    const search = window.getByRole('main').getByRole('searchbox')
    await expect(search).toBeFocused()
    await type(window, '/')
    await expect(search).toHaveValue('/')
    await strike(window, 'Escape')
    await expect(search).toHaveValue('')
  })

  await test.step('an action of another screen, from the palette and the menu', async () => {
    await openPalette(window)
    await type(window, 'new count')
    await strike(window, 'Enter')
    await expect(window.getByRole('dialog', { name: 'New sheet' })).toBeVisible()
    await strike(window, 'Escape')
    await expect.poll(() => isOffered(app, 'print')).toBe(true)
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('go.settings')?.click())
    await expect.poll(() => isOffered(app, 'print')).toBe(false)
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('go.history')?.click())
    await expect(heading(window, 'History')).toBeVisible()
  })

  await test.step('F1 lists the keys', async () => {
    await strike(window, 'F1')
    const help = window.getByRole('dialog', { name: 'Keys' })
    await expect(help).toContainText('Ctrl+K')
    await expectAccessible(window, '[role=dialog]')
    await strike(window, 'Escape')
    await expect(help).toHaveCount(0)
  })

  await test.step('a row has a menu, by mouse and by key', async () => {
    await strike(window, 'Control+4')
    const grid = window.getByRole('grid', { name: 'Allocations' })
    await grid.getByRole('row').nth(1).click({ button: 'right' })
    await expect(window.getByRole('menuitem', { name: 'Stock of SMALL-TABLE' })).toBeVisible()
    await expectAccessible(window, '[role=menu]')
    await strike(window, 'Escape')
    await expect(window.getByRole('menu')).toHaveCount(0)
    await grid.focus()
    await strike(window, 'Shift+F10')
    await type(window, 'its')
    await strike(window, 'Enter')
    await expect(heading(window, 'History')).toBeVisible()
    await expect(window.getByRole('treegrid').getByRole('row')).toHaveCount(2)
  })

  await test.step('in a dialog, keys of commands do nothing', async () => {
    await openPalette(window)
    await strike(window, 'Control+1')
    await expect(palette(window)).toBeVisible()
    await strike(window, 'Escape')
    await expect(heading(window, 'History')).toBeVisible()
  })
})

test('no key of a scanner is one of a command, and a Korean layout changes none', async ({ window }) => {
  await given(window, batch('/LOT/1', 5))
  await strike(window, 'Control+4')
  await expect(heading(window, 'Allocations')).toBeVisible()
  await scan(window, '/LOT/1')
  await expect(batchShown(window, '/LOT/1')).toBeVisible()
  await strike(window, 'Control+4')
  await expect(heading(window, 'Allocations')).toBeVisible()
  const slash: Key[] = [...'/////'].map((key) => ({ key, code: 'Slash' }))
  await scan(window, slash)
  await expect(window.getByText('No batch “/////”.')).toBeVisible()
  const client = await window.context().newCDPSession(window)
  const [key] = inputMethodKeys('K')
  const pressed = { code: key!.code, key: 'ㅏ', modifiers: 2, windowsVirtualKeyCode: 75 }
  await window.waitForTimeout(100)
  await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...pressed })
  await client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...pressed })
  await expect(palette(window)).toBeVisible()
})
