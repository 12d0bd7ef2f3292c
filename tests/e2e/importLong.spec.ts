import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { batch } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { choose, chooseFile, counts, start } from './support/importing.ts'
import { scan } from './support/keys.ts'
import { go, rowsOf } from './support/screens.ts'
import { chooseReason, damaged, remove, scanField } from './support/stockTake.ts'

const ROWS = 5_000
const rows = Array.from({ length: ROWS }, (_, index) => `b${index},SKU-${index % 50},${index + 1}\n`)

test('a long import can be cancelled, and gone on with while one looks at something else', async ({
  app,
  window,
  userData,
}) => {
  const at = { app, window, userData }
  await go(window, 'Import')
  await choose(at, 'many.csv', `reference,sku,quantity\n${rows.join('')}`)
  await start(window).click()
  await expect(window.getByRole('progressbar', { name: 'Importing many.csv' })).toBeVisible()
  await window.getByText(/^[1-9][\d,]* rows read$/).waitFor()
  await window.getByRole('button', { name: 'Cancel' }).click()
  await expect(window.getByText('The import of many.csv was cancelled.')).toBeVisible()
  const [imported = ''] = await counts(window)
  const before = Number(imported.replace(',', ''))
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(ROWS)

  await chooseFile(at, join(userData, 'many.csv'))
  await start(window).click()
  await go(window, 'Stock')
  await expect(window.getByText('50 rows')).toBeVisible()
  await go(window, 'Import')
  await expect(window.getByText('many.csv was imported')).toBeVisible({ timeout: 30_000 })
  const number = new Intl.NumberFormat('en')
  expect(await counts(window)).toEqual([number.format(ROWS - before), number.format(before), '0'])
})

test('a restore leaves the chosen file chosen, and cancels the import that is running', async ({
  app,
  window,
  userData,
}) => {
  await go(window, 'Import')
  await choose({ app, window, userData }, 'many.csv', `reference,sku,quantity\n${rows.join('')}`)
  const backup = await window.evaluate(async () => {
    const made = await globalThis.window.warehouse.makeBackup()
    return made.ok ? (made.value?.name ?? '') : ''
  })
  const restore = () => window.evaluate((name) => globalThis.window.warehouse.restoreBackup(name), backup)
  expect(await restore()).toMatchObject({ ok: true })
  await start(window).click()
  await window.getByText(/^[1-9][\d,]* rows read$/).waitFor()
  expect(await restore()).toMatchObject({ ok: true })
  await expect(window.getByText('The import of many.csv was cancelled.')).toBeVisible()
  await expect(window.getByRole('alert')).toHaveCount(1)
  await go(window, 'Stock')
  await expect(window.getByText('There is no stock yet.')).toBeVisible()
})

test.describe('while 100,000 order lines are imported', () => {
  const skus = Array.from({ length: 20 }, (_, index) => `SKU-${index + 10}`)
  const lines = Array.from({ length: 100_000 }, (_, index) => `o${index},${skus[index % skus.length]},1\n`)
  const running = (window: Page) => window.getByRole('progressbar', { name: 'Importing lines.csv' })
  const numberOf = (text: string | null) => Number(text?.replace(/\D/g, ''))
  const rowsRead = (window: Page) =>
    window
      .getByText(/^[\d,]+ rows read$/)
      .textContent()
      .then(numberOf)

  test('people search, preview and confirm; cancelled and begun again, it does nothing twice', async ({
    app,
    window,
    userData,
  }) => {
    const at = { app, window, userData }
    await given(window, ...skus.map((sku, index) => batch(`b${index + 10}`, 1_000_000, { sku })))
    await go(window, 'Import')
    await choose(at, 'lines.csv', `order,sku,quantity\n${lines.join('')}`)
    await start(window).click()
    await expect.poll(() => rowsRead(window)).toBeGreaterThan(0)

    for (const [index, ref] of ['b10', 'b11', 'b12', 'b13'].entries())
      await test.step(`a damage of ${ref}`, async () => {
        await go(window, 'Stock')
        await window.getByRole('searchbox', { name: 'Search SKUs' }).fill(`${index + 10}`)
        await expect(window.getByRole('status')).toHaveText('1 row')
        await go(window, 'Stock-take')
        await scanField(window).focus()
        await scan(window, ref)
        await expect(damaged(window)).toBeFocused()
        await window.keyboard.type('3')
        if (index === 0) {
          await chooseReason(window, 'Broken')
        }
        await remove(window, '3 units').click()
        await expect(window.getByRole('region', { name: 'Done' })).toContainText(`3 units removed from ${ref}`)
      })

    await go(window, 'Import')
    await expect(running(window)).toBeVisible() // so each was answered meanwhile
    await window.getByRole('button', { name: 'Cancel' }).click()
    const before = numberOf((await counts(window))[0] ?? '')
    expect(before).toBeLessThan(lines.length)

    await chooseFile(at, join(userData, 'lines.csv'))
    await start(window).click()
    await expect.poll(() => rowsRead(window), { timeout: 30_000 }).toBeGreaterThan(before)
    await window.getByRole('button', { name: 'Cancel' }).click()
    const [imported, unchanged, rejected] = (await counts(window)).map(numberOf)
    expect([imported! > 0, unchanged, rejected]).toEqual([true, before, 0])
    await go(window, 'Stock')
    await window.getByRole('searchbox', { name: 'Search SKUs' }).fill('10')
    const [product] = await rowsOf(window.getByRole('grid', { name: 'Stock' }))
    expect(product?.slice(0, 2)).toEqual(['SKU-10', '999,997'])
  })
})
