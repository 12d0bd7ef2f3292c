import { setTimeout } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { batch } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { allCodes, scanLog, scansChip } from './support/scans.ts'
import { batchShown } from './support/stockTake.ts'

const SCANS = 1_000
const PAUSE = 20 // milliseconds between two scans
const OTHER_SCREENS = ['Count sheets', 'Allocations', 'Shortages', 'Notices', 'History', 'Backups'] // none takes what is scanned

const codeOf = (at: number) => `LOT-${String(at).padStart(4, '0')}`

/** At once, whatever the page is busy with. */
const showScreen = (window: Page, screen: string) =>
  window.evaluate((name) => document.querySelector<HTMLElement>(`nav button[aria-label^="${name}"]`)?.click(), screen)

/** Presses keys as a scanner does: the system stamps them when they are pressed, however late a busy page takes them. */
async function scanner(window: Page): Promise<(code: string) => void> {
  const devtools = await window.context().newCDPSession(window)
  const press = (key: string, text: string, timestamp: number) =>
    void devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, timestamp })
  return (code) => {
    const start = Date.now()
    for (const [at, key] of [...code].entries()) press(key, key, (start + at) / 1000)
    press('Enter', '\r', (start + code.length) / 1000)
  }
}

test('of a thousand scans, fifty a second while the screens change, none is lost', async ({ window }) => {
  const codes = Array.from({ length: SCANS }, (_, at) => codeOf(at))
  await given(window, ...codes.filter((_, at) => at % 50 === 0 || at === SCANS - 1).map((ref) => batch(ref, 5)))
  const scan = await scanner(window)
  const start = performance.now()
  for (const [at, code] of codes.entries()) {
    if (at % 7 === 0) void showScreen(window, OTHER_SCREENS[at % OTHER_SCREENS.length]!)
    scan(code)
    await setTimeout(Math.max(0, start + (at + 1) * PAUSE - performance.now()))
  }
  await expect(batchShown(window, codeOf(SCANS - 1))).toBeVisible({ timeout: 60_000 })
  await scansChip(window, SCANS - 21).click()
  await expect(scanLog(window)).toHaveAttribute('aria-rowcount', String(SCANS + 1))
  expect(new Set(await allCodes(window))).toEqual(new Set(codes))
})
