import type { Page } from '@playwright/test'
import { ready } from '../support/app/app.ts'
import { batch, count, dispatch, order } from '../support/scenario/messages.ts'
import { expect, test, testOwnApp } from './fixtures.ts'
import { given, written } from './support/given.ts'
import { scan, type } from './support/keys.ts'
import { go, rowsOf } from './support/screens.ts'
import { batchShown, chooseReason, damaged, reasons, remove } from './support/stockTake.ts'

const found = (window: Page) => window.getByRole('textbox', { name: 'Units found' })
const note = (window: Page) => window.getByRole('textbox', { name: 'Note' })
const session = (window: Page) => window.getByRole('region', { name: 'This session' })
const leave = (window: Page) => window.getByRole('button', { name: 'Another batch' }).click()

testOwnApp(
  'what is entered of a batch is there until it is confirmed or discarded, whatever happens',
  async ({ window, launch, app }) => {
    await given(window, batch('b1', 20), batch('b2', 20))
    await scan(window, 'b1')
    await expect(damaged(window)).toBeFocused()
    await type(window, '3')
    await chooseReason(window, 'Lost')
    await note(window).fill('behind the shelf')

    await test.step('the other mode has nothing of it, and keeps its own', async () => {
      await damaged(window).focus()
      await type(window, '*')
      await expect(found(window)).toBeFocused()
      await expect(found(window)).toHaveValue('')
      await type(window, '/')
      await expect(damaged(window)).toBeFocused()
      await expect(damaged(window)).toHaveValue('3')
    })

    await test.step('another batch is opened, with another reason, and is marked', async () => {
      await leave(window)
      await scan(window, 'b2')
      await expect(damaged(window)).toBeFocused()
      await type(window, '*')
      await expect(found(window)).toBeFocused()
      await type(window, '19')
      await expect(window.getByRole('img', { name: 'Something is entered here that is not confirmed' })).toHaveCount(2)
      await leave(window)
    })

    const expectBoth = async (page: Page) => {
      await session(page).getByRole('button', { name: 'b1', exact: true }).click()
      await expect(damaged(page)).toHaveValue('3')
      await expect(note(page)).toHaveValue('behind the shelf')
      await expect(reasons(page).getByRole('radio', { name: 'Lost' })).toBeChecked()
      await leave(page)
      await session(page).getByRole('button', { name: 'b2', exact: true }).click()
      await expect(found(page)).toHaveValue('19')
      await leave(page)
    }
    await test.step('it is there again, in its mode', () => expectBoth(window))

    await test.step('after a reload', async () => {
      await window.reload()
      await expectBoth(await ready(window))
    })

    await test.step('after the app was killed', async () => {
      await window.waitForTimeout(1000)
      const gone = new Promise((resolve) => app.process().once('exit', resolve))
      app.process().kill('SIGKILL')
      await gone
      const again = await ready(await (await launch()).firstWindow())
      await expectBoth(again)
      await session(again).getByRole('button', { name: 'Discard what was entered of b2' }).click()
      await scan(again, 'b1')
      await remove(again, '3 units').click()
      await expect(again.getByText('Not confirmed:')).toHaveCount(0)
    })
  },
)

test('what was entered in this session is listed with what came of it, and is taken back one by one or as one', async ({
  window,
}) => {
  await given(window, batch('b1', 20), order('o1', 16), order('o2', 4), batch('b2', 4))
  const entries = session(window).getByRole('grid', { name: 'This session' })
  const enter = async (ref: string, qty: string) => {
    await scan(window, ref)
    await expect(batchShown(window, ref).locator('~ form').getByRole('textbox').first()).toBeFocused()
    await type(window, qty)
    await window.keyboard.press('Enter')
    const confirm = window.getByRole('button', { name: /^(Remove|Set to) \d/ })
    await expect(confirm).toBeEnabled()
    await expect(confirm).toBeFocused()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('region', { name: 'Done' })).toContainText(ref)
  }
  await scan(window, 'b2')
  await chooseReason(window, 'Broken')
  await expect(session(window).getByRole('status')).toHaveText('Nothing was entered yet.')
  await enter('b1', '3')
  await expect(session(window).getByRole('status')).toHaveText('1 entry, 3 units, 1 line moved')
  await scan(window, 'b2')
  await expect(damaged(window)).toBeFocused()
  await type(window, '*')
  await enter('b2', '3')
  await expect
    .poll(() => rowsOf(entries))
    .toEqual([
      ['b2', '4 → 3 · 1 waits', 'Undo…'],
      ['b1', '−3 · 1 moved', 'Undo…'],
    ])
  await expect(session(window).getByRole('status')).toHaveText('2 entries, 4 units, 1 line moved')

  await test.step('one by one, seen before', async () => {
    await entries.getByRole('button', { name: 'Undo…' }).first().click()
    const dialog = window.getByRole('dialog')
    await expect(dialog.getByText('1 waiting line filled')).toBeVisible()
    await dialog.getByRole('button', { name: 'Undo count', exact: true }).click()
    await expect.poll(async () => (await rowsOf(entries))[0]).toEqual(['b2', '4 → 3 · 1 waits', 'Undone'])
    await expect(session(window).getByRole('status')).toHaveText('1 entry, 3 units, 1 line moved')
  })

  await test.step('all at once, the last first, in one go; what cannot be taken back is named', async () => {
    await enter('b2', '2')
    await given(window, batch('b3', 4, { sku: 'X', eta: '2031-05-01' }))
    const arrival = { type: 'BatchEtaChanged', ref: 'b3' } as const
    await given(window, { ...arrival, eta: '2031-06-01' }, { ...arrival, eta: '2031-07-01' }, dispatch('o1'))
    await given(window, batch('b4', 2, { sku: 'X' }), count('b4', 5, 2), order('o9', 5, { sku: 'X' }), dispatch('o9'))
    await expect(session(window).getByRole('status')).toContainText('5 entries')
    const before = await written(window)
    await session(window).getByRole('button', { name: 'Take all of this back…' }).click()
    const dialog = window.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: 'Take 4 entries back' })).toBeEnabled()
    await expect(dialog.getByText('1 waiting line filled')).toBeVisible()
    await expect(dialog.getByText('b4 This would take 3 units out of batch b4, which holds 0 now.')).toBeVisible()
    expect(await written(window)).toBe(before)
    await window.keyboard.press('Enter')
    await expect(dialog.getByRole('status')).toHaveText('4 entries were taken back.')
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(session(window).getByRole('status')).toHaveText('1 entry, 3 units, 0 lines moved')
    await scan(window, 'b2')
    await expect(batchShown(window, 'b2').getByRole('definition').first()).toHaveText('4')
  })

  await test.step('a new session begins empty', async () => {
    await session(window).getByRole('button', { name: 'New session' }).click()
    await expect(session(window).getByRole('status')).toHaveText('Nothing was entered yet.')
  })
})

testOwnApp(
  'what is typed into any form is there after the window was lost, and after a restart',
  async ({ app, window, launch }) => {
    await given(window, batch('LOT-1', 20), order('o1', 4))
    await given(window, { type: 'SheetOpened', sheet: 'Aisle 4', person: null, blind: true, refs: ['LOT-1'] } as never)
    const receive = (page: Page, form: string) => page.getByRole('form', { name: form })
    const fields = (page: Page) =>
      [
        [receive(page, 'Receive a batch').getByRole('textbox', { name: 'Batch' }), 'LOT-9'],
        [receive(page, 'Receive a batch').getByRole('textbox', { name: 'Quantity' }), '12'],
        [receive(page, 'Allocate an order line').getByRole('textbox', { name: 'Order' }), 'o9'],
        [receive(page, 'Allocate an order line').getByRole('textbox', { name: 'Customer' }), 'Choi'],
      ] as const
    await go(window, 'Receive & order')
    for (const [field, text] of fields(window)) await field.fill(text)
    await go(window, 'Count sheets')
    await window.getByRole('grid', { name: 'Count sheets' }).getByRole('row').nth(1).click()
    await scan(window, 'LOT-1')
    await window.getByRole('textbox', { name: 'Units found' }).fill('19')
    await go(window, 'Allocations')
    await window.getByRole('grid', { name: 'Allocations' }).getByRole('row').nth(1).click()
    const askPriority = async (page: Page) => {
      await page.getByRole('button', { name: /Actions/ }).click()
      await page.getByRole('menuitem', { name: /priority/i }).click()
    }
    await askPriority(window)
    await window.getByRole('textbox', { name: 'Reason' }).fill('they called')

    const expectAll = async (page: Page) => {
      await page.getByRole('grid', { name: 'Allocations' }).getByRole('row').nth(1).click()
      await askPriority(page)
      await expect(page.getByRole('textbox', { name: 'Reason' })).toHaveValue('they called')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await go(page, 'Receive & order')
      for (const [field, text] of fields(page)) await expect(field).toHaveValue(text)
      await go(page, 'Count sheets')
      await page.getByRole('grid', { name: 'Count sheets' }).getByRole('row').nth(1).click()
      await expect(page.getByRole('textbox', { name: 'Units found' })).toHaveValue('19')
      await go(page, 'Allocations')
    }
    await testOwnApp.step('the window is lost, and shows the same screen again', async () => {
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
      await expect(window.getByRole('dialog')).toHaveCount(0)
      await expect(window.getByRole('heading', { level: 1, name: 'Allocations' })).toBeVisible()
      await expectAll(await ready(window))
    })
    await testOwnApp.step('the app is closed', async () => {
      await window.waitForTimeout(1000)
      await app.close()
      await expectAll(await ready(await (await launch()).firstWindow()))
    })
  },
)
