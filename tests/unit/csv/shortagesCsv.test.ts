import { expect, test } from 'vitest'
import { shortagesCsv } from '../../../core/csv/shortagesCsv.ts'
import { given } from '../../support/scenario/given.ts'
import { batch, order } from '../../support/scenario/messages.ts'

test('what is short is written for a supplier, and no name is run as a formula', async () => {
  const evil = '=cmd|x'
  const warehouse = await given(
    ...[batch('b1', 1), order('o1', 5, { dueDate: '2030-02-01' }), order('o2', 7)],
    ...[batch('b2', 1, { sku: evil }), order('o3', 2, { sku: evil }), batch('b3', 9, { sku: 'ENOUGH' })],
  )
  const pieces = await Array.fromAsync(shortagesCsv(warehouse, { sku: 'SKU', units: 'Units', due: 'Due' }))
  expect(pieces.join('')).toBe('\uFEFFSKU,Units,Due\r\nSMALL-TABLE,12,2030-02-01\r\n"\'=cmd|x",2,\r\n')
})
