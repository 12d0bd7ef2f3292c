import type { Page } from '@playwright/test'
import { batch, dispatch, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { go, rowsOf } from './support/screens.ts'

/** The order and state of each line. */
const states = async (window: Page) =>
  (await rowsOf(window.getByRole('grid', { name: 'Allocations' }))).map((cells) => [cells[0], cells[5]])
const preset = (window: Page, name: string) => window.getByRole('button', { name, exact: true })

test.beforeEach(async ({ window }) => {
  const past = { dueDate: '2020-01-01' }
  await given(window, batch('b1', 10), order('left', 2, past), dispatch('left'))
  await given(window, order('here', 8, past), batch('b2', 3, { eta: '2090-02-01' }))
  await given(window, order('late', 3, { dueDate: '2090-01-01' }), order('waits', 50, past), order('any', 60))
  await go(window, 'Allocations')
})

test('a line that was due and has not left is overdue, whether it has a batch or waits', async ({ window }) => {
  await expect
    .poll(() => states(window))
    .toEqual([
      ['any', 'Waiting'],
      ['waits', 'Waiting Overdue'],
      ['late', 'Allocated Late'],
      ['here', 'Allocated Overdue'],
      ['left', 'Dispatched'],
    ])
})

test('what is overdue, late or waits is one press away', async ({ window }) => {
  await preset(window, 'Overdue').click()
  await expect.poll(async () => (await states(window)).map(([orderId]) => orderId)).toEqual(['waits', 'here'])
  await preset(window, 'Late').click()
  await expect.poll(() => states(window)).toEqual([['late', 'Allocated Late']])
  await preset(window, 'Waiting').click()
  await expect.poll(async () => (await states(window)).map(([orderId]) => orderId)).toEqual(['any', 'waits'])
  await preset(window, 'Waiting').click()
  await expect.poll(async () => (await states(window)).length).toBe(5)
})

test('filters that are set and cleared move nothing', async ({ window }) => {
  const top = () => window.getByRole('grid', { name: 'Allocations' }).boundingBox()
  const before = await top()
  await preset(window, 'Overdue').click()
  await expect(preset(window, 'Clear filters')).toBeVisible()
  expect(await top()).toEqual(before)
})
