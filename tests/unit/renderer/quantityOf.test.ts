import { expect, test } from 'vitest'
import { quantityOf } from '../../../renderer/warehouse/quantityOf.ts'

test.for([
  ['12', 12],
  [' 12 ', 12],
  ['１２', 12],
  ['1,234', 1234],
  ['１，２３４，５６７', 1_234_567],
  ['1 234 567', 1_234_567],
  ['1\u202f234', 1234],
  ['1’234', 1234],
  ['-3', -3],
  ['2.5', 2.5],
] as const)('“%s” is plainly a number', ([text, number]) => {
  expect(quantityOf(text)).toBe(number)
})

test.for(['1e3', '1,23', '12,34,567', "1,234'567", '1,2345', '1.234.567', '0x10', 'three', '−3', '3*'])(
  '“%s” is not, and is left for the core to refuse',
  (text) => {
    expect(quantityOf(text)).toBe(text)
  },
)

test('an empty field has no quantity', () => {
  expect(['', '  ', '\u3000'].map(quantityOf)).toEqual([undefined, undefined, undefined])
})
