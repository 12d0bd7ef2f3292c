import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { ready } from '../../support/app/app.ts'

/** Leads to a screen by its name in the navigation. */
export const go = (window: Page, screen: string): Promise<void> =>
  window.getByRole('navigation').getByRole('button', { name: screen, exact: true }).click()

/** The screens as the navigation names them, with what it adds to the name of one. */
export const screenNames = (window: Page): Promise<string[]> =>
  window
    .getByRole('navigation')
    .getByRole('listitem')
    .getByRole('button')
    .evaluateAll((entries) => entries.map((entry) => entry.ariaLabel ?? ''))

/** The rows that a grid shows below its head, each with the texts of its cells. */
export const rowsOf = (grid: Locator): Promise<string[][]> =>
  grid.getByRole('row').evaluateAll((rows) =>
    rows
      .filter((row) => !row.querySelector('[role=columnheader]'))
      .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
      .map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.replace(/\s+/g, ' ').trim())),
  )

/** Another window of the same app, as its menu opens it. */
export async function openSecondWindow(app: ElectronApplication): Promise<Page> {
  const [window] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('newWindow')?.click()),
  ])
  return ready(window)
}
