import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { answerDialogs } from '../support/app/app.ts'
import { batch } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible } from './support/accessible.ts'
import { given } from './support/given.ts'
import { scan, strike, type } from './support/keys.ts'
import { go } from './support/screens.ts'

const ARTICLE = '9521234543213'

/** Of each page of the PDF, in whole mm. */
async function pageSizes(file: string): Promise<string[]> {
  const pdf = await readFile(file, 'latin1')
  const mm = (points: string | undefined) => Math.round((Number(points) * 25.4) / 72)
  return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, x, y]) => `${mm(x)} x ${mm(y)}`)
}

const withoutPrinter = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.getPrintersAsync = async () => []
  })

test('batches are received by scanner and keypad alone, and their labels printed in their size', async ({
  app,
  window,
  userData,
}) => {
  await given(window, batch('OLD-1', 5, { sku: ARTICLE }), batch('OLD-2', 5, { sku: 'BED' }))
  await withoutPrinter(app)
  await go(window, 'Receive & order')
  const form = window.getByRole('form', { name: 'Receive a batch' })
  const values = () =>
    Promise.all([
      form.getByRole('textbox', { name: 'Batch' }).inputValue(),
      form.getByRole('combobox', { name: 'SKU' }).inputValue(),
      form.getByRole('textbox', { name: 'Quantity' }).inputValue(),
    ])
  const confirm = form.getByRole('button', { name: 'Add the batch' })
  const added = (ref: string) => expect(window.getByRole('status')).toHaveText(`Batch ${ref} was added`)

  await scan(window, `(01)0${ARTICLE}(10)NEW-7(37)20`)
  await expect.poll(values).toEqual(['NEW-7', ARTICLE, '20'])
  await expect(confirm).toBeFocused()
  await scan(window, 'NEW-9') // another label confirms nothing, and replaces nothing
  await expect(window.getByRole('alert')).toContainText('“NEW-9” was scanned')
  expect(await values()).toEqual(['NEW-7', ARTICLE, '20'])
  await expect(confirm).toBeEnabled()
  await window.keyboard.press('Enter')
  await added('NEW-7')

  await scan(window, 'NEW-8')
  await expect(form.getByRole('combobox', { name: 'SKU' })).toBeFocused()
  await type(window, 'BED')
  await expect(window.getByRole('option', { name: 'BED' })).toBeVisible()
  await window.keyboard.press('Enter')
  await type(window, '7')
  await window.keyboard.press('Enter')
  await expect(confirm).toBeFocused()
  await expect(confirm).toBeEnabled()
  await window.keyboard.press('Enter')
  await added('NEW-8')

  await strike(window, 'Control+P')
  const dialog = window.getByRole('dialog', { name: 'Print labels' })
  await expect(dialog.getByRole('button', { name: 'Print…' })).toBeFocused()
  await expect(dialog.getByRole('img', { name: 'NEW-8' })).toBeVisible()
  await expectAccessible(window, '[role="dialog"]')
  await window.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('This computer knows no printer')
  await dialog.getByRole('textbox', { name: 'Copies of each' }).fill('3')
  const save = join(userData, 'labels.pdf')
  await answerDialogs(app, { save })
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click()
  await expect(dialog.getByRole('status')).toHaveText('labels.pdf was saved')
  expect(await pageSizes(save)).toEqual(['57 x 32', '57 x 32', '57 x 32'])
})

test('labels of all batches of a product are printed at once, in a size of one’s own', async ({
  app,
  window,
  userData,
}) => {
  await given(window, batch('b1', 5), batch('b2', 5), batch('b3', 5))
  await go(window, 'Stock')
  await window.getByRole('row', { name: /SMALL-TABLE/ }).click()
  await window.getByRole('button', { name: 'Print labels…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Print labels' })
  await dialog.getByText('b2', { exact: true }).click()
  await dialog.getByRole('button', { name: /Size/ }).click()
  await window.getByRole('option', { name: 'Own size' }).click()
  await dialog.getByRole('textbox', { name: 'Width (mm)' }).fill('5')
  await expect(dialog.getByRole('button', { name: 'Print…' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Width (mm)' }).fill('70')
  await expect(dialog).toContainText('2 labels')
  await dialog.getByRole('textbox', { name: 'Copies of each' }).fill('101')
  await expect(dialog.getByRole('button', { name: 'Print…' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Copies of each' }).fill('1')
  const save = join(userData, 'labels.pdf')
  await answerDialogs(app, { save })
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click()
  await expect(dialog.getByRole('status')).toHaveText('labels.pdf was saved')
  expect(await pageSizes(save)).toEqual(['70 x 40', '70 x 40'])
})
