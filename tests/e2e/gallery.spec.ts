import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { describe, standInFolder } from '../../desktop/runtime.ts'
import { findChromium } from '../../desktop/stand-in/chromium.ts'
import { type Language, languageCodes } from '../../renderer/languages/languages.ts'
import { expect, testOwnApp } from './fixtures.ts'
import { expectAccessible } from './support/accessible.ts'

// Fonts are the app's own, but Chromiums draw them differently: pictures are compared on the one that they were made with, which
// names their folder. `--update-snapshots` makes them anew.

const isStandIn = process.env['ELECTRON_OVERRIDE_DIST_PATH'] === standInFolder
const browser = isStandIn ? describe(findChromium()) : 'Electron'
const folder = browser.toLowerCase().replace(/\W+/g, '-')
const hasPictures = existsSync(join(import.meta.dirname, 'pictures', folder))

/** Where the keyboard would be; there is one such place only, and here several are looked at. */
async function showFocus(window: Page): Promise<void> {
  const client = await window.context().newCDPSession(window)
  for (const domain of ['DOM.enable', 'CSS.enable'] as const) await client.send(domain)
  const { root } = await client.send('DOM.getDocument')
  const found = { nodeId: root.nodeId, selector: '[data-gallery-focus]' }
  const { nodeIds } = await client.send('DOM.querySelectorAll', found)
  for (const nodeId of nodeIds)
    await client.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: ['focus', 'focus-visible'] })
}

async function open(app: ElectronApplication, window: Page, query: string): Promise<void> {
  await app.evaluate(({ BrowserWindow }, query) => {
    return BrowserWindow.getAllWindows()[0]!.loadURL(`app://bundle/gallery.html?${query}`)
  }, query)
  await window.getByRole('grid').getByRole('row').nth(3).waitFor()
  await window.evaluate(async () => {
    await document.fonts.ready
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  })
}

type Look = { language: Language; theme: 'light' | 'dark'; forced: boolean }
const looks: Look[] = [
  ...languageCodes.flatMap((language): Look[] => [
    { language, theme: 'light', forced: false },
    { language, theme: 'dark', forced: false },
  ]),
  { language: 'en', theme: 'dark', forced: true },
]

testOwnApp('every control looks as it did, in every state, language and theme', async ({ app, window }) => {
  await window.setViewportSize({ width: 900, height: 2600 })
  const isMaking = ['all', 'changed'].includes(testOwnApp.info().config.updateSnapshots)
  if (!hasPictures && !isMaking) console.log(`The gallery's pictures are not compared: there are none of ${browser}`)
  for (const { language, theme, forced } of looks) {
    const name = `${language}-${forced ? 'forced-colours' : theme}`
    await testOwnApp.step(name, async () => {
      await window.emulateMedia({
        colorScheme: theme,
        forcedColors: forced ? 'active' : 'none',
        reducedMotion: 'reduce',
      })
      await open(app, window, `language=${language}&theme=${theme}`)
      await showFocus(window)
      if (hasPictures || isMaking)
        await expect.soft(window).toHaveScreenshot([folder, `${name}.png`], { maxDiffPixels: 40, threshold: 0.2 })
      if (language === 'en' && !forced && theme === 'light') await expectAccessible(window)
    })
  }
})
