import { batch } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { allCodes, scanLog, scansChip } from './support/scans.ts'
import { batchShown } from './support/stockTake.ts'

const SCANS = 1_000
const PAUSE = 20 // milliseconds between two scans
/** None of them takes what is scanned. */
const OTHER_SCREENS = ['Count sheets', 'Allocations', 'Shortages', 'Notices', 'History', 'Backups']

const codeOf = (at: number) => `LOT-${String(at).padStart(4, '0')}`

test('of a thousand scans, fifty a second while the screens change, none is lost', async ({ window }) => {
  const codes = Array.from({ length: SCANS }, (_, at) => codeOf(at))
  await given(window, ...codes.filter((_, at) => at % 50 === 0 || at === SCANS - 1).map((ref) => batch(ref, 5)))
  await window.evaluate(
    async ({ codes, screens, PAUSE }) => {
      // As the system stamps keys: a page that is busy takes them later, with the time at which they were pressed.
      const press = (keys: KeyboardEventInit[], gap: number) => {
        const start = performance.now()
        const events = keys.map((key, at) => {
          const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...key })
          return Object.defineProperty(event, 'timeStamp', { value: start + at * gap })
        })
        for (const event of events) (document.activeElement ?? document.body).dispatchEvent(event)
      }
      const start = performance.now()
      for (const [at, code] of codes.entries()) {
        const screen = screens[at % screens.length]
        if (at % 7 === 0) document.querySelector<HTMLElement>(`nav button[aria-label^="${screen}"]`)?.click()
        press([...[...code].map((key) => ({ key })), { key: 'Enter', code: 'Enter' }], 1)
        const due = start + (at + 1) * PAUSE
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
      }
    },
    { codes, screens: OTHER_SCREENS, PAUSE },
  )
  await expect(batchShown(window, codeOf(SCANS - 1))).toBeVisible({ timeout: 60_000 })
  await scansChip(window, SCANS - 21).click()
  await expect(scanLog(window)).toHaveAttribute('aria-rowcount', String(SCANS + 1))
  expect(new Set(await allCodes(window))).toEqual(new Set(codes))
})
