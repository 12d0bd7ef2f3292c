import { batch, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { go, rowsOf } from './support/screens.ts'
import { batchShown, damaged } from './support/stockTake.ts'

test('a product shows what is on hand, on its way, allocated, free and waited for', async ({ window }) => {
  await given(
    window,
    batch('b1', 20),
    batch('b2', 8, { eta: '2031-05-01' }),
    batch('b3', 4, { eta: '2031-06-01' }),
    batch('c1', 5, { sku: 'RED-CHAIR' }),
    ...[order('o1', 12), order('o2', 8), order('o3', 9)],
  )
  await go(window, 'Stock')
  const products = window.getByRole('grid', { name: 'Stock' })
  const batches = window.getByRole('grid', { name: 'Batches of SMALL-TABLE' })
  const search = window.getByRole('searchbox', { name: 'Search SKUs' })

  await test.step('by SKU', async () => {
    await expect
      .poll(() => rowsOf(products))
      .toEqual([
        ['RED-CHAIR', '5', '0', '0', '5', '–', '0'],
        ['SMALL-TABLE', '20', '12', '20', '0', '8 on 5/1/31 +1', '9'],
      ])
  })

  await test.step('it is found by a part of its SKU', async () => {
    await search.fill('table')
    await expect(window.getByRole('status')).toHaveText('1 row')
    await search.fill('bed')
    await expect(window.getByText('No SKU matches “bed”.')).toBeVisible()
    await search.press('Escape')
    await expect(search).toHaveValue('')
    await expect(window.getByRole('status')).toHaveText('2 rows')
  })

  await test.step('its batches stand in the order in which lines prefer them', async () => {
    await products.focus()
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('Enter')
    await expect
      .poll(async () => (await rowsOf(batches)).map((cells) => cells.slice(0, 5)))
      .toEqual([
        ['b1', 'On hand', '20', '20', '0'],
        ['b2', 'May 1, 2031', '8', '0', '8'],
        ['b3', 'Jun 1, 2031', '4', '0', '4'],
      ])
    await expect(products.getByRole('row', { selected: true })).toContainText('SMALL-TABLE')
  })

  await test.step('they change with what happens', async () => {
    await given(window, order('o4', 4))
    await expect.poll(async () => (await rowsOf(batches))[1]?.slice(0, 5)).toEqual(['b2', 'May 1, 2031', '8', '4', '4'])
  })

  await test.step('it leads to its order lines', async () => {
    await window.getByRole('button', { name: 'See its lines' }).click()
    await expect(window.getByRole('heading', { level: 1, name: 'Allocations' })).toBeVisible()
    await expect(window.getByRole('combobox', { name: 'SKU' })).toHaveValue('SMALL-TABLE')
    await expect(window.getByRole('status')).toHaveText('4 rows')
  })

  await test.step('and from a batch to what is damaged of it', async () => {
    await go(window, 'Stock')
    await batches.getByRole('row').filter({ hasText: 'b2' }).click()
    await expect(batchShown(window, 'b2')).toBeVisible()
    await expect(damaged(window)).toBeFocused()
  })
})
