import type { Page } from '@playwright/test'
import { batch, damage, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible } from './support/accessible.ts'
import { given } from './support/given.ts'
import { scan, type } from './support/keys.ts'
import { go, rowsOf } from './support/screens.ts'
import { damaged } from './support/stockTake.ts'

const dialog = (window: Page) => window.getByRole('dialog')
const done = (window: Page) => window.getByRole('status').filter({ hasText: /The (line|place) was/ })

/** Opens the order by keyboard, and the menu of its first line. */
async function act(window: Page, orderId: string, action: string): Promise<void> {
  await go(window, 'Allocations')
  await window.getByRole('gridcell', { name: orderId, exact: true }).first().waitFor()
  await window.getByRole('row').filter({ hasText: orderId }).first().getByRole('gridcell').nth(3).click()
  await dialog(window)
    .getByRole('button', { name: /^Actions/ })
    .first()
    .press('Enter')
  await window.getByRole('menuitem', { name: action }).press('Enter')
}

/** The reason is the only field that is empty; Enter leads to the button, and confirms. */
async function confirm(window: Page, button: string): Promise<void> {
  await type(window, 'promised')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('button', { name: button, exact: true })).toBeFocused()
  await window.keyboard.press('Enter')
}

test('a manager decides by hand: pins a line, gives a place to another, splits a third, and takes it back', async ({
  window,
}) => {
  const lines = [order('held', 5), order('due', 5, { dueDate: '2031-01-01' }), order('young', 5)]
  await given(window, batch('b1', 10), batch('b2', 5), ...lines)

  await test.step('a line is pinned', async () => {
    await act(window, 'held', 'Pin to its batch…')
    await expect(window.getByRole('textbox', { name: 'Reason' })).toBeFocused()
    await confirm(window, 'Pin the line')
    await expect(done(window)).toHaveText('The line was pinned')
    await expect(dialog(window).getByRole('table').getByRole('row').nth(1)).toContainText('Pinned')
    await window.keyboard.press('Escape')
  })

  await test.step('a damage shows that it keeps its place, though the other is due', async () => {
    await go(window, 'Stock-take')
    await scan(window, 'b1')
    await expect(damaged(window)).toBeFocused()
    await window.keyboard.type('5')
    await window.getByRole('button', { name: 'Who keeps their place, and why' }).press('Enter')
    const kept = window.getByRole('grid', { name: 'Who keeps their place, and why' })
    await expect
      .poll(async () => (await rowsOf(kept)).map((cells) => [cells[0], cells.at(-1)]))
      .toEqual([
        ['due', 'Waits for stock'],
        ['held', 'Stays: pinned'],
      ])
    await given(window, damage('b1', 5))
  })

  const givers = window.getByRole('grid', { name: 'Lines that could give way, the worst protected first' })

  await test.step('the desk tells why, and who could give way: not the line that is pinned', async () => {
    await go(window, 'Shortages')
    const desk = window.getByRole('grid', { name: 'Shortages' })
    await desk.focus()
    await window.keyboard.press('Enter')
    await expect(window.getByText(/held · line 1 .*: is pinned to it/)).toBeVisible()
    await expect(givers.getByRole('row')).toHaveCount(1)
    await expect(givers.getByRole('row')).toContainText('young')
    await expectAccessible(window, 'main')
  })

  await test.step('the line is dragged there by keyboard, and what becomes of both is seen', async () => {
    await window.getByRole('grid', { name: 'Waiting' }).focus()
    await window.keyboard.press('Tab')
    await expect(window.getByRole('button', { name: 'Drag due' })).toBeFocused()
    await window.keyboard.press('Enter')
    await expect(givers.locator('[data-drop-target]')).toHaveCount(1)
    await window.keyboard.press('Enter')
    await expect(dialog(window)).toContainText('due is in b2, in the warehouse.')
    await expect(dialog(window)).toContainText('young waits.')
    await window.keyboard.press('Escape')
  })

  await test.step('or with a mouse', async () => {
    await window.getByRole('button', { name: 'Drag due' }).dragTo(givers.getByRole('row').first())
    await expect(dialog(window)).toContainText('young waits.')
    await window.keyboard.press('Escape')
  })

  await test.step('or is chosen by Enter, and it is done so', async () => {
    await givers.getByRole('row').first().focus()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('textbox', { name: 'Reason' })).toBeFocused()
    await confirm(window, 'Give the place')
    await expect(done(window)).toHaveText('The place was given')
    await expect(window.getByRole('grid', { name: 'Waiting' })).toContainText('young')
  })

  await test.step('Today tells who gave way', async () => {
    await go(window, 'Today')
    const rows = window.getByRole('table', { name: 'Who gave way' }).getByRole('row')
    await expect(rows.nth(2)).toHaveText(/^due15/)
    await expect(rows.nth(3)).toHaveText(/^young15/)
  })

  await test.step('a line that waits is split, so that a part goes where it fits', async () => {
    await given(window, batch('b3', 3))
    await act(window, 'young', 'Split…')
    const units = window.getByRole('textbox', { name: 'Units now' })
    await expect(units).toHaveValue('3')
    await expect(dialog(window)).toContainText('young · line 2 (3) is in b3, in the warehouse.')
    await expect(dialog(window)).toContainText('young (2) waits.')
    await units.press('Enter')
    await confirm(window, 'Split the line')
    await expect(done(window)).toHaveText('The line was split')
    await expect(dialog(window).getByRole('table').getByRole('row')).toHaveCount(3)
  })

  await test.step('and is one again when that is undone', async () => {
    await dialog(window).getByRole('button', { name: 'Undo split…' }).press('Enter')
    await dialog(window).getByRole('button', { name: 'Undo split' }).press('Enter')
    await expect(dialog(window).getByRole('table').getByRole('row')).toHaveCount(2)
  })
})
