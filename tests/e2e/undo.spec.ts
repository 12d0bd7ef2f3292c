import type { Page } from '@playwright/test'
import type { MessageInput } from '../../electron/contract.ts'
import { batch, cancel, comes, count, damage, dispatch, order, quantity } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { history, undoOf } from './support/history.ts'
import { scan } from './support/keys.ts'
import { go, rowsOf } from './support/screens.ts'

const confirmed: MessageInput = { type: 'DispatchConfirmed', orderId: 'o1' }
const orderDialog = (window: Page) => window.getByRole('dialog', { name: 'Order o1' })

test.describe('is taken back in the history:', () => {
  test.beforeEach(({ window }) => given(window, batch('b1', 20), order('o1', 16), order('o2', 4)))

  for (const { what, done, dialog, button, lines } of [
    {
      what: 'a damage',
      done: [damage('b1', 3)],
      dialog: 'Undo damage: b1, 17 → 20',
      button: 'Undo damage',
      lines: [['Filled', 'o2', '4', 'b1']],
    },
    {
      what: 'a count',
      done: [count('b1', 19, 20)],
      dialog: 'Undo count: b1, 19 → 20',
      button: 'Undo count',
      lines: [['Filled', 'o2', '4', 'b1']],
    },
    {
      what: 'a quantity',
      done: [quantity('b1', 22)],
      dialog: 'Undo quantity: b1, 22 → 20',
      button: 'Undo quantity',
      lines: [],
    },
    {
      what: 'a delay',
      done: [comes('b1', '2031-05-01')],
      dialog: 'Undo arrival: b1, May 1, 2031 → In the warehouse',
      button: 'Undo arrival',
      lines: [],
    },
    {
      what: 'a line that was cancelled',
      done: [cancel('o2')],
      dialog: 'Undo cancellation: o2, SMALL-TABLE',
      button: 'Undo cancellation',
      lines: [['Filled', 'o2', '4', 'b1']],
    },
    {
      what: 'a dispatch',
      done: [dispatch('o1')],
      dialog: 'Undo dispatch: o1, 1 line',
      button: 'Undo dispatch',
      lines: [['Back', 'o1', '16', 'b1']],
    },
    {
      what: 'a confirmation that goods have left',
      done: [dispatch('o1'), confirmed],
      dialog: 'Undo confirmation: o1, 1 line',
      button: 'Undo confirmation',
      lines: [['Not gone', 'o1', '16', 'b1']],
    },
    {
      what: 'a batch that was received',
      done: [order('o3', 5), batch('b2', 9)],
      dialog: 'Undo receipt: b2, 9 units',
      button: 'Undo receipt',
      lines: [['Waits', 'o3', '5', 'Waits for stock']],
    },
    {
      what: 'an order line',
      done: [order('o3', 5)],
      dialog: 'Undo order line: 5 × SMALL-TABLE for o3',
      button: 'Undo order line',
      lines: [],
    },
  ])
    test(what, async ({ window }) => {
      await given(window, ...done)
      await go(window, 'History')
      await undoOf(window, 'Undo…').click()
      const asked = window.getByRole('dialog', { name: dialog, exact: true })
      await expect(asked).toBeVisible()
      await expect.poll(() => rowsOf(asked.getByRole('grid'))).toEqual(lines)
      await asked.getByRole('button', { name: button, exact: true }).click()
      await expect(window.getByRole('dialog')).toHaveCount(0)
      await expect(history(window).getByText('Undone', { exact: true })).toHaveCount(1)
    })
})

test.describe('what cannot be taken back is refused with the reason:', () => {
  for (const [what, messages, row, reason] of [
    [
      'a batch that lines were dispatched from',
      [batch('b1', 20), order('o1', 16), dispatch('o1')],
      'b1 · SMALL-TABLE',
      'Lines were dispatched from batch b1 already. Undo their dispatch first.',
    ],
    [
      'an arrival that was changed again',
      [batch('b1', 20), comes('b1', '2031-05-01'), comes('b1', '2031-06-01')],
      'May 1, 2031',
      'The arrival of batch b1 was changed since. Undo that change first.',
    ],
    [
      'an order line that was cancelled since',
      [batch('b1', 20), order('o1', 16), cancel('o1')],
      '16 × SMALL-TABLE',
      'Line 1 of order o1 for SMALL-TABLE was changed since. Undo that change first.',
    ],
    [
      'a dispatch whose goods are gone',
      [batch('b1', 20), order('o1', 16), dispatch('o1'), confirmed],
      'Order dispatched',
      'The goods of order o1 are confirmed as gone. Undo that confirmation first.',
    ],
    [
      'units that have left since',
      [batch('b1', 20), quantity('b1', 30), order('o1', 25), dispatch('o1')],
      'Quantity set',
      'This would take 10 units out of batch b1, which holds 5 now. Undo first what took them.',
    ],
  ] as const)
    test(what, async ({ window }) => {
      await given(window, ...messages)
      await go(window, 'History')
      await undoOf(window, row).click()
      const dialog = window.getByRole('dialog')
      await expect(dialog.getByRole('alert')).toHaveText(reason)
      await expect(dialog.getByRole('button', { name: /^Undo/ })).toBeDisabled()
      await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused()
      await window.keyboard.press('Escape')
      await expect(window.getByRole('dialog')).toHaveCount(0)
    })
})

test('the result of an entry is replaced by that of its undo, and that by what is done again', async ({ window }) => {
  await given(window, batch('b1', 20, { eta: '2031-05-01' }))
  await scan(window, 'b1')
  await window.getByRole('tab', { name: 'Arrival' }).click()
  const change = window.getByRole('button', { name: 'Change the arrival' })
  await expect(change).toBeDisabled()
  await window.getByRole('button', { name: 'No date' }).click()
  await change.click()
  const done = window.getByRole('region', { name: 'Done' })
  const said = done.getByRole('status')
  await done.getByRole('button', { name: 'Undo arrival…' }).click()
  await done.getByRole('button', { name: 'Undo arrival', exact: true }).click()
  await expect(said).toHaveText(
    'Batch b1 is in the warehouse Undone: Arrival changed, b1, In the warehouse → May 1, 2031',
  )
  await expect(said.locator('s')).toHaveText('Batch b1 is in the warehouse')
  await done.getByRole('button', { name: 'Redo…' }).click()
  await done.getByRole('button', { name: 'Redo', exact: true }).click()
  await expect(said).toContainText('Done again: Arrival changed, b1, May 1, 2031 → In the warehouse')
  await expect(done.getByRole('button', { name: 'Undo arrival…' })).toBeVisible()
})

test('a received batch and an order line are taken back where they were entered', async ({ window }) => {
  await go(window, 'Receive & order')
  const batches = window.getByRole('form', { name: 'Receive a batch' })
  await batches.getByRole('textbox', { name: 'Batch' }).fill('b1')
  await batches.getByRole('combobox', { name: 'SKU' }).fill('BED')
  await window.keyboard.press('Tab')
  await batches.getByRole('textbox', { name: 'Quantity' }).fill('7')
  await batches.getByRole('button', { name: 'Add the batch' }).click()
  await expect(window.getByRole('status')).toHaveText('Batch b1 was added')
  const lines = window.getByRole('form', { name: 'Allocate an order line' })
  await lines.getByRole('textbox', { name: 'Order', exact: true }).fill('o1')
  await lines.getByRole('combobox', { name: 'SKU' }).fill('BED')
  await window.keyboard.press('Tab')
  await lines.getByRole('textbox', { name: 'Quantity' }).fill('2')
  await lines.getByRole('button', { name: 'Allocate the line' }).click()

  await window.getByRole('button', { name: 'Undo order line…' }).click()
  await window.getByRole('button', { name: 'Undo order line', exact: true }).click()
  await expect(window.getByText('Undone: Line to allocate, 2 × BED for o1')).toBeVisible()
  await window.getByRole('button', { name: 'Undo receipt…' }).click()
  await window.getByRole('button', { name: 'Undo receipt', exact: true }).click()
  await expect(window.getByText('Undone: Batch received, b1, 7 units')).toBeVisible()
  await go(window, 'Stock')
  await expect(window.getByRole('gridcell', { name: 'BED' })).toHaveCount(0)
})

test('a dispatch is taken back in its order, until its goods are confirmed as gone', async ({ window }) => {
  await given(window, batch('b1', 20), order('o1', 16))
  await go(window, 'Allocations')
  await window.getByRole('gridcell', { name: 'Allocated' }).click()
  const dialog = orderDialog(window)
  const states = dialog.getByRole('table').getByRole('row')
  const send = async () => {
    await dialog.getByRole('button', { name: 'Dispatch the order…' }).click()
    await dialog.getByRole('button', { name: 'Dispatch', exact: true }).click()
  }
  await send()
  await dialog.getByRole('button', { name: 'Undo dispatch…' }).click()
  await dialog.getByRole('button', { name: 'Undo dispatch', exact: true }).click()
  await expect(dialog.getByRole('status')).toContainText('Undone: Order dispatched, o1, 1 line')
  await expect(states.last()).toContainText('Allocated')

  await send()
  await dialog.getByRole('button', { name: 'Confirm that the goods have left…' }).click()
  await expect(dialog).toContainText('From then on the dispatch cannot be undone.')
  await expect.poll(() => rowsOf(dialog.getByRole('grid'))).toEqual([['Gone', 'o1', '16', 'b1']])
  await dialog.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(dialog.getByRole('status')).toHaveText('Order o1: the goods are confirmed as gone')
  await expect(states.last()).toContainText('Dispatched Gone')
  await expect(dialog.getByRole('button', { name: 'Confirm that the goods have left…' })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Its history' }).click()
  await undoOf(window, 'Order dispatched').click()
  await expect(window.getByRole('dialog').getByRole('alert')).toContainText('are confirmed as gone')
})
