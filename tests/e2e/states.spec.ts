import { batch, damage, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible } from './support/accessible.ts'
import { cutTexts } from './support/cutTexts.ts'
import { given } from './support/given.ts'
import { scan } from './support/keys.ts'

const REF = 'LOT-26-WAREHOUSE-NORTH-00012'
const SKU = 'SPRINGY-MATTRESS-KING-180X200'

/** CSS pixels. */
const states = [
  { name: 'a small window at 200 %', width: 512, height: 320, forcedColors: 'none' },
  { name: 'a large one at 200 %, in forced colours', width: 960, height: 540, forcedColors: 'active' },
  { name: 'a small window', width: 1024, height: 640, forcedColors: 'none' },
] as const

test('at 200 %, in little room and in forced colours everyone can use every screen, and no text is cut unsaid', async ({
  window,
}) => {
  test.slow()
  await given(window, batch(REF, 20, { sku: SKU }), order('SO-2026-4711-4712', 16, { sku: SKU }))
  await given(
    window,
    order('SO-2026-4711-4713', 4, { sku: SKU, dueDate: '2026-01-01', customer: 'Grand Hotel Budapest' }),
  )
  await given(window, damage(REF, 3), batch('LOT-26-WAREHOUSE-SOUTH-00013', 2, { sku: SKU, eta: '2031-02-02' }))
  const entries = window.getByRole('navigation').getByRole('listitem').getByRole('button')
  for (const { name, width, height, forcedColors } of states)
    await test.step(name, async () => {
      await window.setViewportSize({ width, height })
      await window.emulateMedia({ forcedColors })
      const look = async (what: string) => {
        await expectAccessible(window)
        expect.soft(await cutTexts(window), `${name}: ${what}`).toEqual([])
      }
      for (let at = 0; at < (await entries.count()); at++) {
        await entries.nth(at).click()
        await expect(window.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
        await look((await entries.nth(at).getAttribute('aria-label')) ?? '')
      }
      await scan(window, REF)
      await window.getByRole('textbox', { name: 'Damaged (removes)' }).fill('2')
      await expect(window.getByRole('heading', { name: 'What will happen' })).toBeAttached()
      await look('a damage')
    })
})
