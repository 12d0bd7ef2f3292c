import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { choose, chooseFile, counts, start } from './support/importing.ts'
import { go } from './support/screens.ts'

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
