import type { Page } from '@playwright/test'
import { batch, damage, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { scan } from './support/keys.ts'
import { rowsOf } from './support/screens.ts'
import { batchShown, scanField } from './support/stockTake.ts'

const done = (window: Page) => window.getByRole('region', { name: 'Done' })
const touched = (window: Page) => window.getByRole('form').getByRole('grid', { name: 'Order line' })

async function open(window: Page, ref: string, work: string): Promise<void> {
  await scan(window, ref)
  await window.getByRole('tab', { name: work }).click()
}

test('a count sets what a batch holds, and shows before which lines lose their place', async ({ window }) => {
  await given(window, batch('b1', 20), order('o1', 16), order('o2', 4))
  await open(window, 'b1', 'Counted')
  await window.getByRole('textbox', { name: 'Units found' }).fill('19')
  await expect.poll(() => rowsOf(touched(window))).toEqual([['Waits', 'o2', '4', 'Waits for stock']])
  await expect(batchShown(window, 'b1')).toContainText('20 → 19')
  await window.getByRole('button', { name: 'Set to 19' }).click()
  await expect(done(window).getByRole('status')).toHaveText('Batch b1 holds 19 now')
  await expect(scanField(window)).toBeFocused()
})

test('a count that was overtaken by a damage is counted again', async ({ window }) => {
  await given(window, batch('b1', 20))
  await open(window, 'b1', 'Counted')
  const found = window.getByRole('textbox', { name: 'Units found' })
  await found.fill('18')
  await given(window, damage('b1', 5))
  await expect(window.getByRole('alert')).toContainText('held 20 when this count began and holds 15 now')
  await window.getByRole('button', { name: 'Count again' }).click()
  await expect(window.getByRole('alert')).toHaveCount(0)
  await found.fill('14')
  await window.getByRole('button', { name: 'Set to 14' }).click()
  await expect(done(window).getByRole('status')).toHaveText('Batch b1 holds 14 now')
})

test('a shipment that comes later shows which lines become late', async ({ window }) => {
  await given(
    window,
    batch('b1', 20, { eta: '2031-05-01' }),
    order('o1', 16, { dueDate: '2031-05-10' }),
    order('o2', 4, { dueDate: '2031-05-10' }),
    batch('b2', 4, { eta: '2031-05-05' }),
  )
  await open(window, 'b1', 'Arrival')
  await window.getByRole('spinbutton', { name: 'month' }).focus()
  await window.keyboard.type('06')
  await expect
    .poll(() => rowsOf(touched(window)))
    .toEqual([
      ['Late', 'o1', '16', 'b1'],
      ['Moved', 'o2', '4', 'b1 → b2 27 days earlier'],
    ])
  await window.getByRole('button', { name: 'Change the arrival' }).click()
  await expect(done(window).getByRole('status')).toHaveText('Batch b1 arrives on Jun 1, 2031')

  await open(window, 'b1', 'Arrival')
  await window.getByRole('button', { name: 'No date' }).click()
  await window.getByRole('button', { name: 'Change the arrival' }).click()
  await expect(done(window).getByRole('status')).toHaveText('Batch b1 is in the warehouse')
})

test('what was entered by mistake is undone, and the lines go back', async ({ window }) => {
  await given(window, batch('b1', 20), order('o1', 16), order('o2', 4))
  await open(window, 'b1', 'Counted')
  await window.getByRole('textbox', { name: 'Units found' }).fill('2')
  await window.getByRole('button', { name: 'Set to 2' }).click()
  await window.getByRole('button', { name: 'Undo count…' }).click()
  await expect
    .poll(() => rowsOf(touched(window)))
    .toEqual([
      ['Filled', 'o1', '16', 'b1'],
      ['Filled', 'o2', '4', 'b1'],
    ])
  await window.getByRole('button', { name: 'Undo count', exact: true }).click()
  await expect(done(window).getByRole('status')).toContainText('Undone: Count, b1, 2 → 20')
  await expect(scanField(window)).toBeFocused()
  await scan(window, 'b1')
  await expect(batchShown(window, 'b1').getByRole('definition')).toHaveText(['20', '20', '0'])
})
