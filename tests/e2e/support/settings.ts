import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'
import { go } from './screens.ts'

/** Chooses in the settings, whose language may be another by then. */
export async function choose(window: Page, settings: string, label: string, option: string): Promise<void> {
  await go(window, settings)
  await window.getByRole('dialog').getByRole('button', { name: label }).click()
  await window.getByRole('option', { name: option, exact: true }).click()
  await expect(window.getByRole('option')).toHaveCount(0)
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)
}
