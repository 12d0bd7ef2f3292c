import { expect, test } from 'vitest'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { givenIn } from '../support/scenario/given.ts'
import { batch, order } from '../support/scenario/messages.ts'

test('orders are found by their beginning, in capitals too, before those that contain the text', async () => {
  const ids = ['SO-100', 'SO-1001', 'WEB-SO-100', 'so-2', 'X%Y', '주문-7']
  const warehouse = await givenIn(temporaryFile(), batch('b1', 900), ...ids.map((id) => order(id, 1)))
  const found = async (search: string, limit?: number) =>
    (await warehouse.view('orders', { search, ...(limit && { limit }) })).map(({ orderId }) => orderId)
  expect(await found('so-100')).toEqual(['SO-100', 'SO-1001', 'WEB-SO-100'])
  expect(await found('so')).toEqual(['so-2', 'SO-100', 'SO-1001'])
  expect(await found('SO-1', 1)).toEqual(['SO-100'])
  expect(await found('%')).toEqual([])
  expect(await found('X%')).toEqual(['X%Y'])
  expect(await found('주문')).toEqual(['주문-7'])
  expect(await found('nothing')).toEqual([])
})

test('lines that are indexed already are found by what they contain', async () => {
  const ids = Array.from({ length: 600 }, (_, at) => `SO-${String(at).padStart(4, '0')}`)
  const warehouse = await givenIn(temporaryFile(), batch('b1', 900), ...ids.map((id) => order(id, 1)))
  expect(await warehouse.view('orders', { search: '-0017' })).toEqual([{ orderId: 'SO-0017' }])
})
