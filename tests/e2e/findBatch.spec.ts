import { batch } from '../support/scenario/messages.ts'
import { expect, test } from './fixtures.ts'
import { given } from './support/given.ts'
import { scan, type } from './support/keys.ts'
import { rowsOf } from './support/screens.ts'
import { batchShown, damaged, scanField } from './support/stockTake.ts'

const entered = [
  ['LOT-7', 'LOT-7', 'as it is printed'],
  ['lot-7', 'LOT-7', 'in small letters, though others begin with it'],
  ['t-9', 'Lot-9', 'a part of it'],
  ['red-chair', 'Lot-9', 'its SKU, when it is the only batch of it'],
  ['침대-1', '침대-1', 'Korean'],
  ['ㅣㅐㅅ-9', 'Lot-9', 'typed while the keyboard is set to Korean'],
  ['ㅣㅐㅅ-7', 'LOT-7', 'typed while the keyboard is set to Korean, though others begin with it'],
] as const

test('a batch is found by what a person types of its label', async ({ window }) => {
  await given(
    window,
    ...['LOT-70', 'LOT-71', 'LOT-7'].map((ref) => batch(ref, 5)),
    batch('Lot-9', 5, { sku: 'RED-CHAIR' }),
    batch('침대-1', 5, { sku: 'BED' }),
  )
  for (const [text, ref, how] of entered)
    await test.step(`“${text}” is ${ref}: ${how}`, async () => {
      await type(window, text)
      await window.keyboard.press('Enter')
      await expect(batchShown(window, ref)).toBeVisible()
      await expect(damaged(window)).toBeFocused()
      await window.getByRole('button', { name: 'Another batch' }).click()
      await expect(scanField(window)).toBeFocused()
    })
})

test('what fits several batches leaves the choice to the person', async ({ window }) => {
  await given(window, batch('x1', 5), batch('x2', 7), batch('c3', 9))
  await type(window, 'x')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('alert')).toHaveText('“x” fits several batches. Choose one from the list.')
  const batches = window.getByRole('grid', { name: 'Batches' })
  await expect.poll(async () => (await rowsOf(batches)).map(([ref]) => ref)).toEqual(['x1', 'x2'])
  await batches.focus()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(batchShown(window, 'x2')).toBeVisible()
  await expect(damaged(window)).toBeFocused()
})

test('what is no batch is said so, and the next scan is none the worse', async ({ window }) => {
  await given(window, batch('b1', 5))
  await scan(window, 'x9')
  await expect(window.getByRole('alert')).toHaveText('No batch “x9”. Check the label, or receive the batch first.')
  await expect(window.getByText('No batch matches “x9”.')).toBeVisible()
  await scan(window, `https://example.com/${'z'.repeat(100)}`)
  await expect(window.getByRole('alert')).toContainText('No batch “https://example.com/zzz')
  await scan(window, 'b1')
  await expect(batchShown(window, 'b1')).toBeVisible()
})

test('Enter while a syllable is composed does not submit half a word', async ({ window }) => {
  await given(window, batch('의자', 5, { sku: 'CHAIR' }), batch('의', 5, { sku: 'DOCTOR' }))
  const keyboard = await window.context().newCDPSession(window)
  const compose = (text: string) =>
    keyboard.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 })
  await window.keyboard.insertText('의')
  await compose('ㅈ')
  await window.keyboard.press('Enter')
  await compose('자')
  await expect(scanField(window)).toHaveValue('의자')
  await keyboard.send('Input.insertText', { text: '자' })
  await expect(batchShown(window, '의자')).toBeVisible()
})
