import type { Page } from '@playwright/test'

/**
 * Texts of which a part is hidden by a box around them, other than one that can be scrolled: with an ellipsis and the whole in a
 * tooltip, a text may be cut; else it is returned.
 */
export const cutTexts = (window: Page): Promise<string[]> =>
  window.evaluate(() => {
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || !node.textContent?.trim()) continue
      if (!parent.checkVisibility({ visibilityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const { right } = range.getBoundingClientRect()
      for (let box: Element = parent; box !== document.body; box = box.parentElement ?? document.body) {
        const { overflowX, textOverflow, clipPath } = getComputedStyle(box)
        if (clipPath !== 'none' || /auto|scroll/.test(overflowX)) break // read aloud only, or scrolled to
        if (overflowX === 'visible' || right <= box.getBoundingClientRect().right + 1.5) continue
        const isWhole = textOverflow === 'ellipsis' && parent.closest('[title]')
        if (!isWhole) found.add(`${node.textContent} in ${box.className}`)
        break
      }
    }
    return [...found]
  })
