import { expect, test } from 'vitest'
import { daysLater } from '../../../renderer/warehouse/daysLater.ts'

test.for([
  ['a later shipment', '2031-05-05', '2031-06-01', 27],
  ['an earlier shipment', '2031-06-01', '2031-05-05', -27],
  ['a shipment instead of stock in the warehouse', null, '2031-05-03', 2],
  ['stock in the warehouse instead of a shipment', '2031-05-03', null, -2],
  ['a shipment that should have come already', '2031-01-01', null, 0],
] as const)('a line gains or loses days by %s', ([, from, to, days]) => {
  expect(daysLater(from, to, '2031-05-01')).toBe(days)
})
