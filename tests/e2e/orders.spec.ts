import type { Page } from '@playwright/test'
import { batch, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { type } from './support/keys.ts'
import { go, rowsOf } from './support/screens.ts'

const dialog = (window: Page, orderId: string) => window.getByRole('dialog', { name: `Order ${orderId}` })
const touched = (window: Page) => window.getByRole('form').getByRole('grid', { name: 'Order line' })
const lines = (window: Page) => window.getByRole('table', { name: 'Lines of the order' }).getByRole('row')

test.beforeEach(async ({ window }) => {
  const chairs = { sku: 'RED-CHAIR' }
  await given(window, batch('b1', 5), batch('c1', 9, { ...chairs, eta: '2031-05-01' }))
  await given(window, order('o1', 5), order('o1', 9, chairs), order('o2', 5))
  await go(window, 'Allocations')
})

test('an order is dispatched: what is in the warehouse leaves, the rest is said to stay', async ({ window }) => {
  const list = window.getByRole('grid', { name: 'Allocations' })
  await expect(list.getByRole('gridcell', { name: 'o2' })).toBeVisible()
  await list.focus()
  await window.keyboard.press('End')
  await window.keyboard.press('Enter')
  await dialog(window, 'o1').getByRole('button', { name: 'Dispatch the order…' }).click()
  await expect
    .poll(() => rowsOf(touched(window)))
    .toEqual([
      ['Stays', 'o1', 'RED-CHAIR', '9', 'c1'],
      ['Leaves', 'o1', 'SMALL-TABLE', '5', 'b1'],
    ])
  await window.getByRole('button', { name: 'Dispatch', exact: true }).click()
  await expect(dialog(window, 'o1').getByRole('status')).toHaveText('Order o1 was dispatched')
  await expect(lines(window)).toContainText(['State', 'Allocated', 'Dispatched'])
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)
  await expect(list.getByRole('row').filter({ hasText: 'Dispatched' })).toHaveCount(1)
})

test('a line is cancelled, and the one that waits for its stock is filled', async ({ window }) => {
  await window.getByRole('row').filter({ hasText: 'b1' }).getByRole('gridcell', { name: 'Allocated' }).click()
  await lines(window)
    .filter({ hasText: 'SMALL-TABLE' })
    .getByRole('button', { name: /^Actions/ })
    .click()
  await window.getByRole('menuitem', { name: 'Cancel…' }).click()
  await expect.poll(() => rowsOf(touched(window))).toEqual([['Filled', 'o2', '5', 'b1']])
  await window.getByRole('button', { name: 'Cancel the line' }).click()
  await expect(dialog(window, 'o1').getByRole('status')).toHaveText('The line was cancelled')
  await expect(lines(window).filter({ hasText: 'SMALL-TABLE' })).toContainText('Cancelled')
  await window.getByRole('button', { name: 'Close' }).click()
  await expect(window.getByRole('row').filter({ hasText: 'o2' })).toContainText('b1')
})

test('by keyboard, a line gets a higher priority, which keeps its place from then on, and that is undone', async ({
  window,
}) => {
  const shown = lines(window).filter({ hasText: 'SMALL-TABLE' })
  await given(window, batch('b2', 5), order('o3', 5, { dueDate: '2031-01-01' }))
  await window.getByRole('row').filter({ hasText: 'b2' }).getByRole('gridcell', { name: 'Allocated' }).click()
  await shown.getByRole('button', { name: /^Actions/ }).press('Enter')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('textbox', { name: 'Priority' })).toBeFocused()
  await type(window, '12')
  await expect(window.getByText('Priority: enter 9 or less')).toBeVisible()
  await window.keyboard.press('Backspace')
  await window.keyboard.press('Enter')
  await type(window, 'hospital')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('button', { name: 'Change the priority' })).toBeFocused()
  await expect(window.getByText('Nothing moves now; it counts from the next change on.')).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog').getByRole('status')).toHaveText('The priority was changed')
  await expect(shown).toContainText('Priority 1')
  await window.getByRole('button', { name: 'Undo' }).first().press('Enter')
  await window.keyboard.press('Enter')
  await expect(shown).not.toContainText('Priority')
})

test('an order leads to its history', async ({ window }) => {
  await window.getByRole('gridcell', { name: 'Waiting' }).click()
  await dialog(window, 'o2').getByRole('button', { name: 'Its history' }).click()
  await expect(window.getByRole('dialog')).toHaveCount(0)
  await expect(window.getByRole('heading', { level: 1, name: 'History' })).toBeVisible()
  await expect(window.getByRole('textbox', { name: 'Order' })).toHaveValue('o2')
  await expect
    .poll(async () => (await rowsOf(window.getByRole('treegrid', { name: 'History' }))).map((cells) => cells[0]))
    .toEqual(['Line to allocate'])
})

test('an order that is open is closed before the keys lead to another screen, and stays closed', async ({ window }) => {
  await window.getByRole('gridcell', { name: 'Waiting' }).click()
  await expect(dialog(window, 'o2')).toBeVisible()
  await window.keyboard.press('Control+6')
  await window.keyboard.press('Escape')
  await expect(window.getByRole('heading', { level: 1, name: 'Allocations' })).toBeVisible()
  await window.keyboard.press('Control+6')
  await expect(window.getByRole('heading', { level: 1, name: 'Stock' })).toBeVisible()
  await go(window, 'Allocations')
  await expect(window.getByRole('grid', { name: 'Allocations' })).toBeVisible()
  await expect(window.getByRole('dialog')).toHaveCount(0)
})
