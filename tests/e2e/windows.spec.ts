import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { ready } from '../support/app/app.ts'
import { expect, testOwnApp as test } from './fixtures.ts'
import { strike } from './support/keys.ts'
import { go, openSecondWindow } from './support/screens.ts'

const windowsOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      title: window.getTitle(),
      ...window.getNormalBounds(),
      isMaximized: window.isMaximized(),
    })),
  )

test('windows open where they were left, on the screens that they showed, as large as they were drawn', async ({
  app,
  window,
  launch,
  userData,
}) => {
  await go(window, 'History')
  const other = await openSecondWindow(app)
  await go(other, 'Today')
  await expect
    .poll(async () => (await windowsOf(app)).map(({ title }) => title))
    .toEqual(['History – Warehouse', 'Today – Warehouse'])
  await strike(other, 'Control+=')
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor()))
    .toBe(1.1)
  await app.evaluate(({ BrowserWindow }) => {
    const [first, second] = BrowserWindow.getAllWindows()
    first!.setBounds({ x: 40, y: 60, width: 1000, height: 700 })
    second!.setBounds({ x: 5000, y: 300, width: 900, height: 600 })
    second!.maximize()
  })
  await app.evaluate(({ app }) => app.quit())
  await expect.poll(async () => JSON.parse(await readFile(join(userData, 'windows.json'), 'utf8'))).toHaveLength(2)

  const again = await launch()
  await ready(await again.firstWindow())
  await expect
    .poll(() => windowsOf(again))
    .toEqual([
      { title: 'History – Warehouse', x: 40, y: 60, width: 1000, height: 700, isMaximized: false },
      { title: 'Today – Warehouse', x: 1020, y: 300, width: 900, height: 600, isMaximized: true },
    ])
  expect(
    await again.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[1]?.webContents.getZoomFactor()),
  ).toBe(1.1)

  await test.step('one that is closed by itself does not come back', async () => {
    await again.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await expect.poll(() => windowsOf(again)).toHaveLength(1)
    await again.close()
    const last = await launch()
    await ready(await last.firstWindow())
    expect((await windowsOf(last)).map(({ title }) => title)).toEqual(['Today – Warehouse'])
  })
})
