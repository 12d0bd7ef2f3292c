import { batch, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible } from './support/accessible.ts'
import { given } from './support/given.ts'

declare const printed: { pages: string }[]

test('the guide is searched, printed, and followed by what the app is made of', async ({ app, window }) => {
  await given(window, batch('LOT-26-00012', 20), order('SO-4711', 4))
  const main = window.getByRole('main')
  await window.keyboard.press('F1')
  await expect(window.getByRole('dialog').getByRole('button', { name: 'Open the guide' })).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(main.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible()
  await expect(main.getByRole('article')).toHaveCount(11)
  await expectAccessible(window)

  await main.getByRole('searchbox', { name: 'Search the guide' }).fill('due date WAITING')
  await expect(main.getByRole('article')).toHaveCount(1)
  await expect(main.getByRole('article').getByRole('heading')).toHaveText('What “waits” means, and by which rule')
  await expect(main.locator('mark').first()).toHaveText('waiting')
  await main.getByRole('searchbox').fill('unicorn')
  await expect(main.getByText('The guide has nothing about “unicorn”.')).toBeVisible()

  await test.step('on paper is all of it, whatever was searched for', async () => {
    await app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getFocusedWindow()!
      webContents.getPrintersAsync = async () => [{ name: 'p' } as Electron.PrinterInfo]
      Object.assign(globalThis, { printed: [] })
      webContents.print = async (_options: unknown, done: (ok: boolean, reason: string) => void) => {
        const pages = await webContents.executeJavaScript('document.querySelector("[data-printed]").textContent')
        printed.push({ pages })
        done(true, '')
      }
    })
    await main.getByRole('button', { name: 'Print the guide' }).click()
    await expect.poll(() => app.evaluate(() => printed.length)).toBe(1)
    expect((await app.evaluate(() => printed))[0]?.pages).toMatch(/Enter a damage.*Work together/s)
  })

  await test.step('versions, licences, and diagnostics without references', async () => {
    const about = main.getByRole('region', { name: 'About Warehouse' })
    await expect(about.getByText('0.1.0', { exact: true })).toBeVisible()
    for (const name of ['better-sqlite3', 'electron', 'papaparse', 'pretendard', 'react-aria-components'])
      await expect(about.getByText(name, { exact: false }).first()).toBeVisible()
    await app.evaluate(({ clipboard }) => {
      clipboard.writeText = async (text: string) => void Object.assign(globalThis, { copied: text })
    })
    await about.getByRole('button', { name: 'Copy diagnostics' }).click()
    await expect(about.getByRole('status')).toContainText('Copied')
    const copied = await app.evaluate(() => (globalThis as unknown as { copied: string }).copied)
    expect(copied).toMatch(/Warehouse: 0\.1\.0[\s\S]*scanGap: 35[\s\S]*batches: 1[\s\S]*check: whole/)
    expect(copied).not.toMatch(/LOT-26|SO-4711|Kim/)
  })
})

test.describe('in Korean', () => {
  test.use({ language: 'ko' })
  test('the guide speaks Korean', async ({ window }) => {
    await window.keyboard.press('Shift+F1')
    await expect(window.getByRole('heading', { name: '“대기”의 뜻과 규칙' })).toBeVisible()
  })
})
