import type { Locator, Page } from '@playwright/test'
import { rowsOf } from './screens.ts'

// What is looked at in the history, by the names that are on the screen.

export const history = (window: Page): Locator => window.getByRole('treegrid', { name: 'History' })

/** Each row as `what | details and result`, with `- ` for each level that it lies below another. */
export async function told(window: Page): Promise<string[]> {
  const levels = await history(window)
    .locator('[aria-level]')
    .evaluateAll((rows) =>
      rows.sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex)).map((row) => Number(row.ariaLevel)),
    )
  const rows = await rowsOf(history(window))
  return rows.map((cells, at) => '- '.repeat((levels[at] ?? 1) - 1) + cells.slice(0, 2).filter(Boolean).join(' | '))
}

/** The undo of the newest row that has this text. */
export const undoOf = (window: Page, text: string): Locator =>
  history(window)
    .getByRole('row')
    .filter({ hasText: text })
    .locator('[role=gridcell]:last-child')
    .getByRole('button')
    .first()
