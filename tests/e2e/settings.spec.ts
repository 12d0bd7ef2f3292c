import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerDialogs, ready } from '../support/app/app.ts'
import { batch } from '../support/scenario/messages.ts'
import { expect, test, testOwnApp } from './fixtures.ts'
import { given } from './support/given.ts'
import { scan, strike } from './support/keys.ts'
import { go, openSecondWindow } from './support/screens.ts'
import { reasons } from './support/stockTake.ts'

const section = (window: Page, name: string) => window.getByRole('region', { name })

test('what is set up in one window holds in the other at once, for the person or for all', async ({ app, window }) => {
  await given(window, batch('LOT-1', 5))
  const other = await openSecondWindow(app)
  await scan(other, 'LOT-1')
  await expect(reasons(other).getByRole('radio').first()).toHaveAccessibleName(/Water damage/)
  await strike(window, 'Control+,')
  const broken = section(window, 'Reasons for damage').getByRole('listitem', { name: 'Broken' })
  await broken.getByRole('button', { name: 'Move “Broken” up' }).click()
  await expect(broken).toContainText('1')
  await expect(reasons(other).getByRole('radio').first()).toHaveAccessibleName(/Broken/)
  const height = () =>
    other
      .getByRole('grid')
      .getByRole('row')
      .nth(1)
      .evaluate((row) => row.clientHeight)
  const before = await height()
  await section(window, 'Language and appearance')
    .getByRole('button', { name: /Density$/ })
    .click()
  await window.getByRole('option', { name: /Compact/ }).click()
  await expect.poll(height).toBeLessThan(before)

  await test.step('another person has other looks, and the same reasons', async () => {
    await expect(section(window, 'Language and appearance')).toContainText('For Kim, on this workstation')
    await window.evaluate(() => globalThis.window.warehouse.setOperator('Lee'))
    await window.evaluate(() => globalThis.window.warehouse.changeSettings({ density: 'comfortable' }))
    await window.evaluate(() => globalThis.window.warehouse.setOperator('Kim'))
    await expect.poll(height).toBeLessThan(before)
    await window.evaluate(() => globalThis.window.warehouse.setOperator('Lee'))
    await expect.poll(height).toBe(before)
    await expect(section(window, 'Language and appearance')).toContainText('For Lee, on this workstation')
    await expect(reasons(other).getByRole('radio').first()).toHaveAccessibleName(/Broken/)
    await window.evaluate(() => globalThis.window.warehouse.setOperator('Kim'))
  })
})

testOwnApp(
  'backups are copied to a second folder, and it is said when that cannot be reached',
  async ({ app, window, userData }) => {
    const share = join(userData, 'share')
    await mkdir(share)
    await answerDialogs(app, { open: share })
    await go(window, 'Settings')
    const copies = section(window, 'Second folder for backups')
    await expect(copies).toContainText('Backups lie on this disk only.')
    await copies.getByRole('button', { name: 'Choose a folder…' }).click()
    await expect(copies.getByRole('status')).toContainText('All backups were there at')
    const [own] = await readdir(share)
    const made = async () => (await readdir(join(share, own!))).filter((name) => name.endsWith('.db'))
    const first = (await made()).length
    await window.evaluate(() => globalThis.window.warehouse.makeBackup())
    await expect.poll(async () => (await made()).length).toBe(first + 1)

    await rm(share, { recursive: true })
    await writeFile(share, 'no folder')
    await window.evaluate(() => globalThis.window.warehouse.makeBackup())
    await expect(copies.getByRole('alert')).toContainText('The backups could not be copied')
    await go(window, 'Backups')
    await expect(window.getByRole('main').getByRole('alert')).toContainText('The backups could not be copied')
  },
)

testOwnApp('settings that cannot be read are set aside, and it is said', async ({ launch, userData }) => {
  await writeFile(join(userData, 'settings.json'), '{"workstation":{')
  const window = await ready(await (await launch()).firstWindow())
  await go(window, 'Settings')
  await expect(window.getByRole('alert')).toContainText('settings-unreadable.json')
})
