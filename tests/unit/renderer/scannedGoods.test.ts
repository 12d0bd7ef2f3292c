import { expect, test } from 'vitest'
import { fits } from '../../../renderer/screens/receive/scannedGoods.ts'

const entered = { ref: 'LOT-1', sku: '', qty: '' }

test('what is scanned fills in empty fields, and repeats what is entered', () => {
  expect(fits({ ref: 'LOT-1', sku: 'BED', qty: '20' }, entered)).toBe(true)
})

test('what is scanned replaces nothing that is entered', () => {
  expect(fits({ ref: 'LOT-2' }, entered)).toBe(false)
})

test('a code that says nothing of what the form asks for is not filled in', () => {
  expect(fits({}, entered)).toBe(false)
})
