import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures.ts'
import { go } from './screens.ts'

/** Does something in the settings, whose language may be another by then, and comes back to the screen that was shown. */
export async function inSettings(
  window: Page,
  settings: string,
  work: (screen: Locator) => Promise<void>,
): Promise<void> {
  const shown = await window.locator('nav [aria-current=page]').elementHandle()
  await go(window, settings)
  await work(window.getByRole('main'))
  await shown?.click()
}

/** Chooses in the settings. */
export const choose = (window: Page, settings: string, label: string, option: string): Promise<void> =>
  inSettings(window, settings, async (screen) => {
    await screen
      .getByRole('button', { name: new RegExp(`${label}$`) })
      .first()
      .click()
    await window.getByRole('option', { name: option, exact: true }).click()
    await expect(window.getByRole('option')).toHaveCount(0)
  })
