import type { Page } from '@playwright/test'
import { languageCodes } from '../../renderer/languages/languages.ts'
import { batch, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { scan } from './support/keys.ts'
import { damaged, remove, scanField } from './support/stockTake.ts'

/** What reaches beyond the window, other than within what can be scrolled sideways. */
const beyond = (window: Page) =>
  window.evaluate(() => {
    const scrolls = (element: Element): boolean => {
      for (let parent = element.parentElement; parent; parent = parent.parentElement)
        if (/auto|scroll/.test(getComputedStyle(parent).overflowX) && parent.scrollWidth > parent.clientWidth)
          return true
      return false
    }
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element))
      .map((element) => element.outerHTML.slice(0, 120))
  })

for (const language of languageCodes)
  test.describe(language, () => {
    test.use({ language })
    test('the smallest window shows every screen whole, and its navigation by name', async ({ window }) => {
      await window.setViewportSize({ width: 720, height: 540 })
      await given(window, batch('b1', 20), order('an-order-with-a-long-number-1', 16), order('o2', 4))
      const entries = window.getByRole('navigation').getByRole('listitem').getByRole('button')
      for (let at = 0; at < (await entries.count()); at++) {
        await entries.nth(at).click()
        const name = (await entries.nth(at).getAttribute('aria-label')) ?? ''
        await expect(window.getByRole('heading', { level: 1 })).toContainText(name.split(',')[0]!)
        expect.soft(await beyond(window), name).toEqual([])
      }
    })
  })

test('in the smallest window all of a damage can be seen, and the button that confirms it always', async ({
  window,
}) => {
  await window.setViewportSize({ width: 720, height: 540 })
  await given(window, batch('b1', 20), order('o1', 16), order('o2', 4))
  await scan(window, 'b1')
  await expect(damaged(window)).toBeInViewport()
  await damaged(window).fill('3')
  await window.keyboard.press('Enter')
  await expect(remove(window, '3 units')).toBeInViewport({ ratio: 1 })
  await window.mouse.move(400, 300)
  await window.mouse.wheel(0, -2_000)
  await expect(scanField(window)).toBeInViewport({ ratio: 1 })
  await window.mouse.wheel(0, 2_000)
  await expect(window.getByText('Waits for stock')).toBeInViewport({ ratio: 0.9 })
})
