import type { Locator, Page } from '@playwright/test'
import { rowsOf } from './screens.ts'

/** The chip in the head of the stock-take screen; `open`: scans that are to be dealt with. */
export const scansChip = (window: Page, open = 0): Locator =>
  window.getByRole('button', { name: open === 0 ? 'Scans' : `Scans: ${open} open`, exact: true })

export const scanLog = (window: Page): Locator => window.getByRole('grid', { name: 'All scans' })

/** Of each scan that the log shows its code and what came of it, the newest first. */
export const scansShown = async (window: Page): Promise<string[][]> =>
  (await rowsOf(scanLog(window))).map(([, code, result]) => [code!, result!])

/** A scan that is to be dealt with. */
export const openScan = (window: Page, code: string): Locator =>
  window.getByRole('list', { name: 'Scans to deal with' }).getByRole('listitem', { name: code, exact: true })

/** Every code in the log, which is scrolled from its beginning to its end. */
export const allCodes = (window: Page): Promise<string[]> =>
  scanLog(window).evaluate(async (grid) => {
    const codes = new Map<number, string>()
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (let top = 0; ; top += grid.clientHeight) {
      grid.scrollTop = top
      await nextFrame()
      await nextFrame()
      for (const row of grid.querySelectorAll('[role=row][aria-rowindex]'))
        codes.set(Number(row.ariaRowIndex), row.children[1]!.querySelector('[title]')?.getAttribute('title') ?? '')
      if (top >= grid.scrollHeight) break
    }
    return [...codes].filter(([index]) => index > 1).map(([, code]) => code)
  })
