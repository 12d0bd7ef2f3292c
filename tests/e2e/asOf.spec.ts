import { batch, damage, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible } from './support/accessible.ts'
import { given } from './support/given.ts'
import { go, rowsOf } from './support/screens.ts'

const CHAIR = { sku: 'CHAIR' }

test('who was short then, and how it came to it, is told as it stood, and nothing can be entered there', async ({
  window,
}) => {
  await given(window, batch('b1', 10), batch('c1', 5, CHAIR), order('o1', 6), order('o2', 4), order('o3', 5, CHAIR))
  await given(window, damage('b1', 4))
  await given(window, damage('c1', 5))
  await given(window, batch('b2', 20), batch('c2', 20, CHAIR))
  const main = window.getByRole('main')
  const bar = main.getByRole('note')
  const state = main.getByRole('grid', { name: 'How it stood then' })
  const events = main.getByRole('grid', { name: 'What happened, in order' })
  const stood = async () => (await rowsOf(state)).map((cells) => cells.join(' '))

  await test.step('an entry of history leads to what stood after it', async () => {
    await go(window, 'History')
    await main
      .getByRole('row', { name: /b1 · −4/ })
      .getByTitle('As it stood then')
      .click()
    await expect(bar).toContainText('Nothing can be entered here.')
    await expect
      .poll(stood)
      .toEqual([expect.stringMatching(/^b1 .*On hand · 6 allocated, 0 free/), expect.stringMatching(/^o1 .*Allocated/)])
    await expectAccessible(window)
  })

  await test.step('the whole warehouse then: who was short', async () => {
    await main.getByRole('button', { name: /Show$/ }).click()
    await window.getByRole('option', { name: 'All SKUs' }).click()
    const all = main.getByRole('grid', { name: 'All SKUs' })
    await expect.poll(() => rowsOf(all)).toEqual([expect.arrayContaining(['SMALL-TABLE', '1', '4'])])
    await main.getByRole('button', { name: 'Only what was short: 1 SKU' }).click()
    await expect.poll(async () => (await rowsOf(all)).map(([sku]) => sku)).toEqual(['CHAIR', 'SMALL-TABLE'])
    await expectAccessible(window)
    await main.getByRole('button', { name: 'Only what was short: 1 SKU' }).click()
    await all.focus()
    await window.keyboard.press('Enter')
    await expect.poll(stood).toContainEqual(expect.stringMatching(/^o2 .*Waiting/))
  })

  await test.step('its story is stepped through by keyboard, and played', async () => {
    await events.focus()
    await window.keyboard.press('Home')
    await expect.poll(stood).toEqual([expect.stringMatching(/^b1 .*0 allocated, 10 free/)])
    await window.keyboard.press('ArrowDown') // room for waiting lines, of which there are none
    await window.keyboard.press('ArrowDown')
    await expect.poll(stood).toContainEqual(expect.stringMatching(/^o1 .*Allocated b1/))
    await main.getByRole('button', { name: 'Play' }).click()
    await expect.poll(stood, { timeout: 30_000 }).toContainEqual(expect.stringMatching(/^o2 .*Allocated b2/))
    await main.getByRole('button', { name: 'Back to now' }).click()
    await expect(main.getByRole('heading', { level: 1, name: 'Allocations' })).toBeVisible()
  })

  await test.step('an order leads to its own', async () => {
    await main.getByRole('row', { name: /o2/ }).click()
    await window.getByRole('dialog').getByRole('button', { name: 'As of then' }).click()
    await expect(main.getByRole('textbox', { name: 'Order' })).toHaveValue('o2')
    await expect.poll(stood).toEqual([expect.stringMatching(/^b2/), expect.stringMatching(/^o2 .*Allocated b2/)])
  })
})
