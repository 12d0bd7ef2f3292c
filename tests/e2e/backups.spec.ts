import { closeSync, openSync, readdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openWarehouse } from '../../core/index.ts'
import { ready } from '../support/app/app.ts'
import { inflate } from '../support/files/databaseFile.ts'
import { batch, order } from '../support/scenario/messages.ts'
import { expect, test, testOwnApp } from './fixtures.ts'
import { expectAccessible } from './support/accessible.ts'
import { given } from './support/given.ts'
import { go, openSecondWindow, rowsOf } from './support/screens.ts'

const list = (window: Page) => window.getByRole('grid', { name: 'Backups' })
const rows = async (window: Page) =>
  (await rowsOf(list(window))).map(([, why, entries, , state]) => [why, entries, state])

testOwnApp(
  'a person makes a backup, looks at it, restores it, and every window shows what was then',
  async ({ app, window, userData }) => {
    const manager = await openSecondWindow(app)
    await go(manager, 'Allocations')

    await test.step('the app has made the first one by itself', async () => {
      await go(window, 'Backups')
      await expect.poll(() => rows(window)).toEqual([['App started', '0', 'Whole']])
    })

    await test.step('one is made by hand', async () => {
      await given(window, batch('b1', 10), order('o1', 4))
      await window.getByRole('button', { name: 'Back up now' }).click()
      await expect(window.getByText('A backup was made.')).toBeVisible()
      await expect
        .poll(() => rows(window))
        .toEqual([
          ['By hand', '2', 'Whole'],
          ['App started', '0', 'Whole'],
        ])
    })

    await test.step('by keyboard: choose it, verify it', async () => {
      await list(window).focus()
      await window.keyboard.press('Enter')
      const verify = window.getByRole('button', { name: 'Verify' })
      await verify.focus()
      await window.keyboard.press('Enter')
      await expect(window.getByRole('region', { name: /^Backup of/ }).getByRole('status')).toContainText(
        'Found whole on',
      )
    })

    await test.step('what it replaces is said before it is restored', async () => {
      await given(window, order('o2', 3), order('o3', 2))
      await expect(manager.getByRole('grid', { name: 'Allocations' }).getByRole('row')).toHaveCount(1 + 3)
      await window.getByRole('button', { name: 'Restore…' }).click()
      const dialog = window.getByRole('dialog')
      await expect(dialog).toContainText('2 entries that were made since then will be missing.')
      await dialog.getByRole('button', { name: 'Restore this backup' }).click()
      await expect(
        window.getByText(/^Everything is now as it was on .* is kept as warehouse-set-aside-.*\.db\.$/),
      ).toBeVisible()
    })

    await test.step('every window shows it, the app goes on, and what was there before is kept', async () => {
      const lines = manager.getByRole('grid', { name: 'Allocations' })
      await expect.poll(async () => (await rowsOf(lines)).map(([orderId]) => orderId)).toEqual(['o1'])
      await given(manager, order('o4', 1))
      await expect.poll(async () => (await rowsOf(lines)).map(([orderId]) => orderId)).toEqual(['o4', 'o1'])
      expect(readdirSync(userData).filter((name) => name.includes('set-aside'))).toHaveLength(1)
    })
  },
)

testOwnApp('a backup that is damaged is found, and cannot be restored', async ({ window, userData }) => {
  await go(window, 'Backups')
  await expect.poll(() => rows(window)).toEqual([['App started', '0', 'Whole']])
  const folder = join(userData, 'backups')
  const name = readdirSync(folder).find((file) => file.endsWith('.db')) ?? ''
  const file = openSync(join(folder, name), 'r+')
  writeSync(file, 'damage', 5_000)
  closeSync(file)
  await list(window).focus()
  await window.keyboard.press('Enter')
  await window.getByRole('button', { name: 'Verify' }).click()
  await expect(window.getByText(/^Found damaged on/)).toBeVisible()
  await expect(window.getByRole('button', { name: 'Restore…' })).toBeDisabled()
  await expect.poll(() => rows(window)).toEqual([['App started', '0', 'Damaged']])
})

testOwnApp(
  'verifying is stopped, and a backup that is being made is cancelled, by keyboard; nothing is left, and another one is made',
  async ({ launch, userData }) => {
    const database = join(userData, 'warehouse.db')
    await (await openWarehouse({ database })).close()
    inflate(database, 400)
    const window = await ready(await (await launch()).firstWindow())
    const patiently = { timeout: 60_000 } // a busy disk takes its time for a large file
    const cancelled = window.getByText('The backup was cancelled.')
    await go(window, 'Backups')
    await expect.poll(() => rows(window), patiently).toEqual([['App started', '0', 'Whole']])
    const files = readdirSync(join(userData, 'backups'))

    await list(window).press('Enter')
    const verify = window.getByRole('button', { name: 'Verify' })
    await verify.press('Enter')
    await window.getByRole('button', { name: 'Stop verifying' }).press('Enter')
    await expect(window.getByText('Verifying was stopped.')).toBeVisible()
    await expect(verify).toBeFocused()

    await window.getByRole('button', { name: 'Restore…' }).press('Enter')
    const restore = window.getByRole('button', { name: 'Restore this backup' })
    await expect(restore).toBeEnabled()
    await restore.press('Enter')
    await expect(window.getByRole('progressbar', { name: 'Verifying…' })).toBeVisible()
    await window.getByRole('button', { name: 'Stop verifying' }).press('Enter')
    await expect(window.getByText('Restoring was stopped: nothing was changed.')).toBeVisible()
    await window.getByRole('button', { name: 'Cancel' }).press('Enter')

    await window.getByRole('button', { name: 'Back up now' }).press('Enter')
    await expect(window.getByRole('progressbar', { name: 'Backing up' })).toBeVisible()
    await window.getByRole('button', { name: 'Cancel' }).press('Enter')
    await expect(cancelled).toBeVisible()
    await expect(window.getByRole('alert')).toHaveCount(0)
    expect(readdirSync(join(userData, 'backups'))).toEqual(files)
    expect(await rows(window)).toHaveLength(1)

    await window.getByRole('button', { name: 'Back up now' }).press('Enter')
    await expect(window.getByText('A backup was made.')).toBeVisible(patiently)
    await expect(cancelled).toHaveCount(0)
    expect(await window.evaluate(() => globalThis.window.warehouse.cancelBackup())).toEqual({ ok: true, value: null })
    await expect.poll(() => rows(window)).toHaveLength(2)
  },
)

test('the screen is accessible, also while it asks', async ({ window }) => {
  await go(window, 'Backups')
  await expect.poll(() => rows(window)).toContainEqual(['App started', '0', 'Whole'])
  await list(window).focus()
  await window.keyboard.press('Enter')
  await expectAccessible(window)
  await window.getByRole('button', { name: 'Restore…' }).click()
  await expect(window.getByRole('dialog')).toContainText('Nothing was entered since then.')
  await expectAccessible(window)
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)
})

test.describe('in Korean', () => {
  test.use({ language: 'ko' })
  test('the screen speaks Korean', async ({ window }) => {
    await go(window, '백업')
    const grid = window.getByRole('grid', { name: '백업' })
    await expect
      .poll(async () => (await rowsOf(grid)).map(([, why, , , state]) => [why, state]))
      .toContainEqual(['앱 시작', '온전함'])
  })
})
