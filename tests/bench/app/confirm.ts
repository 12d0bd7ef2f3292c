import type { Page } from 'playwright'
import { damaged, remove, scanField } from '../../e2e/support/stockTake.ts'
import type { Damage } from './damages.ts'

declare global {
  /** Milliseconds until what is awaited was drawn. */
  var drawn: Promise<number>
}

/** Says once, as a person does who takes stock, why things are damaged: it is kept for the next one. */
export const chooseReason = (page: Page): Promise<void> =>
  page.evaluate(() => {
    localStorage.setItem('reason', 'water')
    dispatchEvent(new Event('setting-changed'))
  })

/** Milliseconds, which only the page counts, nothing outside of it. */
export type Durations = {
  /** From the last digit until the window had drawn what the damage would do. */
  readonly preview: number
  /** From the press of the key that confirms until it had drawn what was done and the lines that lost their place. */
  readonly confirmation: number
}

/** A damage is entered, previewed and confirmed as a stock-taker does it. */
export async function confirm(page: Page, { ref, qty }: Damage): Promise<Durations> {
  const button = remove(page, `${qty} units`) // its name is known when the preview is
  await scanField(page).focus()
  await page.keyboard.insertText(ref)
  await page.keyboard.press('Enter')
  await page.locator(':focus').and(damaged(page)).waitFor()
  const settled = 'form section[aria-busy="false"]'
  await page.evaluate(awaitDrawn, { begin: 'input', all: [`${settled} figure`, `${settled} [role=gridcell]`] } as const)
  await page.keyboard.insertText(String(qty))
  const preview = await page.evaluate(() => drawn)
  await page.keyboard.press('Enter') // leads to the button
  await page.locator(':focus').and(button).waitFor()
  const done = 'section[aria-label="Done"]'
  await page.evaluate(awaitDrawn, {
    begin: 'keydown',
    all: [`${done} [role=status]`, `${done} [role=gridcell]`],
  } as const)
  await page.keyboard.press('Enter')
  return { preview, confirmation: await page.evaluate(() => drawn) }
}

type Awaited = { readonly begin: 'input' | 'keydown'; readonly all: readonly string[] }

/** In the page: begins with the next such event, and ends behind the frame in which the last of the elements is drawn. */
function awaitDrawn({ begin, all }: Awaited): void {
  const isShown = () => all.every((selector) => document.querySelector(selector))
  if (isShown()) throw new Error(`it is shown already: ${all}`)
  const { promise, resolve } = Promise.withResolvers<number>()
  globalThis.drawn = promise
  const onBegin = ({ timeStamp }: Event) => {
    const observer = new MutationObserver(() => {
      if (!isShown()) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - timeStamp)
        port2.postMessage(null) // comes after this frame
      })
    })
    observer.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true })
  }
  addEventListener(begin, onBegin, { once: true, capture: true })
}
