import type { Page } from '@playwright/test'
import { batch, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { scan } from './support/keys.ts'
import { go, rowsOf } from './support/screens.ts'
import { batchShown, chooseReason } from './support/stockTake.ts'

const done = (window: Page) => window.getByRole('region', { name: 'Done' })
/** A label that is read twice within half a second counts once. */
async function scanLater(window: Page, ref: string): Promise<void> {
  await window.waitForTimeout(600)
  await scan(window, ref)
}
const choose = (window: Page, what: string) =>
  window.getByRole('radiogroup', { name: 'What becomes of them' }).getByText(what, { exact: true }).click()

test('units are set aside for inspection, then released or removed, and each is seen before', async ({ window }) => {
  await given(window, batch('b1', 20), order('o1', 18))
  await window.getByRole('tab', { name: 'Set aside' }).click()

  await test.step('lines that lose their place wait', async () => {
    await scan(window, 'b1')
    await window.getByRole('textbox', { name: 'Units to inspect' }).fill('5')
    await chooseReason(window, 'Water damage')
    const form = window.getByRole('form', { name: 'Set aside' })
    await expect(form.getByRole('gridcell', { name: 'o1' })).toBeVisible()
    await window.getByRole('button', { name: 'Set 5 units aside' }).click()
    await expect(done(window)).toContainText('5 units of b1 are set aside')
  })

  await test.step('and are filled when units are released', async () => {
    await scanLater(window, 'b1')
    await expect(batchShown(window, 'b1')).toContainText('Set aside')
    await choose(window, 'Release')
    await window.getByRole('textbox', { name: 'Units that are sound' }).fill('3')
    await window.getByRole('button', { name: 'Release 3 units' }).click()
    await expect(done(window)).toContainText('3 units of b1 are released')
  })

  await test.step('what is removed is gone, and no line moves', async () => {
    await scanLater(window, 'b1')
    await choose(window, 'Remove')
    await window.getByRole('textbox', { name: 'Units that are gone' }).fill('2')
    await window.getByRole('button', { name: 'Remove 2 units' }).click()
    await expect(done(window)).toContainText('2 units that were set aside are removed from b1')
  })

  await go(window, 'Stock')
  await expect
    .poll(() => rowsOf(window.getByRole('grid').first()))
    .toEqual([['SMALL-TABLE', '18', '0', '18', '0', '–', '0']])
})
