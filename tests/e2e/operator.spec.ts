import { batch } from '../support/scenario/messages.ts'
import { expect, testOwnApp as test } from './fixtures.ts'
import { given } from './support/given.ts'
import { go, rowsOf } from './support/screens.ts'

test('who works here is asked once, stands beside what is entered, and is asked again after a restart', async ({
  launch,
}) => {
  const app = await launch()
  const window = await app.firstWindow()
  const dialog = window.getByRole('dialog', { name: 'Who is working here?' })
  const name = dialog.getByRole('textbox', { name: 'Name' })

  await test.step('the app waits for an answer', async () => {
    await expect(name).toBeFocused()
    await name.fill('   ')
    await window.keyboard.press('Enter')
    await expect(dialog.getByRole('button', { name: 'Start' })).toBeDisabled()
    await window.keyboard.press('Escape')
    await expect(dialog).toBeVisible()
    await name.fill('이서연')
    await window.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('it is shown in every window, and stands beside what is entered', async () => {
    const other = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('newWindow')?.click())
    expect(other).toBeUndefined()
    await expect.poll(() => app.windows().length).toBe(2)
    await expect(app.windows()[1]!.getByRole('button', { name: 'Operator: 이서연. Change' })).toBeVisible()
    await given(window, batch('b1', 20))
    await go(window, 'History')
    await expect
      .poll(async () =>
        (await rowsOf(window.getByRole('treegrid', { name: 'History' }))).map((cells) => [cells[0], cells[3]]),
      )
      .toEqual([['Batch received', '이서연']])
  })

  await test.step('another person takes over', async () => {
    await window.getByRole('button', { name: 'Operator: 이서연. Change' }).click()
    await name.fill('Park')
    await window.keyboard.press('Enter')
    for (const page of app.windows())
      await expect(page.getByRole('button', { name: 'Operator: Park. Change' })).toBeVisible()
  })

  await test.step('after a restart the last one is suggested', async () => {
    await app.close()
    const again = await (await launch()).firstWindow()
    await expect(again.getByRole('dialog').getByRole('textbox', { name: 'Name' })).toHaveValue('Park')
  })
})
