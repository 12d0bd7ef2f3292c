import { describe, expect, test } from 'vitest'
import { given } from '../../support/scenario/given.ts'
import { batch, damage, order, quantity, undo } from '../../support/scenario/messages.ts'
import { eventsOf, lastMessage } from '../../support/scenario/seen.ts'

const considered = (ref: string, available: number) => ({ ref, available })
const shipment = (ref: string, qty: number, eta: string) => batch(ref, qty, { eta })

describe('a line that has its place tells what else was considered:', () => {
  test('the batches that it would have preferred, in that order, had they held enough', async () => {
    const batches = [shipment('later', 3, '2030-01-02'), batch('here', 4), shipment('chosen', 9, '2030-01-03')]
    const warehouse = await given(...batches)
    const [allocated] = eventsOf(await warehouse.handle(order('o1', 5)), 'Allocated')
    expect(allocated?.considered).toEqual([considered('here', 4), considered('later', 3)])
  })

  test('nothing, when its batch was the first', async () => {
    const warehouse = await given(batch('chosen', 5), batch('small', 4), shipment('later', 9, '2030-01-02'))
    const [allocated] = eventsOf(await warehouse.handle(order('o1', 5)), 'Allocated')
    expect(allocated).not.toHaveProperty('considered')
  })

  test('nothing, when those before it were full', async () => {
    const warehouse = await given(batch('full', 5), order('o1', 5), batch('chosen', 5))
    const [allocated] = eventsOf(await warehouse.handle(order('o2', 5)), 'Allocated')
    expect(allocated).not.toHaveProperty('considered')
  })

  test('what the batch that it lost still holds', async () => {
    const warehouse = await given(batch('WH-1', 20), order('o1', 20), batch('chosen', 20))
    const [allocated] = eventsOf(await warehouse.handle(damage('WH-1', 15)), 'Allocated')
    expect(allocated?.considered).toEqual([considered('WH-1', 5)])
  })

  test('not what would have held it, when it only goes back to where it was', async () => {
    const stock = [shipment('back', 9, '2030-01-02'), order('o1', 9), batch('small', 4), batch('enough', 9)]
    const warehouse = await given(...stock, damage('back', 1))
    const undoing = undo(await lastMessage(warehouse))
    const [allocated] = eventsOf(await warehouse.handle(undoing), 'Allocated')
    expect([allocated?.from, allocated?.considered]).toEqual(['enough', [considered('small', 4)]])
  })

  test('no more than five', async () => {
    const small = [1, 2, 3, 4, 5, 6].map((qty) => batch(`b${qty}`, qty))
    const warehouse = await given(...small, batch('chosen', 9))
    const [allocated] = eventsOf(await warehouse.handle(order('o1', 9)), 'Allocated')
    expect(allocated?.considered).toEqual([1, 2, 3, 4, 5].map((qty) => considered(`b${qty}`, qty)))
  })
})

describe('a line that waits tells', () => {
  test('every batch that had room', async () => {
    const warehouse = await given(shipment('later', 3, '2030-01-02'), batch('here', 4), order('o1', 4), batch('b3', 1))
    const [waiting] = eventsOf(await warehouse.handle(order('o2', 5)), 'Backordered')
    expect(waiting?.considered).toEqual([considered('b3', 1), considered('later', 3)])
  })

  test('nothing, when none had any', async () => {
    const warehouse = await given(batch('b1', 5), quantity('b1', 0))
    const [waiting] = eventsOf(await warehouse.handle(order('o1', 5)), 'Backordered')
    expect(waiting).not.toHaveProperty('considered')
  })
})

test('a line that had to go tells what its batch could still hold when its turn came', async () => {
  const lines = [order('stays', 3), order('goes', 4), order('goes too', 5), order('fits', 1)]
  const warehouse = await given(batch('b1', 13), ...lines)
  const displaced = eventsOf(await warehouse.handle(damage('b1', 7)), 'Deallocated')
  expect(displaced.map(({ orderId, room }) => [orderId, room])).toEqual([
    ['goes', 3],
    ['goes too', 3],
  ])
})
