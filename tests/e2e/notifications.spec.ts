import type { ElectronApplication } from '@playwright/test'
import { batch, order } from '../support/scenario/messages.ts'
import { expect, testOwnApp as test } from './fixtures.ts'
import { given } from './support/given.ts'

/** Has the system keep what it is told, and no window in front. */
const lookElsewhere = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow, Notification }) => {
    const told: Electron.Notification[] = []
    Object.assign(globalThis, { told })
    Notification.prototype.show = function () {
      told.push(this)
    }
    BrowserWindow.getFocusedWindow = () => null
  })

const told = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => (globalThis as never as { told: Electron.Notification[] }).told.map(({ body }) => body))

test('what happens while one looks elsewhere is told by its number only, and leads to its notices', async ({
  app,
  window,
}) => {
  await lookElsewhere(app)
  await given(window, batch('b1', 5), order('SECRET-ORDER', 9, { customer: 'SECRET-CUSTOMER' }), order('o2', 8))
  await expect.poll(() => told(app)).toEqual(['2 order lines wait for stock.'])
  await expect.poll(() => app.evaluate(({ app }) => app.getBadgeCount())).toBe(2)
  await app.evaluate(() => {
    const [first] = (globalThis as never as { told: Electron.Notification[] }).told
    first!.emit('click', {} as never)
  })
  await expect(window.getByRole('heading', { level: 1, name: 'Notices' })).toBeVisible()
  await expect(window.getByRole('region', { name: 'Notices of the cause' })).toContainText('o2')

  await test.step('not of what is switched off', async () => {
    await window.evaluate(() => globalThis.window.warehouse.changeSettings({ notifyWaiting: false, badge: false }))
    await expect.poll(() => app.evaluate(({ app }) => app.getBadgeCount())).toBe(0)
    await given(window, order('o3', 8))
    await window.waitForTimeout(2_500)
    expect(await told(app)).toHaveLength(1)
  })
})
