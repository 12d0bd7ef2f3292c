import { batch, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { scan, type } from './support/keys.ts'
import { batchShown, damaged, remove } from './support/stockTake.ts'

test('counting goes on from batch to batch until the person chooses otherwise', async ({ window }) => {
  await given(window, batch('LOT-1', 100), batch('LOT-2', 100))
  const found = window.getByRole('textbox', { name: 'Units found' })
  const counted = window.getByRole('tab', { name: 'Counted' })
  await counted.click()
  for (const ref of ['LOT-1', 'LOT-2'])
    await test.step(ref, async () => {
      await scan(window, ref)
      await expect(batchShown(window, ref)).toBeVisible()
      await expect(counted).toHaveAttribute('aria-selected', 'true')
      await expect(found).toBeFocused()
      await type(window, '95')
      await window.keyboard.press('Enter')
      await expect(window.getByRole('button', { name: 'Set to 95' })).toBeFocused()
      await expect(window.getByRole('button', { name: 'Set to 95' })).toBeEnabled()
      await window.keyboard.press('Enter')
      await expect(window.getByRole('region', { name: 'Done' })).toContainText(`Batch ${ref} holds 95 now`)
    })
  await window.getByRole('tab', { name: 'Damaged' }).click()
  await scan(window, 'LOT-1')
  await expect(damaged(window)).toBeFocused()
})

for (const [width, height] of [
  [1024, 640],
  [1366, 700],
] as const)
  test(`what a damage does is in view above the button at ${width} x ${height}`, async ({ window }) => {
    await window.setViewportSize({ width, height })
    await given(window, batch('LOT-1', 20), ...['o1', 'o2', 'o3', 'o4', 'o5'].map((id) => order(id, 4)), batch('L2', 8))
    await scan(window, 'LOT-1')
    await expect(damaged(window)).toBeFocused()
    await type(window, '12')
    const summary = window.getByText('2 lines to another batch')
    for (const part of [damaged(window), summary, window.getByText('1 line waiting'), remove(window, '12 units')]) {
      await expect(part).toBeInViewport({ ratio: 1 })
      const isCovered = await part.evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect()
        return !element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
      })
      expect(isCovered).toBe(false)
    }
  })
