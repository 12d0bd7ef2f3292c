import { expect, type Page } from '@playwright/test'
import type { MessageInput } from '../../../electron/contract.ts'

/** What happened before the test begins, told to the app as its screens tell it. */
export async function given(page: Page, ...messages: MessageInput[]): Promise<void> {
  const answers = await page.evaluate(async (messages) => {
    const answers = []
    for (const message of messages) answers.push(await window.warehouse.handle(message, crypto.randomUUID()))
    return answers
  }, messages)
  expect(answers.filter(({ ok }) => !ok)).toEqual([])
}

/** How much was ever written, so that a test can say that nothing was. */
export const written = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const history = await window.warehouse.view('history', { limit: 1 })
    return history.ok ? (history.value.rows[0]?.seq ?? 0) : -1
  })
