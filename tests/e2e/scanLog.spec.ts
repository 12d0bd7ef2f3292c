import { ready } from '../support/app/app.ts'
import { batch } from '../support/scenario/messages.ts'
import { expect, testOwnApp as test } from './fixtures.ts'
import { given } from './support/given.ts'
import { keysOfTwice, scan } from './support/keys.ts'
import { openScan, scansChip, scansShown } from './support/scans.ts'
import { go } from './support/screens.ts'
import { batchShown, scanField } from './support/stockTake.ts'

test('a scan that opened nothing waits until it is dealt with, also after a restart', async ({
  app,
  window,
  launch,
}) => {
  await given(window, batch('LOT-1', 5), batch('LOT-2', 7))
  const alert = window.getByRole('alert')

  await test.step('an unknown code is said at once, and asked about', async () => {
    await scan(window, 'LOT-9')
    await expect(alert).toContainText('No batch “LOT-9”')
    await window.getByRole('button', { name: 'What is it?' }).click()
    await expect(openScan(window, 'LOT-9')).toContainText('No batch has this code. What is it?')
  })

  await test.step('it is searched', async () => {
    await openScan(window, 'LOT-9').getByRole('button', { name: 'Search' }).click()
    await expect(scanField(window)).toHaveValue('LOT-9')
    await expect(window.getByText('No batch matches “LOT-9”.')).toBeVisible()
  })

  await test.step('a scan while a dialog is open can be opened later', async () => {
    await window.getByRole('button', { name: 'Operator: Kim. Change' }).click()
    await scan(window, 'LOT-2')
    await expect(alert).toContainText('“LOT-2” was not opened')
    await window.keyboard.press('Enter')
    await expect(window.getByRole('dialog')).toHaveCount(0)
    await scansChip(window, 2).click()
    await openScan(window, 'LOT-2').getByRole('button', { name: 'Open it now' }).click()
    await expect(batchShown(window, 'LOT-2')).toBeVisible()
    await expect(openScan(window, 'LOT-2')).toHaveCount(0)
  })

  await test.step('a label that is read twice is opened once', async () => {
    await scan(window, keysOfTwice('LOT-1'))
    await expect
      .poll(() => scansShown(window))
      .toEqual([
        ['LOT-1', 'Read twice, ignored'],
        ['LOT-1', 'Opened'],
        ['LOT-2', 'Opened'],
        ['LOT-9', 'Unknown'],
      ])
  })

  await app.close()
  const again = await ready(await (await launch()).firstWindow())
  await test.step('after a restart all of it is there', async () => {
    await scansChip(again, 1).click()
    await expect.poll(async () => (await scansShown(again)).at(-1)).toEqual(['LOT-9', 'Unknown'])
  })

  await test.step('an unknown code is received as a batch, after which it opens', async () => {
    await openScan(again, 'LOT-9').getByRole('button', { name: 'Receive it' }).click()
    const form = again.getByRole('form', { name: 'Receive a batch' })
    const reference = form.getByRole('textbox', { name: 'Batch' })
    await expect(reference).toHaveValue('LOT-9')
    await expect(reference).toBeFocused()
    await given(again, batch('LOT-9', 4))
    await scan(again, 'LOT-9')
    await expect(batchShown(again, 'LOT-9')).toBeVisible()
    await expect(scansChip(again)).toBeVisible()
  })

  await test.step('what is nothing is dismissed', async () => {
    await scan(again, 'TRASH')
    await openScan(again, 'TRASH').getByRole('button', { name: 'Dismiss' }).click()
    await expect(openScan(again, 'TRASH')).toHaveCount(0)
    await go(again, 'Stock')
    await go(again, 'Stock-take')
    await expect(scansChip(again)).toBeVisible()
  })
})
