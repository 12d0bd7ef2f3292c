import type { Locator } from '@playwright/test'
import { batch, order } from '../support/scenario/messages.ts'
import { expect, test, testOwnApp } from './fixtures.ts'
import { given, written } from './support/given.ts'
import { scan, type } from './support/keys.ts'
import { rowsOf } from './support/screens.ts'
import { batchShown, damaged, remove, scanField } from './support/stockTake.ts'

const figures = (batch: Locator) => batch.getByRole('definition').allInnerTexts()

test('what a damage does is seen before it is confirmed, is done so, and the next batch can be scanned', async ({
  window,
}) => {
  await given(window, batch('b1', 20), order('o1', 16), order('o2', 2), order('o3', 2), batch('b2', 2))
  const lines = window.getByRole('grid', { name: 'Order line' })
  const willHappen = [
    ['Moved', 'o2', '2', 'b2'],
    ['Waits', 'o3', '2', 'Waits for stock'],
  ]

  await test.step('a scan leads to the quantity', async () => {
    await expect(scanField(window)).toBeFocused()
    await scan(window, 'b1')
    await expect(damaged(window)).toBeFocused()
    expect(await figures(batchShown(window, 'b1'))).toEqual(['20', '20', '0'])
  })

  await test.step('the quantity shows which lines move and which wait', async () => {
    const before = await written(window)
    await window.keyboard.type('3')
    await expect.poll(() => rowsOf(lines)).toEqual(willHappen)
    await expect(window.getByRole('form')).toContainText('1 line to another batch1 line waiting')
    expect(await figures(batchShown(window, 'b1'))).toEqual(['20 → 17', '20 → 16', '0 → 1'])
    expect(await written(window)).toBe(before)
  })

  await test.step('a reason is asked for, once', async () => {
    await window.keyboard.press('Enter')
    await expect(remove(window, '3 units')).toBeFocused()
    await window.keyboard.press('Enter')
    const reason = window.getByRole('button', { name: 'Why' })
    await expect(reason).toBeFocused()
    await expect(reason).toHaveAccessibleDescription(/Choose a reason/)
    await window.keyboard.press('Enter')
    await expect(window.getByRole('option', { name: 'Water damage' })).toBeFocused()
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('Enter')
    await expect(reason).toContainText('Broken')
  })

  await test.step('Enter leads to the button, and Enter confirms', async () => {
    await window.keyboard.press('Tab')
    await expect(window.getByRole('textbox', { name: 'Note' })).toBeFocused()
    await type(window, 'fork lift')
    await window.keyboard.press('Enter')
    await expect(remove(window, '3 units')).toBeFocused()
    await expect(remove(window, '3 units')).toBeEnabled()
    await window.keyboard.press('Enter')
  })

  await test.step('it came to what was shown', async () => {
    const done = window.getByRole('region', { name: 'Done' })
    await expect(done.getByRole('status')).toHaveText('3 units removed from b1')
    expect(await rowsOf(done.getByRole('grid'))).toEqual(willHappen)
  })

  await test.step('the next scan goes on, with the same reason', async () => {
    await expect(scanField(window)).toBeFocused()
    await scan(window, 'b2')
    await expect(damaged(window)).toBeFocused()
    await window.keyboard.type('1')
    await expect.poll(() => rowsOf(lines)).toEqual([['Waits', 'o2', '2', 'Waits for stock']])
    await window.keyboard.press('Enter')
    await expect(remove(window, '1 unit')).toBeEnabled()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('region', { name: 'Done' })).toContainText('1 unit removed from b2')
  })
})

// The clock of a page stays installed in the windows that are opened later.
testOwnApp('what was not seen cannot be confirmed, however quick the keys', async ({ window }) => {
  await given(window, batch('b1', 20))
  await scan(window, 'b1')
  await window.getByRole('button', { name: 'Why' }).click()
  await window.getByRole('option', { name: 'Lost' }).click()
  await damaged(window).focus()
  const before = await written(window)
  await window.clock.install()
  await window.clock.pauseAt(Date.now() + 60_000)
  await window.keyboard.type('3')
  await window.keyboard.press('Enter')
  await window.keyboard.press('Enter')
  await window.clock.resume()
  await expect(remove(window, '3 units')).toBeEnabled()
  expect(await written(window)).toBe(before)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('region', { name: 'Done' })).toContainText('3 units removed from b1')
})
