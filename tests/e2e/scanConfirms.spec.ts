import type { Page } from '@playwright/test'
import { batch, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given, written } from './support/given.ts'
import { scan, type } from './support/keys.ts'
import { scansChip, scansShown } from './support/scans.ts'
import { inSettings } from './support/settings.ts'
import { batchShown, chooseReason, damaged, remove } from './support/stockTake.ts'

const alert = (window: Page) => window.getByRole('alert')
const RULE_OFF = 'Scanning another batch confirms nothing: it opens once this entry is confirmed or left.'
const RULE_ON = 'Scanning another batch confirms this entry, then opens that batch.'

async function setScanConfirms(window: Page): Promise<void> {
  await inSettings(window, 'Settings', (settings) =>
    settings.getByText('Scanning the next batch confirms this one').click(),
  )
}

/** Notes the pitch of each tone that is played from now on. */
const listen = (window: Page) =>
  window.evaluate(() => {
    const start = OscillatorNode.prototype.start
    const heard: number[] = []
    Object.assign(window, { heard })
    OscillatorNode.prototype.start = function (when) {
      heard.push(this.frequency.value)
      start.call(this, when)
    }
  })
const tones = (window: Page) => window.evaluate(() => (window as unknown as { heard: number[] }).heard.splice(0))

test('where it is set so, scanning the next batch confirms this one, if it can be', async ({ window }) => {
  await given(window, batch('LOT-1', 20), batch('LOT-2', 7), batch('LOT-3', 7))
  await expect(window.getByText(RULE_OFF)).toBeVisible()
  await setScanConfirms(window)
  await expect(window.getByText(RULE_ON)).toBeVisible()

  await test.step('an entry without a reason stays', async () => {
    await scan(window, 'LOT-1')
    await expect(damaged(window)).toBeFocused()
    await type(window, '2')
    const before = await written(window)
    await scan(window, 'LOT-2')
    await expect(alert(window).first()).toHaveText(
      '“LOT-2” was not opened: the entry of LOT-1 cannot be confirmed as it is. Complete it, or choose “Another batch”.',
    )
    expect(await written(window)).toBe(before)
  })

  await test.step('a complete one is confirmed, also right after its last key', async () => {
    await chooseReason(window, 'Lost')
    await damaged(window).fill('3')
    await scan(window, 'LOT-3')
    await expect(batchShown(window, 'LOT-3')).toBeVisible()
    await expect(window.getByRole('main').getByRole('status').first()).toHaveText('3 units removed from LOT-1')
    await expect(damaged(window)).toBeFocused()
    await expect(damaged(window)).toHaveValue('')
  })

  await test.step('the count on a label is filled in, but no scan confirms it', async () => {
    await scan(window, '(10)LOT-2(37)0004')
    await expect(batchShown(window, 'LOT-2')).toBeVisible()
    await expect(damaged(window)).toHaveValue('4')
    await expect(remove(window, '4 units')).toBeEnabled()
    const before = await written(window)
    await scan(window, 'LOT-1')
    await expect(alert(window)).toContainText('“LOT-1” was not opened: LOT-2 has an entry that is not confirmed.')
    expect(await written(window)).toBe(before)
    await damaged(window).fill('1')
    await scan(window, 'LOT-3')
    await expect(batchShown(window, 'LOT-3')).toBeVisible()
  })

  await test.step('nor is a draft of an earlier time confirmed before somebody has seen to it', async () => {
    await damaged(window).fill('5')
    await window.getByRole('button', { name: 'Another batch' }).click()
    await expect(batchShown(window, 'LOT-3')).toHaveCount(0)
    await scan(window, 'LOT-3')
    await expect(damaged(window)).toHaveValue('5')
    await expect(remove(window, '5 units')).toBeEnabled()
    await scan(window, 'LOT-1')
    await expect(alert(window)).toContainText('“LOT-1” was not opened: LOT-3 has an entry that is not confirmed.')
  })

  await scansChip(window, 1).click()
  expect(await scansShown(window)).toEqual([
    ['LOT-1', 'Not opened: LOT-3 was not confirmed'],
    ['LOT-3', 'Opened'],
    ['LOT-3', 'Confirmed LOT-2, opened LOT-3'],
    ['LOT-1', 'Not opened: LOT-2 was not confirmed'],
    ['(10)LOT-2(37)0004', 'Opened LOT-2'],
    ['LOT-3', 'Confirmed LOT-1, opened LOT-3'],
    ['LOT-2', 'Not opened: LOT-1 was not confirmed'],
    ['LOT-1', 'Opened'],
  ])
})

test('what came of a scan and of an entry is heard, unless sounds are switched off', async ({ window }) => {
  await given(window, batch('LOT-1', 20), order('o1', 20))
  await listen(window)
  await test.step('found', async () => {
    await scan(window, 'LOT-1')
    await expect.poll(() => tones(window)).toEqual([880])
  })
  await test.step('not found', async () => {
    await scan(window, 'LOT-9')
    await expect.poll(() => tones(window)).toEqual([240, 240])
  })
  await test.step('order lines move', async () => {
    await damaged(window).fill('3')
    await expect.poll(() => tones(window)).toEqual([740, 740, 520])
  })
  await test.step('confirmed, and order lines moved', async () => {
    await chooseReason(window, 'Lost')
    await remove(window, '3 units').click()
    await expect.poll(() => tones(window)).toEqual([660, 990, 740, 740, 520])
  })
  await test.step('switched off', async () => {
    await inSettings(window, 'Settings', (settings) => settings.getByText('Play sounds').click())
    await scan(window, 'LOT-1')
    await expect(batchShown(window, 'LOT-1')).toBeVisible()
    expect(await tones(window)).toEqual([])
  })
})
