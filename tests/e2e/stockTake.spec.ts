import type { Locator } from '@playwright/test'
import { batch, order } from '../support/scenario/messages.ts'
import { expect, test, testOwnApp } from './fixtures.ts'
import { given, written } from './support/given.ts'
import { scan, type } from './support/keys.ts'
import { rowsOf } from './support/screens.ts'
import { batchShown, chooseReason, damaged, reasons, remove, scanField } from './support/stockTake.ts'

const figures = (batch: Locator) => batch.getByRole('definition').allInnerTexts()

test('what a damage does is seen before it is confirmed, is done so, and the next batch can be scanned', async ({
  window,
}) => {
  await given(window, batch('b1', 20), order('o1', 16), order('o2', 2), order('o3', 2), batch('b2', 2))
  const lines = window.getByRole('grid', { name: 'Order line' })
  const whyTheyWait = window.getByRole('region', { name: 'Why they wait' })
  const why = 'o3 Nothing that is known will fill it. It would be in time with 1 more unit in b1.'
  const willHappen = [
    ['Moved', 'o2', '2', 'b1 → b2'],
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
    await expect(whyTheyWait).toContainText(why)
    expect(await written(window)).toBe(before)
  })

  await test.step('Enter leads to the reasons, a digit chooses one and leads on, + leads back', async () => {
    await window.keyboard.press('Enter')
    await expect(reasons(window).getByRole('radio').first()).toBeFocused()
    await type(window, '1')
    await expect(reasons(window).getByRole('radio', { name: 'Water damage' })).toBeChecked()
    await expect(remove(window, '3 units')).toBeFocused()
    await type(window, '+')
    await expect(reasons(window).getByRole('radio', { name: 'Water damage' })).toBeFocused()
  })

  await test.step('a reason that says nothing by itself demands a note', async () => {
    await type(window, '6')
    await expect(window.getByRole('textbox', { name: 'Note' })).toBeFocused()
    await remove(window, '3 units').click()
    await expect(window.getByRole('textbox', { name: 'Note' })).toBeFocused()
    await expect(window.getByRole('textbox', { name: 'Note' })).toHaveAccessibleDescription(/Note: enter a value/)
    await type(window, 'fork lift')
  })

  await test.step('Enter leads to the button, and Enter confirms', async () => {
    await window.keyboard.press('Enter')
    await expect(remove(window, '3 units')).toBeFocused()
    await expect(remove(window, '3 units')).toBeEnabled()
    await window.keyboard.press('Enter')
  })

  await test.step('it came to what was shown', async () => {
    const done = window.getByRole('region', { name: 'Done' })
    await expect(done.getByRole('status')).toHaveText('3 units removed from b1')
    expect(await rowsOf(done.getByRole('grid'))).toEqual(willHappen)
    await expect(whyTheyWait).toContainText(why)
  })

  await test.step('the next scan goes on, with the same reason', async () => {
    await expect(scanField(window)).toBeFocused()
    await scan(window, 'b2')
    await expect(damaged(window)).toBeFocused()
    await window.keyboard.type('1')
    await expect.poll(() => rowsOf(lines)).toEqual([['Waits', 'o2', '2', 'Waits for stock']])
    await window.keyboard.press('Enter')
    await expect(window.getByRole('textbox', { name: 'Note' })).toBeFocused()
    await type(window, 'rain')
    await window.keyboard.press('Enter')
    await expect(remove(window, '1 unit')).toBeEnabled()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('region', { name: 'Done' })).toContainText('1 unit removed from b2')
  })
})

// The clock of a page stays installed in the windows that are opened later.
testOwnApp(
  'which lines are affected must be seen before it is confirmed, however quick the keys',
  async ({ window }) => {
    await given(window, batch('b1', 20), order('o1', 18), batch('b2', 18))
    await scan(window, 'b1')
    await chooseReason(window, 'Lost')
    await damaged(window).focus()
    const before = await written(window)
    const quick = async (...keys: string[]) => {
      await window.clock.pauseAt(Date.now() + 60_000)
      for (const key of keys) await window.keyboard.press(key)
      await window.clock.resume()
    }
    await window.clock.install()
    await quick('5', 'Enter', 'Enter')
    await expect(remove(window, '5 units')).toBeEnabled()
    await expect(window.getByText('Enter came before this was shown: look, then press Enter again.')).toBeVisible()
    expect(await written(window)).toBe(before)
    await window.keyboard.press('Enter')
    await expect(window.getByRole('region', { name: 'Done' })).toContainText('5 units removed from b1')

    await test.step('where none is affected, the early Enter waits for that, and confirms', async () => {
      await scan(window, 'b1')
      await expect(damaged(window)).toBeFocused()
      await quick('9', 'Enter', 'Enter')
      await expect(window.getByRole('region', { name: 'Done' })).toContainText('9 units removed from b1')
    })
  },
)
