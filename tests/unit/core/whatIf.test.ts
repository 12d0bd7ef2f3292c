import { describe, expect, test } from 'vitest'
import { isLate } from '../../../core/domain/orderLine.ts'
import type { Event, MessageInput, Warehouse } from '../../../core/index.ts'
import { given } from '../../support/scenario/given.ts'
import { batch, comes, order, quantity } from '../../support/scenario/messages.ts'
import { everything } from '../../support/scenario/seen.ts'

// WH-1 to WH-5 are lost in the flood, and FORK-2 comes three weeks late: who is short, and who is late?

const CHAIR = { sku: 'CHAIR' }
const warehouses = ['WH-1', 'WH-2', 'WH-3', 'WH-4', 'WH-5']
const due = (dueDate: string) => ({ dueDate })
const stock: MessageInput[] = [
  ...warehouses.slice(0, 3).map((ref) => batch(ref, 10)),
  ...warehouses.slice(3).map((ref) => batch(ref, 10, CHAIR)),
  ...[batch('WH-6', 6), batch('FORK-2', 20, { eta: '2030-02-10' }), batch('FORK-3', 8, { eta: '2030-02-14' })],
  ...[
    order('urgent', 6, due('2030-01-10')),
    order('large', 9, due('2030-02-01')),
    order('valentine', 8, due('2030-02-14')),
  ],
  ...[order('spring', 7, due('2030-03-20')), order('whenever', 4)],
  ...[order('chairs', 10, { ...CHAIR, ...due('2030-02-01') }), order('few chairs', 3, CHAIR)],
]
const flood = warehouses.map((ref) => quantity(ref, 0, { reason: 'flood' }))
const whatIf = [...flood, comes('FORK-2', '2030-03-03')].map((message) => ({ message }))

describe('several changes at once, of which none is made, tell', () => {
  test('who would be short, who would be late, and where every line would be', async () => {
    const warehouse = await given(...stock)
    expect(await foreseen(warehouse)).toEqual({
      short: ['chairs', 'few chairs'],
      late: ['large'],
      places: {
        ...{ chairs: null, 'few chairs': null, large: 'FORK-2', spring: 'FORK-2' },
        ...{ urgent: 'WH-6', valentine: 'FORK-3', whenever: 'FORK-2' },
      },
    })
  })

  test('what comes of them when they are made', async () => {
    const [warehouse, copy] = [await given(...stock), await given(...stock)]
    await copy.handleAll(whatIf)
    expect(await foreseen(warehouse)).toEqual(await standing(copy))
  })

  test('it again and again, since they change nothing', async () => {
    const warehouse = await given(...stock)
    const before = await everything(warehouse)
    const [once, again] = [await foreseen(warehouse), await foreseen(warehouse)]
    expect([again, await everything(warehouse)]).toEqual([once, before])
  })
})

type Standing = { readonly short: string[]; readonly late: string[]; readonly places: Record<string, string | null> }

async function standing(warehouse: Warehouse): Promise<Standing> {
  const { rows } = await warehouse.view('lines', { sort: 'order' })
  return {
    short: rows.filter(({ state }) => state === 'backordered').map(({ orderId }) => orderId),
    late: rows.filter(({ late }) => late).map(({ orderId }) => orderId),
    places: Object.fromEntries(rows.map(({ orderId, batchRef }) => [orderId, batchRef])),
  }
}

/** What stands now, with what the preview says of it. */
async function foreseen(warehouse: Warehouse): Promise<Standing> {
  const { rows: lines } = await warehouse.view('lines', { sort: 'order' })
  const { rows: batches } = await warehouse.view('batches', {})
  const places = new Map(lines.map(({ orderId, batchRef }) => [orderId, batchRef]))
  const etas = new Map(batches.map(({ ref, eta }) => [ref, eta]))
  for (const { outcome } of await warehouse.previewAll(whatIf))
    for (const event of outcome!.events) foresee(event, places, etas)
  const etaOf = (orderId: string) => etas.get(places.get(orderId) ?? '') ?? null
  return {
    short: lines.map(({ orderId }) => orderId).filter((orderId) => places.get(orderId) === null),
    late: lines.filter(({ orderId, dueDate }) => isLate(dueDate, etaOf(orderId))).map(({ orderId }) => orderId),
    places: Object.fromEntries(places),
  }
}

function foresee(event: Event, places: Map<string, string | null>, etas: Map<string, string | null>): void {
  if (event.type === 'Allocated') places.set(event.orderId, event.ref)
  if (event.type === 'Backordered') places.set(event.orderId, null)
  if (event.type === 'ArrivalChanged') etas.set(event.ref, event.after)
}
