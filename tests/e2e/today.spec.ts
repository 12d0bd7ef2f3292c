import type { Page } from '@playwright/test'
import { batch, comes, damage, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible } from './support/accessible.ts'
import { given } from './support/given.ts'
import { strike } from './support/keys.ts'
import { rowsOf } from './support/screens.ts'

const LAMP = { sku: 'LAMP' }

/** Days from now, as a message has it. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const heading = (window: Page, name: string) => window.getByRole('heading', { level: 1, name })
const card = (window: Page, name: string) => window.getByRole('region', { name })
const orders = async (window: Page) =>
  (await rowsOf(window.getByRole('grid', { name: 'Allocations' }))).map(([orderId]) => orderId)

/** Leads on by keyboard, as a button that was reached by Tab. */
async function press(window: Page, name: string | RegExp): Promise<void> {
  await window.getByRole('main').getByRole('button', { name }).first().focus()
  await window.keyboard.press('Enter')
}

test.beforeEach(async ({ window }) => {
  await given(window, batch('b1', 36), batch('l1', 20, { ...LAMP, eta: day(5) }))
  await given(window, order('past', 5, { dueDate: day(-5) }), order('soon', 20, { dueDate: day(9) }))
  await given(window, order('far', 8, { ...LAMP, dueDate: day(6) }), order('short', 40, { dueDate: day(12) }))
  await given(window, damage('b1', 6), comes('l1', day(7)))
})

test('Today answers who is short, what moved, what is late, what comes and what was lost, by keyboard', async ({
  window,
}) => {
  await strike(window, 'Control+1')
  await expect(card(window, 'Who is short')).toContainText('1 line')
  await expect(card(window, 'What is late')).toBeVisible()
  await expectAccessible(window)

  await press(window, 'Overdue, 4–7 days: 1 line')
  await expect(heading(window, 'Allocations')).toBeVisible()
  await expect.poll(() => orders(window)).toEqual(['past'])
  await strike(window, 'Control+1')
  await press(window, 'Late, 1–3 days: 1 line')
  await expect.poll(() => orders(window)).toEqual(['far'])

  await strike(window, 'Control+1')
  await expect(card(window, 'What we lost in 30 days')).toContainText('Water damage6Total6')
  await expect(card(window, 'What arrives in 30 days').getByRole('row', { name: /l1/ })).toContainText('1 line')

  const moved = card(window, 'What moved since you last looked')
  await expect(moved.getByRole('listitem')).toHaveCount(2)
  await press(window, 'Seen')
  await expect(moved).toContainText('Nothing has moved.')
  await given(window, damage('b1', 7))
  await expect(moved.getByRole('listitem')).toHaveText([/^Damage b1 · −7 · Water damage \(Kim, .*\)1 waits/])
  await press(window, /^Damage b1/)
  await expect(heading(window, 'Notices')).toBeVisible()
  await expect(window.getByRole('grid', { name: 'Notices of the cause' })).toContainText('soon')
})

test('a manager begins with Today, once it was chosen', async ({ window }) => {
  await strike(window, 'Control+1')
  await expect(heading(window, 'Today')).toBeVisible()
  await window.reload()
  await expect(heading(window, 'Today')).toBeVisible()
})

test('the desk tells why a SKU is short, and leads to what can be done', async ({ window }) => {
  await strike(window, 'Control+1')
  await press(window, '1 SKU is short')
  const list = window.getByRole('grid', { name: 'Shortages' })
  await expect.poll(() => rowsOf(list)).toHaveLength(1)
  await list.focus()
  await window.keyboard.press('Enter')
  const detail = window.getByRole('region', { name: 'Shortage of SMALL-TABLE' })
  await expect(detail).toContainText(/There is too little from .* at most 35 units are missing/)
  await expect(detail).toContainText(
    'Nothing that is known will fill it. It would be in time with 35 more units in b1.',
  )
  await expectAccessible(window)

  await given(window, batch('b2', 3, { eta: day(9) }))
  await press(window, 'Change the arrival…')
  await expect(window.getByRole('tab', { name: /Arrival/ })).toHaveAttribute('aria-selected', 'true')
  await strike(window, 'Control+5')
  await press(window, 'Open the order')
  await expect(window.getByRole('dialog', { name: 'Order short' })).toBeVisible()
  await given(window, batch('b3', 40))
  await window.keyboard.press('Escape')
  await strike(window, 'Control+5')
  await expect(detail).toContainText('No line waits for it any more.')
})
