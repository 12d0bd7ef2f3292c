import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerDialogs, ready } from '../support/app/app.ts'
import { batch, damage, order } from '../support/scenario/messages.ts'
import { expect, testOwnApp as test } from './fixtures.ts'
import { expectAccessible } from './support/accessible.ts'
import { given } from './support/given.ts'
import { scan, type } from './support/keys.ts'
import { go, rowsOf } from './support/screens.ts'

const CHAIR = { sku: 'CHAIR' }

test('a manager puts changes on a board, sees what would come of them, keeps it, compares it, and enters it at once', async ({
  app,
  window,
  userData,
  launch,
}) => {
  await given(window, batch('b1', 10), batch('b2', 10, { eta: '2031-01-20' }), batch('c1', 5, CHAIR))
  await given(window, order('o1', 6, { dueDate: '2031-01-10', customer: 'Kim' }), order('o2', 4, { customer: 'Lee' }))
  const main = window.getByRole('main')
  const form = main.getByRole('form', { name: 'A change for the board' })
  const changes = main.getByRole('list', { name: 'Changes' })
  const lines = main.getByRole('grid', { name: 'By line' })
  const written = () => window.evaluate(() => globalThis.window.warehouse.view('history', { limit: 1000 }))
  const before = await written()

  await test.step('changes come by scan, by keyboard and from a file, and nothing is entered', async () => {
    await go(window, 'What if')
    await expect(form).toBeVisible()
    await scan(window, 'b1')
    await expect(form.getByRole('combobox', { name: 'Batch' })).toHaveValue('b1')
    await window.keyboard.press('Enter') // the button has the focus
    await expect(changes.getByRole('listitem')).toHaveCount(1)
    await expect.poll(() => rowsOf(lines)).toHaveLength(2)
    const [late] = await rowsOf(lines)
    expect(late).toEqual(expect.arrayContaining(['Late', 'o1', 'b1', expect.stringContaining('b2')]))

    await scan(window, 'c1')
    await form.getByRole('button', { name: /What if this were/ }).click()
    await window.getByRole('option', { name: 'Damaged' }).click()
    await form.getByRole('textbox', { name: 'Quantity' }).focus()
    await type(window, '9')
    await window.keyboard.press('Enter')
    await window.keyboard.press('Enter')
    await expect(changes.getByRole('listitem').nth(1)).toContainText('Batch c1 holds only 5.')
    const open = join(userData, 'more.csv')
    await writeFile(open, 'order,sku,quantity,customer\nn1,CHAIR,5,Park\nn2,CHAIR,1,Park\nn3,CHAIR,x,Park\n')
    await answerDialogs(app, { open })
    await form.getByRole('button', { name: 'Orders from a CSV file…' }).click()
    await expect(form).toContainText('2 order lines are on the board. 1 row is wrong')
    await expect.poll(async () => (await rowsOf(lines)).map(([kind, of]) => `${of} ${kind}`)).toContain('n2 Short')
    expect(await written()).toEqual(before)
    await expectAccessible(window)
  })

  await test.step('what others enter changes it, and a line tells why', async () => {
    await given(window, batch('b3', 6))
    await expect.poll(async () => (await rowsOf(lines)).map(([kind, of]) => `${of} ${kind}`)).toContain('o1 Moved')
    await lines.focus()
    await window.keyboard.press('Enter')
    await expect(main.getByRole('region', { name: 'n2' })).toContainText('Nothing that is known will fill it.')
  })

  await test.step('it is kept under a name, also when the app is started again, and compared with another', async () => {
    await main.getByRole('button', { name: 'Name it…' }).click()
    await window.getByRole('textbox', { name: 'Name of the board' }).fill('Flood')
    await scan(window, 'b2') // is refused while the dialog waits
    await expect(window.getByRole('textbox', { name: 'Name of the board' })).toHaveValue('Flood')
    await window.getByRole('button', { name: 'Keep it' }).click()
    await main.getByRole('button', { name: 'New board' }).click()
    await expect(main.getByText('There is no change on this board yet.')).toBeVisible()
    await scan(window, 'b3')
    await window.keyboard.press('Enter')
    await main.getByRole('button', { name: /Compare with/ }).click()
    await window.getByRole('option', { name: 'Flood' }).click()
    await expect(main.getByRole('table', { name: 'Both boards' })).toContainText('Flood')
    await expect(main.getByText(/lines? stands? differently/)).toBeVisible()
    await expectAccessible(window)
  })

  await app.close()
  const again = await ready(await (await launch()).firstWindow())
  const newMain = again.getByRole('main')
  await test.step('it is entered as it was seen, in one go, without what is refused, and taken back as one', async () => {
    await go(again, 'What if')
    await newMain.getByRole('button', { name: /Board$/ }).click()
    await again.getByRole('option', { name: 'Flood' }).click()
    await newMain.getByRole('button', { name: 'Enter all of it…' }).click()
    const dialog = again.getByRole('dialog')
    await expect(dialog).toContainText('3 entries are made')
    await given(again, damage('b3', 6))
    await expect(dialog).toContainText('Something was entered meanwhile.')
    await expect(dialog.getByRole('button', { name: 'Enter it now' })).toHaveCount(0)
    await dialog.getByRole('button', { name: 'I have seen it' }).click()
    await scan(again, 'b2') // confirms nothing
    await dialog.getByRole('button', { name: 'Enter it now' }).click()
    await expect(dialog).toContainText('3 entries were made.')
    const places = () =>
      again.evaluate(async () => {
        const lines = await globalThis.window.warehouse.view('lines', { sort: 'order' })
        return lines.ok ? lines.value.rows.map(({ orderId, batchRef }) => `${orderId} ${batchRef}`) : []
      })
    expect(await places()).toEqual(['n1 c1', 'n2 null', 'o1 b2', 'o2 b2'])
    await dialog.getByRole('button', { name: 'Take all of it back…' }).click()
    await again.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click()
    await expect(again.getByRole('dialog')).toContainText('3 of 3')
    expect(await places()).toEqual(['o1 b1', 'o2 b1'])
    await again.keyboard.press('Escape')
    await expect(newMain.getByRole('list', { name: 'Changes' }).getByRole('listitem')).toHaveCount(1)
  })
})
