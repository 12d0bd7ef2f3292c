import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { batch } from '../support/scenario/messages.ts'
import { expect, test, testOwnApp } from './fixtures.ts'
import { given } from './support/given.ts'
import { strike, type as typeLikeAPerson } from './support/keys.ts'
import { go, rowsOf } from './support/screens.ts'
import { batchShown, damaged, remove, scanField } from './support/stockTake.ts'

const MOST = 120_000 // milliseconds from the empty app to the first confirmed damage

/** Does each step after a look at the screen, and notes when it was done. */
function newUser(window: Page) {
  const started = performance.now()
  const times: string[] = []
  return {
    times,
    get spent() {
      return performance.now() - started
    },
    async step(name: string, look: number, act: () => Promise<unknown>) {
      await window.waitForTimeout(look)
      await act()
      times.push(`${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${name}`)
    },
  }
}

testOwnApp('a new user comes from an empty app to the first confirmed damage in two minutes', async ({ window }) => {
  testOwnApp.slow()
  const main = window.getByRole('main')
  const user = newUser(window)
  await user.step('reads what an empty warehouse offers, and receives goods', 5_000, () =>
    main.getByRole('button', { name: 'Receive & order' }).click(),
  )
  const form = main.getByRole('form', { name: 'Receive a batch' })
  const fields = [
    ['Batch', 'PALLET-7'],
    ['SKU', 'GARDEN-CHAIR'],
    ['Quantity', '24'],
  ] as const
  for (const [label, text] of fields)
    await user.step(`enters ${text}`, 1_500, async () => {
      await form.getByLabel(label, { exact: true }).click()
      await typeLikeAPerson(window, text)
    })
  await user.step('reads the preview, and adds the batch', 3_000, () =>
    form.getByRole('button', { name: 'Add the batch' }).click(),
  )
  await user.step('reads that it is there, and goes to the stock-take', 3_000, () => go(window, 'Stock-take'))
  await user.step('looks for the batch', 2_500, async () => {
    await scanField(window).click()
    await typeLikeAPerson(window, 'pallet-7')
    await window.keyboard.press('Enter')
    await expect(batchShown(window, 'PALLET-7')).toBeVisible()
  })
  await user.step('enters three damaged units', 3_000, () => typeLikeAPerson(window, '3'))
  await user.step('says why', 3_000, () =>
    window.getByRole('radiogroup', { name: 'Why' }).getByText('Broken', { exact: true }).click(),
  )
  await user.step('reads what will happen, and removes them', 4_000, async () => {
    await remove(window, '3 units').click()
    await expect(window.getByRole('region', { name: 'Done' })).toBeVisible()
  })
  console.log(`\n  A new user\n    ${user.times.join('\n    ')}`)
  expect(user.spent).toBeLessThan(MOST)
})

testOwnApp('the sample tells two stories, and never meets the data of one’s own', async ({ app, window }) => {
  const main = window.getByRole('main')
  await given(window, { ...batch('own', 5), type: 'BatchCreated' })
  await given(window, { type: 'MessageUndone', undoes: 1 })
  await main.getByRole('button', { name: 'Look around with sample data' }).click()
  const bar = window.getByRole('complementary', { name: 'Sample data' })
  await expect(bar).toBeVisible()
  await go(window, 'History')
  await expect(main.getByRole('row', { name: /Damage.*MATTRESS-1/ })).toBeVisible()
  await expect(main.getByRole('row', { name: /FORK-2/ }).first()).toBeVisible()
  await go(window, 'Allocations')
  const lines = await rowsOf(main.getByRole('grid'))
  const line = (order: string) => lines.find((cells) => cells[0]?.includes(order))?.join(' ')
  expect(line('O-1003')).toMatch(/MATTRESS-2/) // moved from the batch that was soaked
  expect(line('O-1006')).toMatch(/Waiting/) // three forks failed
  expect(line('O-1007')).toMatch(/Late/) // the others are in customs

  await test.step('what is entered there stays there', async () => {
    await go(window, 'Stock-take')
    await scanField(window).fill('CHAIR-1')
    await window.keyboard.press('Enter')
    await damaged(window).fill('2')
    await bar.getByRole('button', { name: 'Back to my warehouse' }).click()
    await expect(bar).toHaveCount(0)
    await expect(main.getByText('This warehouse is empty')).toBeVisible()
    const kept = await window.evaluate(() => Object.keys(localStorage))
    expect(kept).not.toContain('drafts')
  })
  await test.step('deleted, nothing is left of it', async () => {
    await main.getByRole('button', { name: 'Look around with sample data' }).click()
    await expect(main.getByText(/CHAIR-1/).first()).toBeVisible()
    await bar.getByRole('button', { name: 'Delete the sample' }).click()
    await expect(bar).toHaveCount(0)
    const left = await app.evaluate(async ({ app }) => {
      const { readdir } = process.getBuiltinModule('node:fs/promises')
      return (await readdir(app.getPath('userData'))).filter((name) => name.startsWith('sample'))
    })
    expect(left).toEqual([])
    expect((await window.evaluate(() => Object.keys(localStorage))).filter((key) => key.startsWith('sample'))).toEqual(
      [],
    )
    const history = await window.evaluate(() => globalThis.window.warehouse.view('history', { limit: 10 }))
    expect(history).toMatchObject({ ok: true, value: { rows: { length: 4 } } })
  })
})

test('a CSV file that is dropped anywhere is shown in the import', async ({ window }) => {
  const main = window.getByRole('main')
  const file = await window.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['ref,sku,quantity\nb1,BED,4\nb2,BED,x\n'], 'beds.csv', { type: 'text/csv' }))
    return transfer
  })
  await go(window, 'History')
  await window.dispatchEvent('body', 'dragover', { dataTransfer: file })
  await expect(window.getByText('Drop a CSV file to import it')).toBeVisible()
  await window.dispatchEvent('body', 'drop', { dataTransfer: file })
  await expect(main.getByRole('heading', { name: 'beds.csv' })).toBeVisible()
  await main.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(main.getByText('BED · x').or(main.getByText('b2 · BED · x'))).toBeVisible()
  await test.step('not while a dialog waits for an answer', async () => {
    await strike(window, 'F1')
    await expect(window.getByRole('dialog')).toBeVisible()
    await window.dispatchEvent('body', 'drop', { dataTransfer: file })
    await strike(window, 'Escape')
    await expect(main.getByRole('definition').first()).toBeVisible() // still the result
  })
})

test('a file that is opened with the app, or given to a second start, is shown in the import', async ({
  app,
  window,
  userData,
}) => {
  const main = window.getByRole('main')
  const openWith = (file: string) =>
    app.evaluate(
      ({ app }, file) => void app.emit('second-instance', {}, ['warehouse', '--some-switch', file], '/'),
      file,
    )
  await writeFile(join(userData, 'beds.csv'), 'ref,sku,quantity\nb1,BED,4\n')
  await openWith(join(userData, 'beds.csv'))
  await expect(main.getByRole('heading', { name: 'beds.csv' })).toBeVisible()
  await writeFile(join(userData, 'letter.txt'), '')
  await openWith(join(userData, 'letter.txt'))
  await expect(main.getByRole('alert')).toBeVisible()
})
