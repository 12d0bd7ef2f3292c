import type { Locator, Page } from '@playwright/test'

// What a stock-taker looks at, by the names that are on the screen.

export const scanField = (window: Page): Locator => window.getByRole('textbox', { name: 'Scan or search a batch' })
export const damaged = (window: Page): Locator => window.getByRole('textbox', { name: 'Damaged (removes)' })
export const remove = (window: Page, units: string): Locator =>
  window.getByRole('button', { name: `Remove ${units}`, exact: true })
/** The reasons for a damage; one is chosen by its words. */
export const reasons = (window: Page): Locator => window.getByRole('radiogroup', { name: 'Why' })
export const chooseReason = (window: Page, reason: string): Promise<void> =>
  reasons(window).getByText(reason, { exact: true }).click()
export const batchShown = (window: Page, ref: string): Locator => window.getByRole('region', { name: ref, exact: true })
