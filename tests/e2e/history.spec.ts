import { batch, damage, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { go, rowsOf } from './support/screens.ts'

test('everything that happened is told with who did it and why, and can be undone there', async ({ window }) => {
  await given(window, batch('b1', 20), order('o1', 16), order('o2', 4), batch('b2', 4), damage('b1', 3))
  await go(window, 'History')
  const history = window.getByRole('grid', { name: 'History' })
  const told = async () => (await rowsOf(history)).map((cells) => cells.slice(2, 5).join(' | '))

  await test.step('what a message caused stands above it', async () => {
    await expect
      .poll(async () => (await told()).slice(0, 7))
      .toEqual([
        'Kim | Allocated | 4 × SMALL-TABLE for o2 · b1 → b2 · Water damage · passed over: b1 has 1; the line needs 4',
        'Kim | Room for waiting lines | SMALL-TABLE · Water damage',
        'Kim | Line to allocate | 4 × SMALL-TABLE for o2',
        'Kim | Lost its place | 4 × SMALL-TABLE for o2 · b1 · b1 could hold 1 more, the line needs 4',
        'Kim | Stock adjusted | b1 · 20 → 17 · Water damage',
        'Kim | Quantity set | b1 · 17 units · Water damage',
        'Kim | Damage | b1 · −3 · Water damage',
      ])
  })

  await test.step('of one batch, or only what people did', async () => {
    await window.getByText('Only what people did').click()
    await expect
      .poll(async () => (await told()).map((row) => row.split(' | ')[1]))
      .toEqual([...['Damage', 'Batch received', 'Line to allocate', 'Line to allocate', 'Batch received']])
    await window.getByRole('combobox', { name: 'Batch' }).fill('b2')
    await window.keyboard.press('Escape')
    await expect.poll(told).toEqual(['Kim | Batch received | b2 · SMALL-TABLE · 4 units · In the warehouse'])
    await window.getByRole('button', { name: 'Clear filters' }).click()
  })

  await test.step('a damage is undone', async () => {
    await history.getByRole('row').filter({ hasText: 'Damage' }).last().getByText('Undo…').click()
    const dialog = window.getByRole('dialog', { name: 'Undo' })
    await expect.poll(() => rowsOf(dialog.getByRole('grid'))).toEqual([['Moved', 'o2', '4', 'b1']])
    await dialog.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await expect.poll(async () => (await told()).some((row) => row.startsWith('Kim | Undo |'))).toBe(true)
    await expect(history.getByText('Undone', { exact: true })).toBeVisible()
    await expect(history.getByText('Undo…')).toHaveCount(0)
  })
})
