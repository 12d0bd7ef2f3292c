import type { Page } from '@playwright/test'
import { batch } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { fastScanner } from './support/keys.ts'
import { allCodes, scanLog, scansChip } from './support/scans.ts'
import { batchShown } from './support/stockTake.ts'

const SCANS = 1_000
const OTHER_SCREENS = ['Count sheets', 'Allocations', 'Shortages', 'Notices', 'History', 'Backups'] // none takes what is scanned

const codeOf = (at: number) => `L${String(at).padStart(4, '0')}`

/** At once, whatever the page is busy with. */
const showScreen = (window: Page, screen: string) =>
  window.evaluate((name) => document.querySelector<HTMLElement>(`nav button[aria-label^="${name}"]`)?.click(), screen)

test.setTimeout(240_000)

test('of a thousand scans, one right after the other while the screens change, none is lost', async ({ window }) => {
  const codes = Array.from({ length: SCANS }, (_, at) => codeOf(at))
  await given(window, ...codes.filter((_, at) => at % 50 === 0 || at === SCANS - 1).map((ref) => batch(ref, 5)))
  const scan = await fastScanner(window)
  for (const [at, code] of codes.entries()) {
    if (at % 7 === 0) await showScreen(window, OTHER_SCREENS[at % OTHER_SCREENS.length]!)
    await scan(code)
  }
  await expect(batchShown(window, codeOf(SCANS - 1))).toBeVisible({ timeout: 60_000 })
  await scansChip(window, SCANS - 21).click()
  await expect(scanLog(window)).toHaveAttribute('aria-rowcount', String(SCANS + 1))
  expect(new Set(await allCodes(window))).toEqual(new Set(codes))
})
