import { batch } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { scan, type } from './support/keys.ts'
import { go } from './support/screens.ts'
import { choose } from './support/settings.ts'
import { batchShown } from './support/stockTake.ts'

test('what the scanner puts around each code is set by keyboard, and left out', async ({ window }) => {
  await given(window, batch('LOT-1', 5))
  await go(window, 'Settings')
  const settings = window.getByRole('region', { name: 'Scanner' })
  await settings.getByRole('textbox', { name: 'Before each code' }).focus()
  await type(window, 'X-')
  await window.keyboard.press('Tab')
  await type(window, '/')
  await scan(window, 'LOT-2')
  await expect(settings.getByRole('textbox', { name: 'After each code' })).toHaveValue('/')
  await expect(window.getByText('The scanner sent “LOT-2”.')).toBeVisible()
  await go(window, 'Stock-take')
  await scan(window, 'X-LOT-1/')
  await expect(batchShown(window, 'LOT-1')).toBeVisible()
})

test('a compact density shows more rows at once, and stays', async ({ window }) => {
  await given(window, ...Array.from({ length: 60 }, (_, at) => batch(`LOT-${at}`, 5)))
  const row = window.getByRole('grid', { name: 'Batches' }).getByRole('row').nth(1)
  const heightOf = () => row.evaluate((element) => element.clientHeight)
  const comfortable = await heightOf()
  await choose(window, 'Settings', 'Density', 'Compact: more rows')
  expect(await heightOf()).toBeLessThan(comfortable)
  const [first, second] = await window
    .getByRole('grid', { name: 'Batches' })
    .getByRole('row')
    .evaluateAll((rows) => rows.slice(1, 3).map((row) => row.getBoundingClientRect().top))
  expect(second! - first!).toBe(await row.evaluate((element) => element.getBoundingClientRect().height))
  await window.reload()
  await expect.poll(heightOf).toBeLessThan(comfortable)
})
