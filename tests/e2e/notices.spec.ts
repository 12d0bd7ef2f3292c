import { batch, damage, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { go, rowsOf } from './support/screens.ts'

test('people are told what moved, what waits, what was filled, and why', async ({ window }) => {
  await given(window, batch('b1', 10), order('o1', 6), order('o2', 4, { line: 2 }), batch('b2', 4))
  await given(window, damage('b1', 1), damage('b2', 1), batch('b3', 4))
  await go(window, 'Notices, 4 unread')
  const notices = window.getByRole('grid', { name: 'Notices' })
  const told = async () => (await rowsOf(notices)).map((cells) => cells.slice(0, 6))
  const filled = ['Filled', 'o2 · line 2', 'SMALL-TABLE', '4', 'b3', 'New batch']
  const outOfStock = ['Out of stock', '–', 'SMALL-TABLE', '–', '–', '–']
  const waits = ['Waits', 'o2 · line 2', 'SMALL-TABLE', '4', 'b2 → Waits for stock', 'Water damage']
  const moved = ['Moved', 'o2 · line 2', 'SMALL-TABLE', '4', 'b1 → b2', 'Water damage']

  await test.step('the newest first, with who caused it', async () => {
    await expect.poll(told).toEqual([filled, outOfStock, waits, moved])
    expect((await rowsOf(notices))[0]?.at(-1)).toBe('Kim')
    await expect(notices.getByRole('img', { name: 'Unread' })).toHaveCount(4)
  })

  await test.step('filtered by what happened, SKU and order', async () => {
    const kind = (name: string) => window.getByRole('option', { name, exact: true })
    await window.getByRole('button', { name: /Result$/ }).click()
    await kind('Waits').click()
    await expect.poll(told).toEqual([waits])
    await window.getByRole('button', { name: /Result$/ }).click()
    await kind('Everything').click()
    await window.getByRole('textbox', { name: 'Order' }).fill('o2')
    await expect.poll(told).toEqual([filled, waits, moved])
    await window.getByRole('textbox', { name: 'Order' }).fill('')
    await window.getByRole('combobox', { name: 'SKU' }).fill('RED-CHAIR')
    await window.keyboard.press('Escape')
    await expect(window.getByText('No notice matches these filters.')).toBeVisible()
    await window.getByRole('combobox', { name: 'SKU' }).fill('')
  })

  await test.step('read ones can be left out', async () => {
    await window.getByRole('button', { name: 'Mark all as read' }).click()
    await given(window, damage('b3', 1))
    await window.getByText('Unread only').click()
    const lost = ['Waits', 'o2 · line 2', 'SMALL-TABLE', '4', 'b3 → Waits for stock', 'Water damage']
    await expect.poll(told).toEqual([outOfStock, lost])
    await expect(window.getByRole('button', { name: 'Notices, 2 unread' })).toBeVisible()
  })
})
