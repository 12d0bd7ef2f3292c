import { expect, test } from 'vitest'
import { byProtection, byUrgency, type OrderLine } from '../../../core/domain/orderLine.ts'
import { SKU } from '../../support/scenario/messages.ts'

const line = (orderId: string, dueDate: string | null, ordered: number, allocated: number | null): OrderLine => ({
  ...{
    orderId,
    line: 1,
    sku: SKU,
    qty: 1,
    splitOff: 0,
    dueDate,
    ordered,
    allocated,
    customer: null,
    priority: 0,
    pinned: false,
  },
  ...{ state: allocated === null ? 'backordered' : 'allocated', batchRef: allocated === null ? null : 'b1' },
  departed: false,
})

test('best protected is the line of the highest priority, then that is due first, then that was allocated earlier', () => {
  const bestFirst = [
    { ...line('before all', null, 9, 11), priority: 2 },
    { ...line('before others', '2030-03-01', 8, 12), priority: 1 },
    line('january', '2030-01-31', 7, 8),
    line('february', '2030-02-01', 5, 6),
    line('february too', '2030-02-01', 3, 9),
    line('whenever', null, 2, 4),
    line('whenever too', null, 1, 10),
  ]
  expect([...bestFirst].reverse().sort(byProtection)).toEqual(bestFirst)
})

test('room is offered to the line of the highest priority, then to that which is due first, then to the oldest', () => {
  const firstOffered = [
    { ...line('before all', null, 7, null), priority: 2 },
    { ...line('before others', '2030-03-01', 6, null), priority: 1 },
    line('january', '2030-01-31', 7, null),
    line('february', '2030-02-01', 3, null),
    line('february too', '2030-02-01', 5, null),
    line('whenever', null, 1, null),
    line('whenever too', null, 2, null),
  ]
  expect([...firstOffered].reverse().sort(byUrgency)).toEqual(firstOffered)
})
