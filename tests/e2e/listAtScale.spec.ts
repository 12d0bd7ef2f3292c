import type { Page } from '@playwright/test'
import { damage } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible } from './support/accessible.ts'
import { given } from './support/given.ts'
import { givenRows } from './support/importing.ts'
import { type } from './support/keys.ts'
import { go, rowsOf } from './support/screens.ts'

const headings = (window: Page) =>
  window.getByRole('columnheader').evaluateAll((all) => all.map((heading) => heading.getAttribute('aria-label')))

test('a manager arranges, filters, selects, copies and looks into a long list by keyboard', async ({
  app,
  window,
  userData,
}) => {
  await givenRows({ app, window, userData }, ['reference,sku,quantity', 'b1,SMALL-TABLE,200', 'b2,SMALL-TABLE,40'])
  await givenRows({ app, window, userData }, [
    'order,sku,quantity,due',
    ...Array.from({ length: 250 }, (_, at) => `o${`${at + 1}`.padStart(4, '0')},SMALL-TABLE,1,2031-05-01`),
  ])
  await given(window, damage('b1', 3))
  await go(window, 'Allocations')
  const list = window.getByRole('grid', { name: 'Allocations' })
  const press = async (...keys: string[]) => {
    for (const key of keys) await window.keyboard.press(key)
  }
  const clipboard = () => app.evaluate(({ clipboard }) => clipboard.readText())
  const selected = () => list.locator('[aria-selected=true]').count()
  await expect.poll(async () => (await rowsOf(list))[0]?.[0]).toBe('o0250')

  await test.step('columns are moved and hidden at their edges, and kept', async () => {
    await list.focus()
    await press('ArrowUp', 'ArrowDown', 'ArrowDown') // the first edge, then that of the third column
    await press('Alt+ArrowLeft')
    await expect.poll(() => headings(window)).toEqual(expect.arrayContaining(['Order', 'SKU', 'Line']))
    expect((await headings(window)).slice(0, 3)).toEqual(['Order', 'SKU', 'Line'])
    await press('ArrowDown', 'Delete')
    await expect.poll(async () => (await headings(window)).includes('Line')).toBe(false)
    await window.reload()
    await go(window, 'Allocations')
    await expect.poll(async () => (await headings(window)).slice(0, 3)).toEqual(['Order', 'SKU', 'Quantity'])
    await window.getByRole('button', { name: 'Columns of Allocations' }).press('Enter')
    await expectAccessible(window, '[role="dialog"]')
    await window.getByRole('checkbox', { name: 'Line' }).press('Space')
    await press('Escape')
    await expect.poll(async () => (await headings(window)).slice(0, 3)).toEqual(['Order', 'SKU', 'Line'])
    const text = (name: string) => window.getByRole('columnheader', { name }).getByText(name)
    await text('Line').dragTo(text('SKU')) // by mouse
    await expect.poll(async () => (await headings(window)).slice(0, 3)).toEqual(['Order', 'Line', 'SKU'])
    await text('Line').dragTo(text('SKU'))
    await expect.poll(async () => (await headings(window)).slice(0, 3)).toEqual(['Order', 'SKU', 'Line'])
  })

  await test.step('a filter is kept under a name', async () => {
    await window.getByRole('button', { name: 'Waiting' }).press('Enter')
    await expect(window.getByRole('status')).toHaveText('13 rows')
    await window.getByRole('button', { name: 'Saved filters' }).press('Enter')
    await window.getByRole('textbox', { name: 'Name of these filters' }).focus()
    await type(window, 'Who waits')
    await press('Enter', 'Escape')
    await window.getByRole('button', { name: 'Clear filters' }).press('Enter')
    await expect(window.getByRole('status')).not.toHaveText('13 rows')
    await window.getByRole('button', { name: 'Saved filters' }).press('Enter')
    await window.getByRole('button', { name: 'Who waits', exact: true }).press('Enter')
    await expect(window.getByRole('status')).toHaveText('13 rows')
  })

  await test.step('several rows are selected and copied', async () => {
    await list.focus()
    await press('Home', 'Shift+ArrowDown', 'Shift+ArrowDown')
    await expect.poll(selected).toBe(3)
    await press('Control+c')
    await expect(window.getByText('3 rows selected · 3 rows copied')).toBeVisible()
    const rows = (await clipboard()).split('\r\n').map((row) => row.split('\t'))
    expect(rows).toHaveLength(4)
    expect(rows[0]?.slice(0, 5)).toEqual(['Order', 'SKU', 'Line', 'Quantity', 'Due'])
    expect(rows[1]?.slice(1, 6)).toEqual(['SMALL-TABLE', '1', '1', '2031-05-01', 'Waiting'])
    await press('Control+a')
    await expect(window.getByText('The whole list is selected: 13 rows')).toBeVisible()
    await press('Escape')
    await expect.poll(selected).toBe(0)
  })

  await test.step('beside the list stands the whole story of the line', async () => {
    await press('Home', 'Alt+Enter')
    const story = window.getByRole('complementary', { name: 'Details' })
    await expect(story.getByRole('list', { name: 'What happened to it' })).toContainText('Waits')
    await expect(story.getByRole('heading', { name: 'Why' })).toBeVisible()
    const title = await story.getByRole('heading', { level: 2 }).textContent()
    await list.focus()
    await press('ArrowDown')
    await expect(story.getByRole('heading', { level: 2 })).not.toHaveText(title ?? '')
    await expectAccessible(window, 'main')
    await press('Shift+F10')
    await expect(window.getByRole('menuitem', { name: 'Open the order' })).toBeVisible()
    await press('End', 'Enter')
    await expect(window.getByRole('combobox', { name: 'SKU' })).toHaveValue('SMALL-TABLE')
  })
})
