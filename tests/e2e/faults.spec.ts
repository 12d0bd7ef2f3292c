import { join } from 'node:path'
import { behindItsBack } from '../support/files/databaseFile.ts'
import { batch, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { scan } from './support/keys.ts'
import { go, rowsOf } from './support/screens.ts'
import { chooseReason, damaged } from './support/stockTake.ts'

// The database is broken and mended behind the app's back.

test('a list that cannot be read says so, and can be read again', async ({ window, userData }) => {
  await given(window, batch('b1', 20), order('o1', 3))
  const rename = (from: string, to: string) =>
    behindItsBack(join(userData, 'warehouse.db'), (db) => db.exec(`ALTER TABLE ${from} RENAME TO ${to}`))
  rename('lines', 'elsewhere')
  await go(window, 'Allocations')
  await expect(window.getByText('This could not be read.')).toBeVisible()
  await expect(window.getByText('no such table: lines')).toBeVisible()
  await window.getByRole('button', { name: 'Try again' }).click()
  await expect(window.getByText('This could not be read.')).toBeVisible()
  rename('elsewhere', 'lines')
  await window.getByRole('button', { name: 'Try again' }).click()
  await expect
    .poll(async () => (await rowsOf(window.getByRole('grid', { name: 'Allocations' }))).map(([orderId]) => orderId))
    .toEqual(['o1'])
})

test('a damage that cannot be written is still there to be confirmed, and is done once', async ({
  window,
  userData,
}) => {
  await given(window, batch('b1', 20))
  const doToDatabase = (sql: string) => behindItsBack(join(userData, 'warehouse.db'), (db) => db.exec(sql))
  await scan(window, 'b1')
  await damaged(window).fill('3')
  await chooseReason(window, 'Lost')
  doToDatabase("CREATE TRIGGER full BEFORE INSERT ON history BEGIN SELECT raise(ABORT, 'the disk is full'); END")
  const confirm = window.getByRole('button', { name: 'Remove 3 units' })
  await confirm.click()
  await expect(window.getByRole('alert')).toContainText('Something went wrong: the disk is full.')
  await expect(damaged(window)).toHaveValue('3')
  doToDatabase('DROP TRIGGER full')
  await confirm.click()
  await expect(window.getByRole('status').filter({ hasText: '3 units removed from b1' })).toBeVisible()
  await go(window, 'Stock')
  await expect
    .poll(async () => (await rowsOf(window.getByRole('grid', { name: 'Stock' })))[0]?.slice(0, 2))
    .toEqual(['SMALL-TABLE', '17'])
})
