import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoodRow, Warehouse } from '../../core/index.ts'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { stepsOf } from '../support/model/anyStep.ts'
import { sendOneByOne } from '../support/model/oneByOne.ts'
import { givenIn } from '../support/scenario/given.ts'
import { batch, damage, order } from '../support/scenario/messages.ts'

/** What the views show now. */
async function shown(warehouse: Warehouse): Promise<StoodRow[]> {
  const { rows } = await warehouse.view('products', { limit: 1000 })
  const { rows: lines } = await warehouse.view('lines', { limit: 1000, state: 'backordered' })
  return rows.map(({ availableByEta: _, ...row }) => {
    const waiting = lines.filter(({ sku }) => sku === row.sku)
    const due = waiting.flatMap(({ dueDate }) => dueDate ?? []).sort()
    return { ...row, waiting: waiting.length, due: due[0] ?? null }
  })
}

test('at any moment every SKU stands as the views showed it then', async () => {
  const property = fc.asyncProperty(stepsOf(60, 60), async (steps) => {
    const warehouse = await givenIn(temporaryFile())
    const moments: { seq: number; rows: Promise<StoodRow[]> }[] = []
    let seq = 0
    warehouse.subscribe(({ outcome }) => {
      seq += 1 + outcome.events.length
      moments.push({ seq, rows: shown(warehouse) })
    })
    await sendOneByOne(warehouse, steps)
    await warehouse.check() // comes after what was to be told
    for (const moment of moments.filter((_, at) => at % 7 === 0))
      expect(await warehouse.stood({ seq: moment.seq })).toEqual(await moment.rows)
    await warehouse.close()
  })
  await fc.assert(property, { numRuns: 2 })
}, 300_000)

test('who was short at an instant is told, with how far it has come, and it can be given up', async () => {
  const warehouse = await givenIn(temporaryFile(), batch('b1', 10), order('o1', 10, { dueDate: '2030-02-01' }))
  const done: number[] = []
  await warehouse.handle(damage('b1', 1))
  await warehouse.handle(batch('c1', 1, { sku: 'CHAIR' }))
  const rows = await warehouse.stood(
    { at: '2031-01-01T00:00:00Z' },
    { onProgress: (progress) => done.push(progress.done) },
  )
  expect(rows.map(({ sku, waiting, backordered, due }) => [sku, waiting, backordered, due])).toEqual([
    ['CHAIR', 0, 0, null],
    ['SMALL-TABLE', 1, 10, '2030-02-01'],
  ])
  expect(done).toEqual([1, 2])
  expect(await warehouse.stood({ at: '2029-01-01T00:00:00Z' })).toEqual([])
  const cancelled = AbortSignal.abort(new Error('given up'))
  await expect(warehouse.stood({ seq: 1 }, { signal: cancelled })).rejects.toThrow('given up')
})
