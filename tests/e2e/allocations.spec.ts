import type { Locator, Page } from '@playwright/test'
import { damage } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { givenRows } from './support/importing.ts'
import { go, rowsOf } from './support/screens.ts'

const LINES = 2_000
const SKUS = 50
const two = (index: number) => `${index % SKUS}`.padStart(2, '0')
const order = (index: number) => `o${`${index}`.padStart(4, '0')}`

/** Of each SKU 40 lines of one unit, for which its batch holds 32: 8 wait. */
const batches = Array.from({ length: SKUS }, (_, index) => `b-${two(index)},SKU-${two(index)},32`)
const orders = Array.from({ length: LINES }, (_, at) => `${order(at + 1)},SKU-${two(at + 1)},1,${due(at + 1)}`)

function due(index: number): string {
  return index === 1234 ? '2030-01-01' : ''
}

const grid = (window: Page) => window.getByRole('grid', { name: 'Allocations' })
const count = (window: Page) => window.getByRole('status')
const clear = (window: Page) => window.getByRole('button', { name: 'Clear filters' }).click()
const firstRow = async (list: Locator) => (await rowsOf(list))[0]?.[0]
/** The order of the row that the arrow keys have come to. */
const activeOrder = (list: Locator) =>
  list.evaluate((list) => {
    const row = document.getElementById(list.getAttribute('aria-activedescendant') ?? '')
    return row?.querySelector('[role=gridcell]')?.textContent
  })

test('any of thousands of lines is found', async ({ app, window, userData }) => {
  await givenRows({ app, window, userData }, ['reference,sku,quantity', ...batches])
  await givenRows({ app, window, userData }, ['order,sku,quantity,due', ...orders])
  await go(window, 'Allocations')
  const list = grid(window)

  await test.step('newest first, and only what is in sight is drawn', async () => {
    await expect(count(window)).toHaveText(/^More than \d+ rows$/)
    await expect.poll(() => firstRow(list)).toBe('o2000')
    expect(await list.getByRole('row').count()).toBeLessThan(60)
  })

  await test.step('keys lead through it, to its end and back', async () => {
    await list.focus()
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('PageDown')
    await window.keyboard.press('ArrowUp')
    await expect.poll(() => activeOrder(list)).toBe('o1990')
    await expect(async () => {
      await window.keyboard.press('End')
      expect(await activeOrder(list)).toBe('o0001')
    }).toPass({ intervals: [50] })
    await expect(count(window)).toHaveText(/^2,?000 rows$/)
    await window.keyboard.press('Home')
    await expect.poll(() => firstRow(list)).toBe('o2000')
  })

  await test.step('it is sorted by a heading, both ways', async () => {
    const heading = window.getByRole('columnheader', { name: 'Order' })
    await heading.getByRole('button').click()
    await expect(heading).toHaveAttribute('aria-sort', 'ascending')
    await expect.poll(() => firstRow(list)).toBe('o0001')
    await heading.getByRole('button').click()
    await expect(heading).toHaveAttribute('aria-sort', 'descending')
    await expect.poll(() => firstRow(list)).toBe('o2000')
    await window.getByRole('columnheader', { name: 'Due' }).getByRole('button').click()
    await expect.poll(() => firstRow(list)).toBe('o1234')
  })

  await test.step('it is searched and filtered', async () => {
    const search = window.getByRole('searchbox', { name: 'Search orders and SKUs' })
    await search.fill('sku-07')
    await expect(count(window)).toHaveText('40 rows')
    await window.getByRole('button', { name: /State$/ }).click()
    await window.getByRole('option', { name: 'Waiting' }).click()
    await expect(count(window)).toHaveText('8 rows')
    await clear(window)
    await window.getByRole('combobox', { name: 'Batch' }).fill('b-07')
    await window.keyboard.press('Escape')
    await expect(count(window)).toHaveText('32 rows')
    await clear(window)
    await window.getByRole('textbox', { name: 'Order' }).fill('o1234')
    await expect(count(window)).toHaveText('1 row')
    await list.getByRole('button', { name: 'SKU-34' }).click()
    await expect(window.getByRole('combobox', { name: 'SKU' })).toHaveValue('SKU-34')
    await search.fill('nothing')
    await expect(window.getByText('No order line matches these filters.')).toBeVisible()
    await clear(window)
    await expect(count(window)).toHaveText(/^More than \d+ rows$/)
  })
})

test('a line that is looked at changes where it stands, far down the list', async ({ app, window, userData }) => {
  await givenRows({ app, window, userData }, ['reference,sku,quantity', 'b1,SMALL-TABLE,300'])
  await givenRows({ app, window, userData }, [
    'order,sku,quantity',
    ...Array.from({ length: 300 }, (_, at) => `${order(at + 1)},SMALL-TABLE,1`),
  ])
  await go(window, 'Allocations')
  const list = grid(window)
  await window.getByRole('columnheader', { name: 'Order' }).getByRole('button').click()
  await expect.poll(() => firstRow(list)).toBe('o0001')
  await list.focus()
  await expect(async () => {
    await window.keyboard.press('End')
    expect(await activeOrder(list)).toBe('o0300')
  }).toPass({ intervals: [50] })
  const scrolled = () => list.evaluate(({ scrollTop }) => scrollTop)
  const before = await scrolled()

  await given(window, damage('b1', 2), { type: 'AllocationRequired', orderId: 'a1', sku: 'SMALL-TABLE', qty: 1 })
  const last = async () => (await rowsOf(list)).slice(-3).map(([orderId, , , , , state]) => [orderId, state])
  await expect.poll(last).toEqual([
    ['o0298', 'Allocated'],
    ['o0299', 'Waiting'],
    ['o0300', 'Waiting'],
  ])
  expect(await scrolled()).toBe(before)
  await window.keyboard.press('Home')
  await expect.poll(() => firstRow(list)).toBe('a1')
})
