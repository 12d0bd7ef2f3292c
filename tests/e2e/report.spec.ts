import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerDialogs, ready } from '../support/app/app.ts'
import { batch, damage, order } from '../support/scenario/messages.ts'
import { expect, testOwnApp as test } from './fixtures.ts'
import { given } from './support/given.ts'
import { go } from './support/screens.ts'

const made = (window: Page) =>
  window.evaluate(async () => {
    const entries = await globalThis.window.warehouse.view('entries', { type: 'ReportMade' })
    return entries.ok ? entries.value.rows.length : -1
  })

test('the daily report that is due is made, once, also over a restart', async ({ app, window, launch, userData }) => {
  const folder = join(userData, 'reports')
  await given(
    window,
    batch('b1', 10),
    order('o1', 6),
    order('o2', 4),
    damage('b1', 5),
    batch('s1', 9, { sku: 'LAMP', eta: '2031-05-01' }),
  )
  await go(window, 'Settings')
  const section = window.getByRole('region', { name: 'Daily report' })
  await section.getByRole('textbox', { name: 'At' }).fill('25:00')
  await expect(section.getByText('Write hours and minutes, such as 18:00.').last()).toBeVisible()
  await section.getByRole('textbox', { name: 'At' }).fill('00:00')
  await answerDialogs(app, { open: folder })
  await section.getByRole('button', { name: 'Choose' }).click()
  await expect(section.getByText(folder)).toBeVisible()
  const report = { isOn: true, time: '00:00', mail: false, since: '2026-01-01T00:00:00.000Z' }
  await window.evaluate((report) => globalThis.window.warehouse.changeSettings({ report }), report)
  await expect.poll(() => made(window)).toBe(1)
  const files = (await readdir(folder)).toSorted()
  expect(files).toEqual([expect.stringMatching(/^Report \d{4}-\d\d-\d\d\.csv$/), expect.stringMatching(/\.pdf$/)])
  const csv = await readFile(join(folder, files[0]!), 'utf8')
  expect(csv).toContain('Part,Order,Line')
  expect(csv).toMatch(/Lines that wait,o1,1,,SMALL-TABLE,6/)
  expect(csv).toMatch(/Stock lost,.*,5,/)
  expect(await readFile(join(folder, files[1]!), 'latin1')).toMatch(/^%PDF-/)
  await app.close()
  const again = await ready(await (await launch()).firstWindow())
  await again.waitForTimeout(7_000) // after the start it is looked for in five seconds
  expect(await made(again)).toBe(1)
})
