import { expect, test } from 'vitest'
import { given } from '../support/scenario/given.ts'
import { batch, order } from '../support/scenario/messages.ts'

const [composed, decomposed] = ['책상-각', '책상-각'.normalize('NFD')]

test('what was entered is found, however its letters are composed', async () => {
  const warehouse = await given(batch(composed, 5, { sku: composed }), order(composed, 1, { sku: composed }))
  const pages = [
    await warehouse.view('products', { search: decomposed }),
    await warehouse.view('products', { sku: decomposed }),
    await warehouse.view('batches', { search: decomposed }),
    await warehouse.view('batches', { ref: decomposed }),
    await warehouse.view('lines', { search: decomposed }),
    await warehouse.view('lines', { orderId: decomposed, sku: decomposed, batchRef: decomposed }),
  ]
  expect(pages.map(({ rows }) => rows.length)).toEqual([1, 1, 1, 1, 1, 1])
})

test('history and notices are found so, too', async () => {
  const warehouse = await given(batch(composed, 5, { sku: composed }), order(composed, 9, { sku: composed }))
  await warehouse.handle(order('last', 1, { sku: composed }), { id: composed })
  const pages = [
    await warehouse.view('history', { sku: decomposed, batchRef: decomposed, messages: true }),
    await warehouse.view('history', { orderId: decomposed, messages: true }),
    await warehouse.view('history', { id: decomposed }),
    await warehouse.view('notices', { sku: decomposed, orderId: decomposed }),
  ]
  expect(pages.map(({ rows }) => rows.length)).toEqual([1, 1, 1, 1])
})
