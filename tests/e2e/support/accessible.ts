import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

/** What is shown, or a part of it, breaks no rule of axe, in light colours or in dark ones. */
export async function expectAccessible(window: Page, part = 'body'): Promise<void> {
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(axe.source)
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const found = await window.evaluate(async (part) => {
      // Colours on their way from one scheme to the other are of neither.
      const changing = () => document.getAnimations().filter((animation) => animation instanceof CSSTransition)
      while (changing().length > 0) await Promise.allSettled(changing().map(({ finished }) => finished))
      const { run } = (globalThis as unknown as { axe: typeof axe }).axe
      // Forced colours are the person's own, of which axe knows nothing.
      const rules = { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } }
      const { violations } = await run(part, { resultTypes: ['violations'], rules })
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    }, part)
    expect.soft(found, colorScheme).toEqual([])
  }
}
