import type { Locator, Page } from '@playwright/test'
import { batch, damage, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible } from './support/accessible.ts'
import { given } from './support/given.ts'
import { choose, counts, start } from './support/importing.ts'
import { go, openSecondWindow, rowsOf } from './support/screens.ts'

const causes = (window: Page) => window.getByRole('grid', { name: 'Notices', exact: true })
const ofCause = (window: Page) => window.getByRole('grid', { name: 'Notices of the cause' })
const pane = (window: Page) => window.getByRole('region', { name: 'Notices of the cause' })
/** What each row says, but for when. */
const told = async (grid: Locator, cells: number) => (await rowsOf(grid)).map((row) => row.slice(0, cells))

const filled = ['Filled', 'o2 · line 2', 'SMALL-TABLE', '4', 'b3', 'New batch']
const outOfStock = ['Out of stock', '–', 'SMALL-TABLE', '–', '–', '–']
const waits = ['Waits', 'o2 · line 2', 'SMALL-TABLE', '4', 'b2 → Waits for stock', 'Water damage']
const moved = ['Moved', 'o2 · line 2', 'SMALL-TABLE', '4', 'b1 → b2', 'Water damage']

test.describe('of what moved, waits and was filled', () => {
  test.beforeEach(async ({ window }) => {
    await given(window, batch('b1', 10), order('o1', 6), order('o2', 4, { line: 2 }), batch('b2', 4))
    await given(window, damage('b1', 1), damage('b2', 1), batch('b3', 4))
  })

  test('people are told by its cause, the newest first, and a cause opens its notices', async ({ window }) => {
    await go(window, 'Notices, 3 unread')
    await expect
      .poll(() => told(causes(window), 2))
      .toEqual([
        ['Batch received b3', 'Filled 1'],
        ['Damage b2', 'Waits 1 Out of stock 1'],
        ['Damage b1', 'Moved 1'],
      ])
    expect((await rowsOf(causes(window)))[0]?.at(-1)).toBe('Kim')
    await expect(causes(window).getByRole('img', { name: 'Unread' })).toHaveCount(3)
    await causes(window).getByText('Damage').first().click()
    await expect.poll(() => told(ofCause(window), 6)).toEqual([outOfStock, waits])
    await window.getByRole('button', { name: 'Waits', exact: true }).click()
    await expect.poll(() => told(ofCause(window), 6)).toEqual([waits])
  })

  test('people find each notice of a kind, SKU or order', async ({ window }) => {
    await go(window, 'Notices, 3 unread')
    const kind = (name: string) => window.getByRole('option', { name, exact: true })
    await window.getByRole('button', { name: /Result$/ }).click()
    await kind('Waits').click()
    await expect.poll(() => told(causes(window), 6)).toEqual([waits])
    await window.getByRole('button', { name: /Result$/ }).click()
    await kind('Everything').click()
    await window.getByRole('textbox', { name: 'Order' }).fill('o2')
    await expect.poll(() => told(causes(window), 6)).toEqual([filled, waits, moved])
    await window.getByRole('textbox', { name: 'Order' }).fill('')
    await window.getByRole('combobox', { name: 'SKU' }).fill('RED-CHAIR')
    await window.keyboard.press('Escape')
    await expect(window.getByText('No notice matches these filters.')).toBeVisible()
  })

  test('what was read can be left out', async ({ window }) => {
    await go(window, 'Notices, 3 unread')
    await window.getByRole('button', { name: 'Mark all as read' }).click()
    await given(window, damage('b3', 1))
    await window.getByText('Unread only').click()
    await expect.poll(() => told(causes(window), 2)).toEqual([['Damage b3', 'Waits 1 Out of stock 1']])
    await expect(window.getByRole('button', { name: 'Notices, 1 unread' })).toBeVisible()
  })

  test('a notice leads to its lines, and a cause to its history', async ({ window }) => {
    await go(window, 'Notices, 3 unread')
    await causes(window).getByText('Damage').first().click()
    await ofCause(window).getByText('Waits for stock').click()
    await expect(window.getByRole('textbox', { name: 'Order' })).toHaveValue('o2')
    await expect(window.getByRole('combobox', { name: 'SKU' })).toHaveValue('SMALL-TABLE')
    await go(window, 'Notices, 3 unread')
    await ofCause(window).getByText('Out of stock').click()
    await expect(window.getByRole('heading', { level: 1, name: 'Allocations' })).toBeVisible()
    await expect(window.getByRole('button', { name: 'Waiting', exact: true })).toHaveAttribute('aria-pressed', 'true')
    await go(window, 'Notices, 3 unread')
    await window.getByRole('button', { name: 'Its history' }).click()
    await expect(window.getByRole('heading', { level: 1, name: 'History' })).toBeVisible()
    await expect(window.getByRole('combobox', { name: 'Batch' })).toHaveValue('b2')
  })
})

test('an import is one cause, which says once that a SKU is out of stock', async ({ app, window, userData }) => {
  await given(window, batch('b1', 10))
  await go(window, 'Import')
  const lines = Array.from({ length: 30 }, (_, index) => `o${index},SMALL-TABLE,1`)
  await choose({ app, window, userData }, 'orders.csv', ['order,sku,quantity', ...lines].join('\n'))
  await start(window).click()
  expect(await counts(window)).toEqual(['30', '0', '0'])
  await go(window, 'Notices, 1 unread')
  await expect.poll(() => told(causes(window), 2)).toEqual([['Import orders.csv', 'Waits 20 Out of stock 1']])
})

test('a cause is given to a person with a note, acknowledged by another, and opened again', async ({ app, window }) => {
  await given(window, batch('b1', 10), order('o1', 6), order('o2', 4), damage('b1', 5))
  const other = await openSecondWindow(app)
  await go(window, 'Notices, 1 unread')
  await go(other, 'Notices, 1 unread')
  await causes(window).getByText('Damage').click()
  await pane(window).getByRole('textbox', { name: /^Note/ }).fill('customer called')
  await pane(window).getByRole('combobox', { name: 'Person' }).fill('Lee')
  await window.keyboard.press('Escape')
  await pane(window).getByRole('button', { name: 'Give to them' }).click()
  await expect(pane(window)).toContainText('Given to Lee · “customer called”')
  await expect(causes(other)).toContainText('Given to Lee')
  await expect(other.getByRole('button', { name: 'Notices', exact: true })).toBeVisible() // it is not for Kim any more
  await causes(other).getByText('Damage').click()
  await expectAccessible(other, 'main')
  await pane(other).getByRole('button', { name: 'Acknowledge' }).click()
  await expect(pane(window)).toContainText(/Acknowledged by \w+/)
  await window.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(window.getByText('No notice matches these filters.')).toBeVisible()
  await window.getByRole('button', { name: 'Open', exact: true }).click()
  await pane(other).getByRole('button', { name: 'Open again' }).click()
  await expect(pane(window)).toContainText('Given to Lee')
})
