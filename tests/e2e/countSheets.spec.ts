import type { Page } from '@playwright/test'
import { ready } from '../support/app/app.ts'
import { batch, dispatch, order, sheet } from '../support/scenario/messages.ts'
import { expect, test, testOwnApp } from './fixtures.ts'
import { expectAccessible } from './support/accessible.ts'
import { given } from './support/given.ts'
import { scan, type } from './support/keys.ts'
import { go, openSecondWindow, rowsOf } from './support/screens.ts'

const lines = (window: Page) => window.getByRole('grid', { name: 'Batches' })
const quantity = (window: Page) => window.getByRole('textbox', { name: 'Units found' })
const button = (window: Page, name: string) => window.getByRole('button', { name, exact: true })

/** By scanner and keypad alone. */
async function count(window: Page, ref: string, found: string): Promise<void> {
  await scan(window, ref)
  await expect(window.getByRole('region', { name: `Count ${ref}` })).toBeVisible()
  await expect(quantity(window)).toBeFocused()
  await type(window, found)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('status').filter({ hasText: `${ref}: ${found} counted` })).toBeVisible()
}

/** Everything that main answers about the sheet, and what it shows. */
const told = (window: Page) =>
  window.evaluate(async () => {
    const answers = [
      await globalThis.window.warehouse.view('sheets', {}),
      await globalThis.window.warehouse.view('sheetLines', { sheet: 'Aisle 4' }),
      await globalThis.window.warehouse.view('toCount', {}),
    ]
    return JSON.stringify(answers) + (document.querySelector('main')?.innerText ?? '')
  })

testOwnApp('a blind sheet is counted by two people over a restart, posted, and taken back', async ({ launch }) => {
  testOwnApp.slow()
  const app = await launch()
  const window = await ready(await app.firstWindow())
  await given(
    window,
    ...[batch('LOT-1', 7310), batch('LOT-2', 7320), order('o1', 7318), batch('LOT-3', 7330, { sku: 'LAMP' })],
    ...[order('o2', 10), batch('LOT-4', 7318)],
  )

  await testOwnApp.step('Kim makes it of all batches, by keyboard', async () => {
    await go(window, 'Count sheets')
    await button(window, 'New sheet').focus()
    await window.keyboard.press('Enter')
    await type(window, 'Aisle 4')
    await window.getByRole('textbox', { name: /^Units/ }).fill('0')
    await expect(window.getByRole('dialog')).toContainText('4 batches')
    await expectAccessible(window)
    await button(window, 'Open the sheet').focus()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('heading', { name: 'Aisle 4' })).toBeVisible()
  })

  await testOwnApp.step('and counts: what is expected is nowhere', async () => {
    await count(window, 'LOT-1', '7310')
    await count(window, 'LOT-2', '7317')
    await count(window, 'LOT-3', '0')
    await expect
      .poll(() => rowsOf(lines(window)))
      .toEqual([
        ['LOT-3', 'LAMP', 'Second count', 'Kim'],
        ['LOT-1', 'SMALL-TABLE', 'Agreed', 'Kim'],
        ['LOT-2', 'SMALL-TABLE', 'Second count', 'Kim'],
        ['LOT-4', 'SMALL-TABLE', 'To count', '–'],
      ])
    expect(await told(window)).not.toMatch(/73\d\d|"(qty|expected|difference|posted)":-?\d/)
    await expectAccessible(window, 'main')
  })

  await testOwnApp.step('Kim is no check on the own count', async () => {
    await scan(window, 'LOT-2')
    await expect(quantity(window)).toBeFocused()
    await type(window, '7317')
    await window.keyboard.press('Enter')
    await expect(window.getByText('You counted LOT-2 last. Another person is to count it now.')).toBeVisible()
    await window.keyboard.press('Escape')
  })

  await testOwnApp.step('what is no number is refused, and zero is a count', async () => {
    await scan(window, 'LOT-4')
    await expect(quantity(window)).toBeFocused()
    await type(window, '1e3')
    await window.keyboard.press('Enter')
    await expect(window.getByText('Quantity: enter a whole number, such as 3')).toBeVisible()
    await window.keyboard.press('Escape')
  })

  await app.close()
  const again = await launch()
  const other = await again.firstWindow()

  await testOwnApp.step('after a restart Lee counts again, while goods leave', async () => {
    await other.getByRole('dialog').getByRole('textbox').fill('Lee')
    await other.keyboard.press('Enter')
    await go(other, 'Count sheets')
    await other.getByRole('grid', { name: 'Count sheets' }).focus()
    await other.keyboard.press('Enter')
    await expect(other.getByRole('heading', { name: 'Aisle 4' })).toBeVisible()
    await given(other, dispatch('o2'))
    await count(other, 'LOT-2', '7317')
    await count(other, 'LOT-3', '0')
    expect(await told(other)).not.toMatch(/73\d\d|"(qty|expected|difference|posted)":-?\d/)
  })

  await testOwnApp.step('the whole sheet is previewed, and posted at once', async () => {
    await button(other, 'Post…').click()
    const dialog = other.getByRole('dialog')
    await expect(dialog).toContainText('1 batch is not counted or not agreed upon yet. It stays as it is.')
    await expect(dialog).toContainText('2 batches change: +0, −7,333 units')
    await expect(dialog.getByRole('grid')).toContainText('o1')
    await expectAccessible(other)
    await button(other, 'Post the differences').click()
    await expect(other.getByRole('region', { name: 'Done' })).toContainText('Agreed upon')
    await expect
      .poll(() => rowsOf(lines(other)))
      .toContainEqual(['LOT-2', 'SMALL-TABLE', 'Agreed', '7,320', '7,317', '−3'])
    await expectAccessible(other, 'main')
  })

  await testOwnApp.step('and taken back at once', async () => {
    await button(other, 'Undo posting…').click()
    await button(other, 'Undo posting').click()
    await expect(button(other, 'Post…')).toBeVisible()
    const holds = await other.evaluate(async () => {
      const answer = await globalThis.window.warehouse.view('batches', {})
      return answer.ok ? Object.fromEntries(answer.value.rows.map(({ ref, qty }) => [ref, qty])) : null
    })
    expect(holds).toMatchObject({ 'LOT-2': 7320, 'LOT-3': 7330 })
  })
})

test('a sheet is scanned together, and another window sees it counted', async ({ app, window }) => {
  await given(window, batch('LOT-1', 20), batch('LOT-2', 5), batch('LOT-3', 1), sheet('Shelf', [], { blind: false }))
  const other = await openSecondWindow(app)
  for (const page of [window, other]) {
    await go(page, 'Count sheets')
    await page.getByRole('grid', { name: 'Count sheets' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Shelf' })).toBeVisible()
  }
  await window.bringToFront()
  await scan(window, 'LOT-1')
  await expect(window.getByRole('alert')).toContainText('Batch LOT-1 is not on this sheet.')
  await button(window, 'Put it on the sheet').focus()
  await window.keyboard.press('Enter')
  await expect(quantity(window)).toBeFocused()
  await type(window, '18')

  await test.step('a scan confirms nothing that was typed', async () => {
    await window.getByText('Scanning puts batches on this sheet').click()
    await quantity(window).focus()
    await scan(window, 'LOT-3')
    await expect(window.getByRole('alert')).toContainText('LOT-3 was not opened')
    await expect(quantity(window)).toHaveValue('18')
    await expect(quantity(window)).toBeFocused()
    await window.keyboard.press('Enter')
  })

  await count(window, 'LOT-2', '5')
  await expect
    .poll(() => rowsOf(lines(other)))
    .toEqual([
      ['LOT-1', 'SMALL-TABLE', 'Agreed', '20', '18', '−2'],
      ['LOT-2', 'SMALL-TABLE', 'Agreed', '5', '5', '0'],
    ])
})
