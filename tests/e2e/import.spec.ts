import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerDialogs, ready } from '../support/app/app.ts'
import { dialogsSeen, watchDialogs } from '../support/app/dialogs.ts'
import { expect, test, testOwnApp } from './fixtures.ts'
import { choice, choose, chooseFile, counts, pick, start } from './support/importing.ts'
import { go, openSecondWindow, rowsOf } from './support/screens.ts'

const batches = `reference,sku,quantity,eta
b1,SMALL-TABLE,20,
b2,"TABLE, RED",5,2031-05-01
`
const orders = `Order No.,Product code,Pieces,Due by
o1,SMALL-TABLE,12,2031-03-01
o2,"TABLE, RED",6,
`
/** 배치번호;품목;수량;입고예정일 / 가-1;똠방 의자;20; as Korean spreadsheets write it. */
const korean = Buffer.from(
  'b9e8c4a1b9f8c8a33bc7b0b8f13bbcf6b7ae3bc0d4b0edbfb9c1a4c0cf0d0ab0a12d313b8c63b9e620c0c7c0da3b32303b0d0a',
  'hex',
)

test('batches and orders go in, each column known by its heading, and the same again changes nothing', async ({
  app,
  window,
  userData,
}) => {
  const at = { app, window, userData }
  await go(window, 'Import')

  await test.step('the first rows are shown with what each column is taken for', async () => {
    await choose(at, 'batches.csv', batches)
    await expect(window.getByRole('heading', { name: 'batches.csv' })).toBeVisible()
    await expect(window.getByText('2 rows · UTF-8 · separated by commas · 0.1 kB')).toBeVisible()
    expect(await window.getByRole('region', { name: 'First rows' }).getByRole('row').allInnerTexts()).toEqual([
      'Line\treference → Batch\tsku → SKU\tquantity → Quantity\teta → Arrives',
      '2\tb1\tSMALL-TABLE\t20\t',
      '3\tb2\tTABLE, RED\t5\t2031-05-01',
    ])
  })

  await test.step('batches go in', async () => {
    await start(window).click()
    await expect(window.getByRole('status')).toHaveText('batches.csv was imported')
    expect(await counts(window)).toEqual(['2', '0', '0'])
  })

  await test.step('orders go in, under other headings', async () => {
    await choose(at, 'orders.csv', orders)
    await expect(choice(window, 'What the file holds')).toContainText('Order lines')
    await start(window).click()
    await expect(window.getByRole('status')).toHaveText('orders.csv was imported')
    expect(await counts(window)).toEqual(['2', '0', '0'])
  })

  await test.step('the lines have found their places', async () => {
    await go(window, 'Allocations')
    await expect
      .poll(() => rowsOf(window.getByRole('grid', { name: 'Allocations' })))
      .toEqual([
        ['o2', '1', 'TABLE, RED', '6', '–', 'Waiting', '–', '–', '–', '–'],
        ['o1', '1', 'SMALL-TABLE', '12', 'Mar 1, 2031', 'Allocated', 'b1', '–', '–', 'On hand'],
      ])
  })

  await test.step('the same file again changes nothing', async () => {
    await go(window, 'Import')
    await chooseFile(at, join(userData, 'orders.csv'))
    await start(window).click()
    await expect(window.getByRole('status')).toHaveText('orders.csv was imported')
    expect(await counts(window)).toEqual(['0', '2', '0'])
  })
})

test('columns of unknown headings are told by the person', async ({ app, window, userData }) => {
  await go(window, 'Import')
  await choose({ app, window, userData }, 'a.csv', 'A,B,C,D\n20,x,b1,SMALL-TABLE\n')
  await expect(start(window)).toBeDisabled()
  await pick(window, 'What the file holds', 'Batches')
  await expect(window.getByRole('alert')).toHaveText('Choose a column for: Batch, SKU, Quantity')
  await pick(window, 'Batch', 'C')
  await pick(window, 'SKU', 'C')
  await pick(window, 'Quantity', 'A')
  await expect(window.getByRole('alert')).toHaveText('One column stands for two fields.')
  await expect(start(window)).toBeDisabled()
  await pick(window, 'SKU', 'D')
  await expect(window.getByRole('alert')).toHaveCount(0)
  await start(window).click()
  expect(await counts(window)).toEqual(['1', '0', '0'])
})

test('a Korean spreadsheet with semicolons in CP949 is read as it was written', async ({ app, window, userData }) => {
  await go(window, 'Import')
  await choose({ app, window, userData }, '배치.csv', korean)
  await expect(window.getByText('1 row · CP949 · separated by semicolons · 0.1 kB')).toBeVisible()
  await start(window).click()
  await expect(window.getByRole('status')).toHaveText('배치.csv was imported')
  await go(window, 'Stock')
  await expect
    .poll(() => rowsOf(window.getByRole('grid', { name: 'Stock' })))
    .toEqual([['똠방 의자', '20', '0', '0', '20', '–', '0']])
})

test('a window names the file that it chose last, and no file before it or of another window', async ({
  app,
  window,
  userData,
}) => {
  const other = await openSecondWindow(app)
  const open = join(userData, 'batches.csv')
  await writeFile(open, 'ref,sku,qty\nb1,LAMP,5\n')
  await answerDialogs(app, { open })
  const chosen = (page: Page) =>
    page.evaluate(async () => {
      const result = await globalThis.window.warehouse.chooseFile()
      return result.ok ? (result.value?.file ?? '') : ''
    })
  const imported = (page: Page, file: string) =>
    page.evaluate(async (file) => {
      const mapping = { ref: 0, sku: 1, qty: 2 }
      return (await globalThis.window.warehouse.importFile({ file, kind: 'batches', mapping })).ok
    }, file)
  const [first, second] = [await chosen(window), await chosen(window)]
  expect([await imported(window, first), await imported(other, second), await imported(window, second)]).toEqual([
    false,
    false,
    true,
  ])
})

testOwnApp(
  'dialogs stand before the window that asks, where files were chosen last, and ask before they overwrite',
  async ({ app, window, userData, launch }) => {
    const other = await openSecondWindow(app)
    const open = join(userData, 'batches.csv')
    await writeFile(open, 'ref,sku,qty\n,LAMP,5\n')
    await watchDialogs(app, open)
    await window.evaluate(async () => {
      const { warehouse } = globalThis.window
      const chosen = await warehouse.chooseFile()
      const file = chosen.ok ? (chosen.value?.file ?? '') : ''
      await warehouse.importFile({ file, kind: 'batches', mapping: { ref: 0, sku: 1, qty: 2 } })
      const headings = { line: 'Line', reason: 'Reason' }
      await warehouse.saveRejected({ file, headings, reasons: ['no reference'], uncorrected: '?' })
    })
    await other.evaluate(() => globalThis.window.warehouse.chooseFile())
    const beside = join(userData, 'batches-wrong.csv')
    const toOpen = { properties: ['openFile'], filters: ['CSV files', 'All files'] }
    expect(await dialogsSeen(app)).toEqual([
      { ...toOpen, parent: 1, defaultPath: expect.any(String) },
      {
        parent: 1,
        defaultPath: beside,
        properties: ['createDirectory', 'showOverwriteConfirmation'],
        filters: ['CSV files'],
      },
      { ...toOpen, parent: 2, defaultPath: userData },
    ])
    await other.close() // or it comes back, too
    await app.close()
    const again = await launch()
    await watchDialogs(again, open)
    const reopened = await ready(await again.firstWindow())
    await reopened.evaluate(async () => {
      await globalThis.window.warehouse.changeSettings({ language: 'ko' })
      await globalThis.window.warehouse.chooseFile()
    })
    expect(await dialogsSeen(again)).toEqual([
      { ...toOpen, parent: 1, defaultPath: userData, filters: ['CSV 파일', '모든 파일'] },
    ])
  },
)
