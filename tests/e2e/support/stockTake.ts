import type { Locator, Page } from '@playwright/test'

// What a stock-taker looks at, by the names that are on the screen.

export const scanField = (window: Page): Locator => window.getByRole('textbox', { name: 'Scan or search a batch' })
export const damaged = (window: Page): Locator => window.getByRole('textbox', { name: 'Damaged (removes)' })
export const remove = (window: Page, units: string): Locator =>
  window.getByRole('button', { name: `Remove ${units}`, exact: true })
export const batchShown = (window: Page, ref: string): Locator => window.getByRole('region', { name: ref, exact: true })
