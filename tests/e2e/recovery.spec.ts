import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { launchApp, ready } from '../support/app/app.ts'
import { behindItsBack, inflate } from '../support/files/databaseFile.ts'
import { batch, order } from '../support/scenario/messages.ts'
import { expect, test, testOwnApp } from './fixtures.ts'
import { given } from './support/given.ts'
import { go, rowsOf } from './support/screens.ts'

type Box = { message: string; detail: string; buttons: string[] }
declare const boxes: Box[]

const boxesOf = (app: ElectronApplication): Promise<Box[]> => app.evaluate(() => boxes)
const databaseIn = (userData: string) => join(userData, 'warehouse.db')
const setAside = (userData: string) => readdirSync(userData).filter((name) => /set-aside.*\.db$/.test(name))

/** Every page stays whole, and a line is gone. */
const loseLine = (userData: string): void => {
  behindItsBack(databaseIn(userData), (db) => db.exec("DELETE FROM lines WHERE order_id = 'o1'"))
}

/** A stock, a backup of it, an order that is not in it; then the app is closed. */
async function givenBackup(app: ElectronApplication, page: Page): Promise<void> {
  await given(page, batch('b1', 10), order('o1', 4))
  const made = await page.evaluate(() => window.warehouse.makeBackup())
  expect(made.ok).toBe(true)
  await given(page, order('o2', 3))
  await app.close()
}

async function orders(window: Page, screen: string): Promise<(string | undefined)[]> {
  await go(window, screen)
  const grid = window.getByRole('grid', { name: screen })
  await expect(grid.getByRole('row')).not.toHaveCount(0)
  return (await rowsOf(grid)).map(([orderId]) => orderId)
}

testOwnApp(
  'damaged data is set aside, what would be lost is said, and the newest backup is restored',
  async ({ app, window, launch, userData }) => {
    await givenBackup(app, window)
    loseLine(userData) // what came since can still be counted
    const again = await launch(['Restore the backup'])
    const restored = await ready(await again.firstWindow())
    const [box, ...more] = await boxesOf(again)
    expect([box?.message, box?.buttons, more]).toEqual([
      'The data is damaged or incomplete',
      ['Restore the backup', 'Open it as it is', 'Start empty', 'Quit'],
      [],
    ])
    expect(box?.detail).toContain(databaseIn(userData))
    expect(box?.detail).toContain('1 entry was made since then.')
    expect(await orders(restored, 'Allocations')).toEqual(['o1'])
    expect(setAside(userData)).toEqual([expect.stringMatching(/^warehouse-set-aside-.*\.db$/)])
  },
)

testOwnApp(
  'damaged data that is opened as it is is not backed up, the screen says so, and a backup can still be restored',
  async ({ app, window, launch, userData }) => {
    await givenBackup(app, window)
    loseLine(userData)
    const backups = readdirSync(join(userData, 'backups'))
    const again = await launch(['Open it as it is'])
    const opened = await ready(await again.firstWindow())
    expect(await orders(opened, 'Allocations')).toEqual(['o2'])
    await go(opened, 'Backups')
    const said = opened.getByRole('alert')
    await expect(said).toContainText(`No backups are made while the data is damaged (${databaseIn(userData)})`)
    await opened.getByRole('button', { name: 'Back up now' }).click()
    await expect(said).toContainText('No backups are made')
    await expect.poll(() => readdirSync(join(userData, 'backups'))).toEqual(backups)

    await opened.getByRole('grid', { name: 'Backups' }).getByText('By hand').click()
    await opened.getByRole('button', { name: 'Restore…' }).click()
    await opened.getByRole('button', { name: 'Restore this backup' }).click()
    await expect(opened.getByText('Everything is now as it was')).toBeVisible()
    await expect(said).toHaveCount(0)
    expect(await orders(opened, 'Allocations')).toEqual(['o1'])
    await go(opened, 'Backups')
    await opened.getByRole('button', { name: 'Back up now' }).click()
    await expect(opened.getByText('A backup was made.')).toBeVisible()
  },
)

testOwnApp(
  'data that cannot be read is set aside to the byte, and a person may start empty',
  async ({ app, window, launch, userData }) => {
    await givenBackup(app, window)
    const file = databaseIn(userData)
    const harmed = readFileSync(file).fill(0, 4096)
    writeFileSync(file, harmed)
    const again = await launch(['Start empty'])
    const empty = await ready(await again.firstWindow())
    const [box] = await boxesOf(again)
    expect([box?.buttons, box?.detail]).toEqual([
      ['Restore the backup', 'Start empty', 'Quit'],
      expect.stringContaining('How much that is can no longer be told.'),
    ])
    await go(empty, 'Allocations')
    await expect(empty.getByText('There are no order lines yet.')).toBeVisible()
    const [kept = ''] = setAside(userData)
    expect(readFileSync(join(userData, kept)).equals(harmed)).toBe(true)
  },
)

testOwnApp(
  'an emptied file is not taken for a new one; who quits has changed nothing',
  async ({ app, window, launch, userData }) => {
    await givenBackup(app, window)
    truncateSync(databaseIn(userData), 0)
    await launch(['Quit'])
      .then((again) => again.waitForEvent('close'))
      .catch(() => {}) // it may be gone already
    expect([statSync(databaseIn(userData)).size, setAside(userData)]).toEqual([0, []])
    const restored = await ready(await (await launch(['Restore the backup'])).firstWindow())
    expect(await orders(restored, 'Allocations')).toEqual(['o1'])
  },
)

testOwnApp.describe('on a Korean system', () => {
  testOwnApp.use({ language: 'ko' })
  testOwnApp(
    'what is wrong is said in Korean, with the file and what to do, and trying again goes on',
    async ({ app, window, launch, userData }) => {
      await givenBackup(app, window)
      const file = databaseIn(userData)
      const version = behindItsBack(file, (db) => {
        const version = db.pragma('user_version', { simple: true })
        db.pragma('user_version = 99')
        return version
      })
      const again = await launch([])
      await expect.poll(async () => (await boxesOf(again)).length).toBe(1)
      const [box] = await boxesOf(again)
      expect([box?.message, box?.buttons]).toEqual(['창고 앱을 시작할 수 없습니다', ['다시 시도', '종료']])
      expect(box?.detail).toContain('더 새로운 버전의 앱이 만든 파일입니다.')
      expect(box?.detail).toContain(file)
      await again.close()
      behindItsBack(file, (db) => db.pragma(`user_version = ${version}`))
      await ready(await (await launch()).firstWindow())
    },
  )
})

test('while another program holds the file, an entry is refused, stays in its form, and goes in afterwards', async ({
  window,
  userData,
}) => {
  await given(window, batch('b1', 10))
  await go(window, 'Receive & order')
  const form = window.getByRole('form', { name: 'Allocate an order line' })
  await form.getByRole('textbox', { name: 'Order' }).fill('o1')
  await form.getByRole('combobox', { name: 'SKU' }).fill('SMALL-TABLE')
  await window.keyboard.press('Escape')
  await form.getByRole('textbox', { name: 'Quantity' }).fill('3')
  await expect(form).toContainText('The line goes to batch b1')
  const holder = await hold(databaseIn(userData))
  await form.getByRole('button', { name: 'Allocate the line' }).click()
  await expect(form).toContainText('Another program holds the data file. Nothing was written.')
  await expect(form.getByRole('textbox', { name: 'Order' })).toHaveValue('o1')
  holder.kill('SIGKILL')
  await once(holder, 'close')
  await form.getByRole('button', { name: 'Allocate the line' }).click()
  await expect(window.getByText('The line was allocated to batch b1')).toBeVisible()
})

async function hold(file: string): Promise<ChildProcess> {
  const holder = join(import.meta.dirname, '../support/processes/holder.ts')
  const child = spawn(process.execPath, [holder, file, 'BEGIN IMMEDIATE'], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

testOwnApp(
  'a second start brings the first window to the front, and nothing is opened twice',
  async ({ window, launch }) => {
    await given(window, batch('b1', 10))
    await expect(launch()).rejects.toThrow(/exitCode=0|closed/)
    await given(window, order('o1', 4))
    expect(await orders(window, 'Allocations')).toEqual(['o1'])
  },
)

testOwnApp(
  'a second start while a message box is open opens no window, and the first one goes on',
  async ({ app, window, launch, userData }) => {
    await givenBackup(app, window)
    truncateSync(databaseIn(userData), 0)
    const asking = await launch([])
    await expect.poll(async () => (await boxesOf(asking)).length).toBe(1)
    await asking.evaluate(({ app }) => app.once('second-instance', () => Object.assign(globalThis, { second: true })))
    await expect(launch()).rejects.toThrow(/exitCode=0|closed/)
    await expect.poll(() => asking.evaluate(() => 'second' in globalThis)).toBe(true)
    expect(asking.windows()).toEqual([])
  },
)

testOwnApp(
  'while a large file is checked after a crash, a small window says so, and a second start waits for it',
  async ({ app, window, userData, language }) => {
    await givenBackup(app, window)
    inflate(databaseIn(userData), 5)
    const preloads = [join(import.meta.dirname, '../support/app/slowThreads.cjs')]
    const checking = await launchApp({ userData, language, preloads })
    const small = await checking.firstWindow()
    await expect(small.getByRole('status')).toHaveText('The data is being checked. This may take a minute.')
    const [next] = await Promise.all([
      checking.waitForEvent('window'),
      expect(launchApp({ userData, language })).rejects.toThrow(/exitCode=0|closed/),
    ])
    const opened = await ready(next)
    expect([await orders(opened, 'Allocations'), checking.windows().length]).toEqual([['o2', 'o1'], 1])
    await checking.close()
  },
)

testOwnApp(
  'when Windows ends the session, everything is written and the file is closed at once',
  async ({ app, window, userData }) => {
    await given(window, batch('b1', 10))
    expect(readdirSync(userData)).toContain('warehouse.db-wal')
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('session-end'))
    await expect.poll(() => readdirSync(userData)).not.toContain('warehouse.db-wal')
  },
)

testOwnApp('a system that shuts down waits until the app has quit', async ({ app, window }) => {
  await given(window, batch('b1', 10))
  const closed = app.waitForEvent('close')
  const delayed = await app.evaluate(({ powerMonitor }) => {
    let delayed = false
    powerMonitor.emit('shutdown', {
      preventDefault: () => {
        delayed = true
      },
    })
    return delayed
  })
  await closed
  expect(delayed).toBe(true)
})

testOwnApp(
  'a page that crashes is loaded again, and after the fourth time in a minute the person decides',
  async ({ launch }) => {
    const app = await launch(['Try again'])
    await ready(await app.firstWindow())
    const crashes = () =>
      app.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]!.webContents
        const loaded = new Promise((resolve) => contents.once('did-finish-load', () => resolve(null)))
        contents.forcefullyCrashRenderer()
        await loaded
      })
    for (let crash = 1; crash <= 3; crash++) await crashes()
    expect(await boxesOf(app)).toEqual([])
    await crashes()
    expect(await boxesOf(app)).toMatchObject([
      { message: 'The window fails again and again', buttons: ['Try again', 'Close window'] },
    ])
  },
)
