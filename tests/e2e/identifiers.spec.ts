import type { Locator, Page } from '@playwright/test'
import { batch, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { go } from './support/screens.ts'

const REF = 'LOT-26-WAREHOUSE-NORTH-00012'
const SKU = 'SPRINGY-MATTRESS-DOUBLE-EXTRA-FIRM-00007'
const ORDER = 'SALES-ORDER-2026-000000123456'

/** Whether the end of an identifier is within the cell that it stands in. False while its row is drawn anew. */
const endIsSeen = (identifier: Locator): Promise<boolean> =>
  identifier.evaluate((element) => {
    const cell = element.closest('[role=gridcell]')?.getBoundingClientRect()
    const shown = element.lastElementChild?.getBoundingClientRect()
    return cell !== undefined && shown !== undefined && shown.width > 0 && shown.right <= cell.right + 1
  })

async function expectWhole(window: Page, text: string): Promise<void> {
  const identifier = window.getByTitle(text).filter({ visible: true }).first()
  await expect(identifier).toBeVisible()
  await expect.poll(() => endIsSeen(identifier)).toBe(true)
  await expect(window.getByRole('gridcell', { name: text }).first()).toBeAttached()
}

test('however long, the end of an identifier is shown, and its whole is read', async ({ window }) => {
  await window.setViewportSize({ width: 1024, height: 640 })
  await given(
    window,
    batch(REF, 5, { sku: SKU }),
    order(ORDER, 3, { sku: SKU }),
    order(ORDER, 4, { sku: SKU, line: 2 }),
  )
  await test.step('in the stock-take', async () => {
    await expectWhole(window, REF)
    await expectWhole(window, SKU)
  })
  await test.step('among allocations', async () => {
    await go(window, 'Allocations')
    for (const text of [REF, SKU, ORDER]) await expectWhole(window, text)
  })
  await test.step('in a notice', async () => {
    await go(window, 'Notices, 1 unread')
    await expectWhole(window, ORDER)
    await window.getByRole('grid', { name: 'Notices' }).getByText('Waits').click()
    await expectWhole(window, SKU)
    await expectWhole(window, `${ORDER} · line 2`)
  })
})

test('in a small window the list of the stock-take leaves out when batches arrive, not how much they hold', async ({
  window,
}) => {
  await given(window, batch(REF, 5, { sku: SKU }))
  const heading = (name: string) => window.getByRole('columnheader', { name })
  await window.setViewportSize({ width: 1360, height: 880 })
  await expect(heading('Arrives')).toBeInViewport()
  await window.setViewportSize({ width: 1024, height: 640 })
  await expect(heading('Arrives')).toHaveCount(0)
  await expect(heading('Available')).toBeInViewport({ ratio: 1 })
})

test('a column is made wider by mouse and by keys, stays so after a reload, and a double click resets it', async ({
  window,
}) => {
  await given(window, batch(REF, 5, { sku: SKU }))
  const heading = window.getByRole('columnheader', { name: 'SKU' })
  const edge = window.getByRole('separator', { name: 'Width of SKU' })
  const width = async () => Math.round((await heading.boundingBox())?.width ?? 0)
  const before = await width()
  await edge.hover()
  const { x = 0, y = 0 } = (await edge.boundingBox()) ?? {}
  await window.mouse.down()
  await window.mouse.move(x + 64, y + 4, { steps: 4 })
  await window.mouse.up()
  const dragged = await width()
  expect(dragged).toBeGreaterThan(before + 50)
  await window.getByRole('grid', { name: 'Batches' }).focus()
  await window.keyboard.press('ArrowUp')
  await expect(window.getByRole('separator', { name: 'Width of Batch' })).toBeFocused()
  await window.keyboard.press('ArrowDown')
  await expect(edge).toBeFocused()
  await window.keyboard.press('ArrowRight')
  await expect.poll(width).toBe(dragged + 16)
  await window.reload()
  await expect.poll(width).toBe(dragged + 16)
  await edge.dblclick()
  await expect.poll(width).toBe(before)
})
