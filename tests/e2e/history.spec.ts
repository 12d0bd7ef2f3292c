import { batch, damage, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { history, told, undoOf } from './support/history.ts'
import { go, rowsOf } from './support/screens.ts'

const damaged = 'Damage | b1 · −3 · Water damage 1 moved'
const caused = [
  '- Quantity set | b1 · 17 units · Water damage',
  '- Stock adjusted | b1 · 20 → 17 · Water damage',
  '- Lost its place | 4 × SMALL-TABLE for o2 · b1 could hold 1 more, the line needs 4 · Water damage',
  '- Line to allocate | 4 × SMALL-TABLE for o2',
  '- Room for waiting lines | SMALL-TABLE · Water damage',
  '- Allocated | 4 × SMALL-TABLE for o2 · b1 → b2 · passed over: b1 has 1; the line needs 4 · Water damage',
]

test.beforeEach(async ({ window }) => {
  await given(window, batch('b1', 20), order('o1', 16), order('o2', 4), batch('b2', 4), damage('b1', 3))
  await go(window, 'History')
})

test('what a person did is told with what came of it, newest first', async ({ window }) => {
  await expect
    .poll(() => told(window))
    .toEqual([
      damaged,
      'Batch received | b2 · SMALL-TABLE · 4 units · In the warehouse',
      'Line to allocate | 4 × SMALL-TABLE for o2',
      'Line to allocate | 16 × SMALL-TABLE for o1',
      'Batch received | b1 · SMALL-TABLE · 20 units · In the warehouse',
    ])
  const [newest] = await rowsOf(history(window))
  expect(newest?.slice(3)).toEqual(['Kim', 'Undo…'])
})

test('what it caused stands below its cause once that is opened, by keys or by mouse', async ({ window }) => {
  const newest = async () => (await told(window)).slice(0, 8)
  await history(window).focus()
  await window.keyboard.press('ArrowRight')
  await expect.poll(newest).toEqual([damaged, ...caused, expect.stringContaining('Batch received | b2')])
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('ArrowLeft')
  await window.keyboard.press('ArrowLeft')
  await expect.poll(async () => (await told(window)).length).toBe(5)
  await window.keyboard.press('Enter')
  await expect.poll(async () => (await told(window)).length).toBe(11)
  await history(window).getByText('Damage', { exact: true }).click()
  await expect.poll(async () => (await told(window)).length).toBe(5)
})

test('the keyboard leads from an entry to its undo, and back', async ({ window }) => {
  await history(window).focus()
  await window.keyboard.press('Tab') // to how it stood then
  await window.keyboard.press('Tab')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog', { name: 'Undo damage: b1, 17 → 20' })).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)
})

test('it is filtered by what it was about, even if only its consequence was, by kind, and by person', async ({
  window,
}) => {
  await window.getByRole('combobox', { name: 'Batch' }).fill('b2')
  await window.keyboard.press('Escape')
  await expect.poll(() => told(window)).toEqual([damaged, expect.stringContaining('Batch received | b2')])
  await window.getByRole('button', { name: 'Everything What' }).click()
  await window.getByRole('option', { name: 'Damage', exact: true }).click()
  await expect.poll(() => told(window)).toEqual([damaged])
  await window.getByRole('combobox', { name: 'By' }).fill('Lee')
  await window.keyboard.press('Escape')
  await expect(window.getByText('Nothing in the history matches these filters.')).toBeVisible()
  await window.getByRole('button', { name: 'Clear filters' }).click()
  await expect.poll(async () => (await told(window)).length).toBe(5)
})

test('an undo says what it took back, and can be taken back itself', async ({ window }) => {
  await undoOf(window, 'Damage').click()
  const dialog = window.getByRole('dialog', { name: 'Undo damage: b1, 17 → 20' })
  await expect.poll(() => rowsOf(dialog.getByRole('grid'))).toEqual([['Moved', 'o2', '4', 'b2 → b1']])
  await dialog.getByRole('button', { name: 'Undo damage', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect
    .poll(async () => (await told(window)).slice(0, 2))
    .toEqual(['Undo | Damage · b1 · −3 · Water damage 1 moved', damaged])
  await expect(history(window).getByText('Undone', { exact: true })).toBeVisible()
  await undoOf(window, 'Redo…').click()
  await window.getByRole('dialog', { name: 'Redo: Damage, b1, 20 → 17' }).getByRole('button', { name: 'Redo' }).click()
  await expect.poll(async () => (await told(window))[0]).toBe('Undo | Undo 1 moved')
  await expect(undoOf(window, 'Damage · b1')).toHaveCount(0)
})
