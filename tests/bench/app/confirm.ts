import type { Page } from 'playwright'
import { damaged, remove, scanField } from '../../e2e/support/stockTake.ts'
import type { Damage } from './damages.ts'

declare global {
  /** Milliseconds of the confirmation that is awaited. */
  var confirmed: Promise<number>
}

/** Says once, as a person does who takes stock, why things are damaged: it is kept for the next one. */
export const chooseReason = (page: Page): Promise<void> =>
  page.evaluate(() => {
    localStorage.setItem('reason', 'water')
    dispatchEvent(new Event('setting-changed'))
  })

/**
 * A damage is entered and previewed as a stock-taker does it; then it is confirmed. Answers how many milliseconds
 * passed from the press of the key until the window had drawn what was done and the lines that lost their place. Only
 * the page counts them, nothing outside of it.
 */
export async function confirm(page: Page, { ref, qty }: Damage): Promise<number> {
  await scanField(page).focus()
  await page.keyboard.insertText(ref)
  await page.keyboard.press('Enter')
  await page.locator(':focus').and(damaged(page)).waitFor()
  await page.keyboard.insertText(String(qty))
  await remove(page, `${qty} units`).waitFor() // its name is known when the preview is
  await page.keyboard.press('Enter') // leads to it
  await page
    .locator(':focus')
    .and(remove(page, `${qty} units`))
    .waitFor()
  await page.evaluate(awaitOutcome)
  await page.keyboard.press('Enter')
  return page.evaluate(() => confirmed)
}

/** In the page: begins with the next key that goes down, and ends behind the frame in which the outcome is drawn. */
function awaitOutcome(): void {
  const outcome = () => document.querySelector('section[aria-label="Done"]')
  if (outcome()) throw new Error('there is an outcome already')
  const isShown = () => outcome()?.querySelector('[role=status]') && outcome()?.querySelector('[role=gridcell]')
  const { promise, resolve } = Promise.withResolvers<number>()
  globalThis.confirmed = promise
  const begin = ({ timeStamp }: KeyboardEvent) => {
    const observer = new MutationObserver(() => {
      if (!isShown()) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - timeStamp)
        port2.postMessage(null) // comes after this frame
      })
    })
    observer.observe(document.body, { childList: true, subtree: true })
  }
  addEventListener('keydown', begin, { once: true, capture: true })
}
