import { batch, damage, order } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { scan } from './support/keys.ts'
import { go, openSecondWindow, rowsOf } from './support/screens.ts'
import { chooseReason, damaged, remove } from './support/stockTake.ts'

test('what one person enters, another sees at once', async ({ app, window }) => {
  await given(window, batch('b1', 10), order('o1', 6), order('o2', 4), batch('b2', 4, { eta: '2031-05-01' }))
  const manager = await openSecondWindow(app)
  const lines = manager.getByRole('grid', { name: 'Allocations' })
  const places = async () => (await rowsOf(lines)).map(([orderId, , , , , state, ref]) => [orderId, state, ref])

  await test.step('a manager looks at the allocations', async () => {
    await go(manager, 'Allocations')
    const before = [
      ['o2', 'Allocated', 'b1'],
      ['o1', 'Allocated', 'b1'],
    ]
    await expect.poll(places).toEqual(before)
    await expect(manager.getByRole('button', { name: 'Notices', exact: true })).toBeVisible()
  })

  await test.step('a damage moves a line there', async () => {
    await scan(window, 'b1')
    await expect(damaged(window)).toBeFocused()
    await window.keyboard.type('1')
    await chooseReason(window, 'Lost')
    await remove(window, '1 unit').click()
    const after = [
      ['o2', 'Allocated', 'b2'],
      ['o1', 'Allocated', 'b1'],
    ]
    await expect.poll(places).toEqual(after)
  })

  await test.step('both are told', async () => {
    for (const page of [window, manager])
      await expect(page.getByRole('button', { name: 'Notices, 1 unread' })).toBeVisible()
    await go(manager, 'Notices, 1 unread')
    const notices = manager.getByRole('grid', { name: 'Notices' })
    await expect
      .poll(async () => (await rowsOf(notices)).map((cells) => cells.slice(0, 2)))
      .toEqual([['Damage b1', 'Moved 1']])
    await given(window, damage('b2', 1))
    await expect(notices.getByRole('row')).toHaveCount(2 + 1)
  })

  await test.step('what one marks as read is read for both', async () => {
    await manager.getByRole('button', { name: 'Mark all as read' }).click()
    for (const page of [window, manager])
      await expect(page.getByRole('button', { name: 'Notices', exact: true })).toBeVisible()
    await expect(manager.getByRole('button', { name: 'Mark all as read' })).toBeDisabled()
    await expect(manager.getByRole('img', { name: 'Unread' })).toHaveCount(0)
  })
})

test('a preview is of the stock as it is, whoever changes it meanwhile', async ({ window, app }) => {
  await given(window, batch('b1', 10), order('o1', 4))
  await scan(window, 'b1')
  await expect(damaged(window)).toBeFocused()
  await window.keyboard.type('7')
  await expect(window.getByRole('form')).toContainText('1 line waiting')

  const other = await openSecondWindow(app)
  await given(other, batch('b2', 4))
  await expect(window.getByRole('form')).toContainText('1 line to another batch')
  await given(other, damage('b1', 5))
  await expect(damaged(window)).toHaveAccessibleDescription(/Batch b1 holds only 5\. Enter 5 or less\./)
})
