import { setTimeout } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { batch } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { fastScanner } from './support/keys.ts'
import { allCodes, scanLog, scansChip } from './support/scans.ts'
import { batchShown } from './support/stockTake.ts'

const SCANS = 1_000
const PAUSE = 20 // milliseconds between two scans
const OTHER_SCREENS = ['Count sheets', 'Allocations', 'Shortages', 'Notices', 'History', 'Backups'] // none takes what is scanned

const codeOf = (at: number) => `LOT-${String(at).padStart(4, '0')}`

/** At once, whatever the page is busy with. */
const showScreen = (window: Page, screen: string) =>
  window.evaluate((name) => document.querySelector<HTMLElement>(`nav button[aria-label^="${name}"]`)?.click(), screen)

test('of a thousand scans, fifty a second while the screens change, none is lost', async ({ window }) => {
  const codes = Array.from({ length: SCANS }, (_, at) => codeOf(at))
  await given(window, ...codes.filter((_, at) => at % 50 === 0 || at === SCANS - 1).map((ref) => batch(ref, 5)))
  const scan = await fastScanner(window)
  const scanned: Promise<void>[] = []
  const start = performance.now()
  for (const [at, code] of codes.entries()) {
    if (at % 7 === 0) void showScreen(window, OTHER_SCREENS[at % OTHER_SCREENS.length]!)
    scanned.push(scan(code))
    await setTimeout(Math.max(0, start + (at + 1) * PAUSE - performance.now()))
  }
  await Promise.all(scanned)
  await expect(batchShown(window, codeOf(SCANS - 1))).toBeVisible({ timeout: 60_000 })
  await scansChip(window, SCANS - 21).click()
  await expect(scanLog(window)).toHaveAttribute('aria-rowcount', String(SCANS + 1))
  expect(new Set(await allCodes(window))).toEqual(new Set(codes))
})
