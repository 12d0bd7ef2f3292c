import type { Page } from '@playwright/test'
import { batch, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { type } from './support/keys.ts'
import { go, rowsOf } from './support/screens.ts'

const batchForm = (window: Page) => window.getByRole('form', { name: 'Receive a batch' })
const lineForm = (window: Page) => window.getByRole('form', { name: 'Allocate an order line' })

/** Enter leads to the button, and there confirms. */
async function confirm(window: Page, name: string): Promise<void> {
  await window.keyboard.press('Enter')
  await expect(window.getByRole('button', { name })).toBeFocused()
  await expect(window.getByRole('button', { name })).toBeEnabled()
  await window.keyboard.press('Enter')
}

test('a new batch shows which waiting line it fills before it is added', async ({ window }) => {
  await given(window, batch('b1', 5), order('o1', 4), order('o2', 6), order('o3', 3, { dueDate: '2031-01-01' }))
  await go(window, 'Receive & order')
  const form = batchForm(window)
  const fills = [
    ['Filled', 'o3', '3', 'b2'],
    ['Filled', 'o2', '6', 'b2'],
  ]
  await form.getByRole('textbox', { name: 'Batch' }).fill('b2')
  await form.getByRole('combobox', { name: 'SKU' }).click()
  await window.keyboard.type('small')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(form.getByRole('combobox', { name: 'SKU' })).toHaveValue('SMALL-TABLE')
  await form.getByRole('textbox', { name: 'Quantity' }).fill('10')
  await expect.poll(() => rowsOf(form.getByRole('grid'))).toEqual(fills)
  await expect(form).toContainText('2 waiting lines filled')

  await confirm(window, 'Add the batch')
  await expect(window.getByRole('status')).toHaveText('Batch b2 was added')
  await expect(form.getByRole('textbox', { name: 'Batch' })).toBeFocused()
  await expect(form.getByRole('textbox', { name: 'Batch' })).toHaveValue('')
  await expect(form.getByRole('grid')).toHaveCount(0)
  await expect(form.getByRole('button', { name: 'Add the batch' })).toBeEnabled()
  await expect(form.locator('[aria-invalid=true]')).toHaveCount(0)
  expect(await rowsOf(window.getByRole('grid', { name: 'Order line' }))).toEqual(fills)
})

test('the day that a shipment arrives is entered by keyboard, typed or chosen', async ({ window }) => {
  await go(window, 'Receive & order')
  const form = batchForm(window)
  await form.getByRole('textbox', { name: 'Batch' }).fill('b1')
  await form.getByRole('combobox', { name: 'SKU' }).fill('BED')
  await form.getByRole('textbox', { name: 'Quantity' }).fill('7')
  await window.keyboard.press('Tab')
  await type(window, '05302031')
  await window.keyboard.press('Tab')
  await expect(form.getByRole('button', { name: 'No date' })).toBeFocused()
  await window.keyboard.press('Tab')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { name: 'May 2031' })).toBeVisible()
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('Enter')
  await expect(form.getByRole('button', { name: /Calendar/ })).toBeFocused()
  await form.getByRole('button', { name: 'Add the batch' }).click()
  await expect(window.getByRole('status')).toHaveText('Batch b1 was added')
  await go(window, 'Stock')
  await expect
    .poll(() => rowsOf(window.getByRole('grid', { name: 'Stock' })))
    .toEqual([['BED', '0', '7', '0', '0', '7 on 6/1/31', '0']])
})

test('an order line is told its batch before it is allocated, and the next one of the order follows', async ({
  window,
}) => {
  await given(window, batch('b1', 5), batch('b2', 50, { eta: '2031-05-01' }))
  await go(window, 'Receive & order')
  const form = lineForm(window)
  const enter = async (sku: string, qty: string) => {
    await form.getByRole('combobox', { name: 'SKU' }).fill(sku)
    await window.keyboard.press('Tab')
    await window.keyboard.type(qty)
  }
  await form.getByRole('textbox', { name: 'Order', exact: true }).fill('o1')
  await enter('SMALL-TABLE', '5')
  await expect(form).toContainText('The line goes to batch b1')
  await confirm(window, 'Allocate the line')
  await expect(window.getByRole('status')).toHaveText('The line was allocated to batch b1')

  await expect(form.getByRole('textbox', { name: 'Order', exact: true })).toHaveValue('o1')
  await form.getByRole('textbox', { name: 'Line number' }).fill('2')
  await enter('SMALL-TABLE', '51')
  await expect(form).toContainText('No batch can hold the line: it will wait for stock')
  await confirm(window, 'Allocate the line')
  await expect(window.getByRole('status')).toHaveText('The line waits for stock')
  await go(window, 'Allocations')
  await expect
    .poll(async () =>
      (await rowsOf(window.getByRole('grid', { name: 'Allocations' }))).map((cells) => cells.slice(0, 7)),
    )
    .toEqual([
      ['o1', '2', 'SMALL-TABLE', '51', '–', 'Waiting', '–'],
      ['o1', '1', 'SMALL-TABLE', '5', '–', 'Allocated', 'b1'],
    ])
})
