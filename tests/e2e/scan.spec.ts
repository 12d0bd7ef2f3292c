import type { Page } from '@playwright/test'
import { batch } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given, written } from './support/given.ts'
import { inputMethodKeys, koreanKeys, pressEnterComposing, scan, scanOnMac, type } from './support/keys.ts'
import { go } from './support/screens.ts'
import { batchShown, chooseReason, damaged, reasons, remove, scanField } from './support/stockTake.ts'

const batchList = (window: Page) => window.getByRole('grid', { name: 'Batches' })
const alert = (window: Page) => window.getByRole('alert')

test('a scan opens its batch and leads to the quantity, wherever the focus is', async ({ window }) => {
  await given(window, batch('LOT-1', 5), batch('LOT-2', 7), batch('LOT-3', 9))
  const places = [
    ['the batch list', batchList(window)],
    ['a text that is half typed', scanField(window)],
    ['the mode', window.getByRole('tab', { name: 'Damaged' })],
    ['the navigation', window.getByRole('button', { name: 'Stock-take', exact: true })],
  ] as const
  for (const [name, place] of places)
    await test.step(name, async () => {
      await scan(window, 'LOT-1')
      await expect(batchShown(window, 'LOT-1')).toBeVisible()
      await place.focus()
      await scan(window, 'LOT-3')
      await expect(batchShown(window, 'LOT-3')).toBeVisible()
      await expect(damaged(window)).toBeFocused()
      await expect(damaged(window)).toHaveValue('')
      await expect(scanField(window)).toHaveValue('')
    })
})

test('a scan while something is entered for another batch confirms nothing, drops nothing, and says so', async ({
  window,
}) => {
  await given(window, batch('LOT-1', 20), batch('LOT-2', 7))
  await scan(window, 'LOT-1')
  await chooseReason(window, 'Lost')
  await damaged(window).focus()
  await type(window, '2')
  await window.keyboard.press('Enter')
  await expect(remove(window, '2 units')).toBeFocused()
  await expect(remove(window, '2 units')).toBeEnabled()
  const before = await written(window)
  await scan(window, 'LOT-2')
  await expect(alert(window)).toHaveText(
    '“LOT-2” was not opened: LOT-1 has an entry that is not confirmed. Confirm it, or choose “Another batch”.',
  )
  await expect(batchShown(window, 'LOT-1')).toBeVisible()
  await expect(damaged(window)).toHaveValue('2')
  expect(await written(window)).toBe(before)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('region', { name: 'Done' })).toContainText('2 units removed from LOT-1')
  await expect(alert(window)).toHaveCount(0)
})

test('a label of digits never becomes a quantity', async ({ window }) => {
  await given(window, batch('12', 40), batch('120', 40))
  const before = await written(window)
  await scan(window, '12')
  await expect(batchShown(window, '12')).toBeVisible()
  await expect(damaged(window)).toBeFocused()
  await window.waitForTimeout(600) // longer than what counts as a repeated read of the same label
  await scan(window, '12')
  await expect(damaged(window)).toHaveValue('')
  await type(window, '3')
  await window.waitForTimeout(600)
  await window.getByRole('textbox', { name: 'Note' }).focus()
  await scan(window, '12')
  await expect(damaged(window)).toBeFocused()
  await expect(damaged(window)).toHaveValue('3')
  await expect(alert(window)).toHaveCount(0)
  expect(await written(window)).toBe(before)
})

test('digits and Enter at the pace of a person are a quantity', async ({ window }) => {
  await given(window, batch('LOT-1', 20_000), batch('1234', 40))
  await scan(window, 'LOT-1')
  await expect(damaged(window)).toBeFocused()
  await chooseReason(window, 'Lost')
  await damaged(window).focus()
  await type(window, '1234')
  await window.keyboard.press('Enter')
  await expect(remove(window, '1,234 units')).toBeFocused()
  await expect(batchShown(window, 'LOT-1')).toContainText('20,000 → 18,766')
})

test('a scan into a dialog is not typed in, and says so', async ({ window }) => {
  await given(window, batch('LOT-1', 5))
  await window.getByRole('button', { name: 'Operator: Kim. Change' }).click()
  const name = window.getByRole('dialog').getByRole('textbox', { name: 'Name' })
  await expect(name).toBeFocused()
  await scan(window, 'LOT-1')
  await expect(alert(window)).toHaveText('“LOT-1” was not opened: answer or close this dialog, then scan again.')
  await expect(name).toBeFocused()
  await expect(name).toHaveValue('Kim')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog')).toHaveCount(0)
  await expect(alert(window)).toHaveCount(0)
})

test('a scan on another screen leads to its batch and says so; what was typed there stays', async ({ window }) => {
  await given(window, batch('LOT-1', 5))
  await go(window, 'Receive & order')
  const reference = window.getByRole('form', { name: 'Receive a batch' }).getByRole('textbox', { name: 'Batch' })
  await reference.focus()
  await type(window, 'NEW')
  await window.waitForTimeout(100)
  await scan(window, 'LOT-1')
  await expect(batchShown(window, 'LOT-1')).toBeVisible()
  await expect(damaged(window)).toBeFocused()
  await expect(window.getByRole('main').getByRole('status').first()).toHaveText(
    '“LOT-1” was scanned on the screen “Receive & order” and opened here.',
  )
  await go(window, 'Receive & order')
  await expect(reference).toHaveValue('NEW')
})

test('what is typed right after a scan, before its batch is shown, is the quantity of that batch', async ({
  window,
}) => {
  await given(window, batch('LOT-1', 50), batch('LOT-2', 50))
  await scan(window, 'LOT-1')
  await window.keyboard.press('1')
  await window.keyboard.press('2')
  await expect(damaged(window)).toHaveValue('12')
  await expect(scanField(window)).toHaveValue('')
})

test('of scans in quick succession the last one is open, and a code that is no batch keeps none from opening', async ({
  window,
}) => {
  await given(window, batch('LOT-1', 5), batch('LOT-2', 5))
  await scan(window, 'LOT-1')
  await scan(window, 'LOT-2')
  await expect(batchShown(window, 'LOT-2')).toBeVisible()
  await expect(damaged(window)).toBeFocused()
  await scan(window, 'LOT-1')
  await scan(window, 'LOT-9')
  await expect(alert(window)).toContainText('No batch “LOT-9”')
  await expect(batchShown(window, 'LOT-1')).toBeVisible()
})

test('a scan chooses no option and changes no date', async ({ window }) => {
  await given(window, batch('LOT-1', 5, { eta: '2031-05-01' }), batch('BROKEN-2', 5))
  await scan(window, 'LOT-1')
  await reasons(window).getByRole('radio').first().focus()
  await scan(window, 'BROKEN-2')
  await expect(batchShown(window, 'BROKEN-2')).toBeVisible()
  await expect(reasons(window).getByRole('radio', { checked: true })).toHaveCount(0)
  await window.getByRole('tab', { name: 'Arrival' }).click()
  await scan(window, 'LOT-1')
  await expect(window.getByRole('spinbutton', { name: 'month' })).toBeFocused()
  await scan(window, '0312-2032')
  await expect(alert(window)).toContainText('No batch “0312-2032”')
  await expect(window.getByRole('spinbutton', { name: 'month' })).toHaveText('5')
})

test('keys that are as fast as a scanner, but end without Enter, are typed as they were', async ({ window }) => {
  await given(window, batch('LOT-1', 5, { eta: '2031-05-01' }))
  await window.getByRole('tab', { name: 'Arrival' }).click()
  await scan(window, 'LOT-1')
  await expect(window.getByRole('spinbutton', { name: 'month' })).toBeFocused()
  await window.keyboard.type('06122032')
  const segments = window.getByRole('group', { name: 'Arrives on' }).getByRole('spinbutton')
  await expect(segments).toHaveText(['6', '12', '2032'])
})

const layouts = [
  ['the Korean layout', koreanKeys('LOT-1'), [scanField, damaged, batchList]],
  ['an input method that composes Hangul', inputMethodKeys('LOT-1'), [scanField, damaged]], // which only text fields have
] as const
for (const [layout, keys, places] of layouts)
  test(`a scan is read right under ${layout}`, async ({ window }) => {
    await given(window, batch('LOT-1', 5), batch('LOT-2', 7))
    for (const place of places) {
      await scan(window, 'LOT-2')
      await expect(batchShown(window, 'LOT-2')).toBeVisible()
      await expect(damaged(window)).toBeFocused()
      await place(window).focus()
      await scan(window, keys)
      await expect(batchShown(window, 'LOT-1')).toBeVisible()
      await expect(damaged(window)).toBeFocused()
      await expect(damaged(window)).toHaveValue('')
      await expect(scanField(window)).toHaveValue('')
    }
  })

test('on a Mac, where Enter comes twice when it ends a composition, it counts once', async ({ window }) => {
  await given(window, batch('LOT-A', 9), batch('LOT-2', 7), batch('침대', 9, { sku: 'BED' }))
  for (const place of [scanField, damaged])
    await test.step('a scan', async () => {
      await scan(window, 'LOT-2')
      await expect(batchShown(window, 'LOT-2')).toBeVisible()
      await expect(damaged(window)).toBeFocused()
      await place(window).focus()
      await scanOnMac(window, inputMethodKeys('LOT-A'))
      await expect(batchShown(window, 'LOT-A')).toBeVisible()
      await expect(damaged(window)).toBeFocused()
      for (const field of [damaged, scanField]) await expect(field(window)).toHaveValue('')
    })
  await test.step('a search', async () => {
    await scan(window, 'LOT-2')
    await scanField(window).fill('침')
    await pressEnterComposing(window, '대', 'twice', () => expect(batchShown(window, '침대')).toBeVisible())
    await expect(damaged(window)).toBeFocused()
  })
  await test.step('a form', async () => {
    const before = await written(window)
    await chooseReason(window, 'Lost')
    await damaged(window).fill('3')
    await window.getByRole('textbox', { name: 'Note' }).focus()
    await pressEnterComposing(window, '젖음', 'twice')
    await expect(remove(window, '3 units')).toBeFocused()
    await expect(window.getByRole('textbox', { name: 'Note' })).toHaveValue('젖음')
    expect(await written(window)).toBe(before)
  })
})

test('a scan that ends with Tab, and names the kind of its bar code, opens the batch as well', async ({ window }) => {
  await given(window, batch('LOT-1', 5))
  await scan(window, ']C1LOT-1', 'Tab')
  await expect(batchShown(window, 'LOT-1')).toBeVisible()
  await expect(damaged(window)).toBeFocused()
})

test('a label must be read whole: a part of a reference opens nothing', async ({ window }) => {
  await given(window, batch('LOT-10', 5, { sku: 'RED-CHAIR' }), batch('LOT-22', 5, { sku: 'BED' }))
  await scan(window, 'LOT-1')
  await expect(alert(window)).toHaveText('No batch “LOT-1”. Check the label, or receive the batch first.')
  await scan(window, 'lot-10')
  await expect(batchShown(window, 'LOT-10')).toBeVisible()
  await scan(window, 'bed')
  await expect(batchShown(window, 'LOT-22')).toBeVisible()
})
