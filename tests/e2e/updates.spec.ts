import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchApp, ready } from '../support/app/app.ts'
import { releaseFeed } from '../support/app/releaseFeed.ts'
import { batch } from '../support/scenario/messages.ts'
import { expect, testOwnApp } from './fixtures.ts'
import { expectAccessible } from './support/accessible.ts'
import { given } from './support/given.ts'
import { go } from './support/screens.ts'

declare const boxes: { message: string; detail: string; buttons: string[] }[]

const onLinux = process.platform === 'linux' ? testOwnApp : testOwnApp.fixme

onLinux(
  'a new version is told of, downloaded and handed to the installer when the app is quit',
  async ({ app, window, userData }) => {
    const feed = await releaseFeed('9.9.9', 'Forks <b>arrive</b> earlier.')
    const program = join(userData, 'Warehouse.AppImage')
    writeFileSync(program, 'the old one')
    await app.evaluate(
      (_electron, { program, userData }) => {
        Object.assign(process.env, { APPIMAGE: program, XDG_CACHE_HOME: userData })
      },
      { program, userData },
    )
    await go(window, 'Settings')
    const section = window.getByRole('region', { name: 'Updates' })
    const check = section.getByRole('button', { name: 'Look for a new version' })
    await expect(section.getByText('Updates are off.')).toBeVisible()
    await expect(check).toBeDisabled()

    await section.getByRole('textbox', { name: 'Address of the feed' }).fill('ftp://feed')
    await expect(section.getByText('Enter an https address, or leave it empty.')).toBeVisible()
    await section.getByRole('textbox', { name: 'Address of the feed' }).fill(feed.address)
    await section.getByRole('textbox', { name: 'Public key of the feed' }).fill(feed.key)

    await testOwnApp.step('unsigned, or with a signature of something else, it is refused', async () => {
      feed.change('signature', undefined)
      await check.click()
      await expect(section.getByRole('alert')).toContainText('The feed is not signed, and was refused')
      feed.change('signature', feed.signature)
      feed.change('release', feed.release.replace('9.9.9', '9.9.10'))
      await check.click()
      await expect(section.getByRole('alert')).toContainText('not signed with this key')
      expect(feed.asked).not.toContain('/Warehouse.AppImage')
      feed.change('release', feed.release)
    })
    await check.click()
    await expect(section.getByText('Version 9.9.9 is available.')).toBeVisible()
    await expect(section.getByText('Forks arrive earlier.')).toBeVisible()
    await expectAccessible(window)
    await section.getByRole('button', { name: 'Download it' }).click()
    await expect(section.getByText('Version 9.9.9 is installed once the app is quit')).toBeVisible()
    expect(readFileSync(program, 'utf8')).toBe('the old one')
    await app.close()
    await expect.poll(() => readFileSync(program, 'utf8')).toBe(feed.program.toString())
    await feed.close()
  },
)

onLinux('with an entry that is not confirmed, nothing is installed', async ({ app, window, userData }) => {
  const feed = await releaseFeed('9.9.9', '')
  const program = join(userData, 'Warehouse.AppImage')
  writeFileSync(program, 'the old one')
  await app.evaluate(
    (_electron, { program, userData }) => {
      Object.assign(process.env, { APPIMAGE: program, XDG_CACHE_HOME: userData })
    },
    { program, userData },
  )
  await given(window, batch('b1', 20))
  const state = await window.evaluate(
    async ({ address, key }) => {
      const { warehouse } = globalThis.window
      await warehouse.changeSettings({ updateFeed: address, updateKey: key })
      await warehouse.checkForUpdate()
      return warehouse.downloadUpdate()
    },
    { address: feed.address, key: feed.key },
  )
  expect(state).toMatchObject({ ok: true, value: { kind: 'ready' } })
  await window.getByRole('textbox', { name: 'Scan or search a batch' }).fill('b1')
  await window.keyboard.press('Enter')
  await window.getByRole('textbox', { name: 'Damaged (removes)' }).fill('2')
  await expect(window.getByText('Not confirmed:')).toBeVisible()
  await app.close()
  expect(readFileSync(program, 'utf8')).toBe('the old one')
  await feed.close()
})

testOwnApp(
  'after an update that cannot read the data, the backup of the version before is offered',
  async ({ app, window, userData, language }) => {
    await given(window, batch('b1', 20))
    await window.evaluate(() => globalThis.window.warehouse.makeBackup())
    await app.close()
    writeFileSync(join(userData, 'version'), '0.0.9')
    const preloads = [join(import.meta.dirname, '../support/app/cannotRead.cjs')]
    const updated = await launchApp({ userData, language, answers: ['Restore the backup'], preloads })
    const again = await ready(await updated.firstWindow())
    const [box] = await updated.evaluate(() => boxes)
    expect(box?.message).toBe('This version (0.1.0) cannot read the data that version 0.0.9 wrote')
    expect(box?.detail).toContain('Everything that was entered is in it.')
    await go(again, 'Stock')
    await expect(again.getByRole('row', { name: /SMALL-TABLE/ })).toBeVisible()
    await updated.close()
  },
)
