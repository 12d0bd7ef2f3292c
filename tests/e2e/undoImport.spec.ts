import { batch, dispatch, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { history, told, undoOf } from './support/history.ts'
import { choose, counts, givenRows, start } from './support/importing.ts'
import { go, rowsOf } from './support/screens.ts'

test('an import is taken back as a whole where it was made, after it was said which rows stay and why', async ({
  app,
  window,
  userData,
}) => {
  await given(window, batch('b0', 1))
  await go(window, 'Import')
  await choose(
    { app, window, userData },
    'batches.csv',
    'reference,sku,quantity\nb1,SMALL-TABLE,20\nb2,SMALL-TABLE,9\nb3,BED,5\n',
  )
  await start(window).click()
  await counts(window)
  await given(window, order('o1', 20), dispatch('o1'), order('o2', 9))

  await window.getByRole('button', { name: 'Undo the import…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Undo the import: batches.csv' })
  await expect(dialog).toContainText('2 of 3 rows can be taken back.')
  const stays = [
    'b1 · SMALL-TABLE · 20 units · In the warehouse',
    'Lines were dispatched from batch b1 already. Undo their dispatch first.',
  ]
  expect(await rowsOf(dialog.getByRole('grid', { name: '1 row cannot:' }))).toEqual([stays])
  await expect(dialog.getByRole('listitem')).toHaveText(['1 line waiting'])
  await dialog.getByRole('button', { name: 'Undo the import' }).click()
  await expect(dialog.getByRole('status')).toHaveText('2 of 3 rows were taken back.')
  expect(await rowsOf(dialog.getByRole('grid', { name: '1 row stays:' }))).toEqual([stays])
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(window.getByRole('status')).toHaveText('batches.csv was imported 2 of 3 rows were taken back.')
  await go(window, 'Allocations')
  await expect(window.getByRole('row').filter({ hasText: 'o2' })).toContainText('Waiting')
})

test('in the history its rows are below it, and it is taken back there', async ({ app, window, userData }) => {
  await givenRows({ app, window, userData }, ['reference,sku,quantity', 'b1,SMALL-TABLE,20', 'b2,SMALL-TABLE,9'])
  await go(window, 'History')
  const received = (ref: string, qty: number) =>
    `- Batch received | ${ref} · SMALL-TABLE · ${qty} units · In the warehouse`
  await history(window).focus()
  await window.keyboard.press('ArrowRight')
  await expect.poll(() => told(window)).toEqual(['Import | given.csv 2 rows', received('b1', 20), received('b2', 9)])
  await window.keyboard.press('ArrowLeft')
  await undoOf(window, 'given.csv').click()
  await window.getByRole('dialog').getByRole('button', { name: 'Undo the import', exact: true }).click()
  await expect(window.getByRole('dialog').getByRole('status')).toHaveText('2 of 2 rows were taken back.')
  await window.keyboard.press('Escape')
  await expect
    .poll(() => told(window))
    .toEqual(['Import undone | Import · given.csv 2 rows', 'Import | given.csv 2 rows'])
  await expect(history(window).getByText('Undone', { exact: true })).toBeVisible()
})

test('taking a long import back can be cancelled, and gone on with', async ({ app, window, userData }) => {
  const rows = Array.from({ length: 5_000 }, (_, index) => `b${index},SKU-${index % 50},1`)
  await givenRows({ app, window, userData }, ['reference,sku,quantity', ...rows])
  await go(window, 'History')
  await undoOf(window, 'given.csv').click()
  const dialog = window.getByRole('dialog')
  const confirm = dialog.getByRole('button', { name: 'Undo the import', exact: true })
  await confirm.click()
  await expect(dialog.getByRole('progressbar', { name: 'Taking rows back' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('status')).toContainText(/^Cancelled\. [\d,]+ of 5,000 rows were taken back/)
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await undoOf(window, 'given.csv').click()
  await confirm.click()
  await expect(dialog.getByRole('status')).toContainText(/^[\d,]+ of [\d,]+ rows were taken back\.$/, {
    timeout: 60_000,
  })
  await window.keyboard.press('Escape')
  await go(window, 'Stock')
  await expect(window.getByRole('row').filter({ hasText: 'SKU-' })).toHaveCount(0)
})
