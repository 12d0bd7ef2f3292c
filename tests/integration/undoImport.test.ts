import { describe, expect, test } from 'vitest'
import { importCsv, previewUndoImport, undoImport, type Warehouse } from '../../core/index.ts'
import { given } from '../support/scenario/given.ts'
import { batch, damage, dispatch, order, SKU } from '../support/scenario/messages.ts'
import { everything, holds, places, refusal } from '../support/scenario/seen.ts'
import { csvFile } from '../unit/csv/csvFile.ts'

const mapping = { orderId: 0, sku: 1, qty: 2 }
const rows = (...orders: string[]) => csvFile('order,sku,quantity', ...orders.map((id) => `${id},${SKU},5`))
const importRows = (warehouse: Warehouse, path: string) =>
  importCsv(warehouse, { path, kind: 'orders', mapping, by: 'Kim' })

/** The sequence in history of the newest import. */
async function lastImport(warehouse: Warehouse): Promise<number> {
  const { rows } = await warehouse.view('history', { messages: true, limit: 1000 })
  return rows.find(({ event }) => event.type === 'ImportStarted')!.seq
}

test('an import is one entry of history, with its rows as its parts', async () => {
  const warehouse = await given(batch('b1', 20))
  const path = rows('o1', 'o2')
  await importRows(warehouse, path)
  const seq = await lastImport(warehouse)
  const { rows: parts } = await warehouse.view('history', { partOf: seq, messages: true })
  expect(parts.map(({ event, by, partOf }) => ['orderId' in event && event.orderId, by, partOf])).toEqual([
    ['o2', 'Kim', seq],
    ['o1', 'Kim', seq],
  ])
})

test('an import that changes nothing leaves no entry', async () => {
  const warehouse = await given(batch('b1', 20))
  const path = rows('o1', 'o2')
  await importRows(warehouse, path)
  const before = await everything(warehouse)
  await importRows(warehouse, path)
  expect(await everything(warehouse)).toEqual(before)
})

describe('an import that is undone', () => {
  test('leaves the lines as they were, and the preview says so', async () => {
    const warehouse = await given(batch('b1', 12), order('before', 5))
    await importRows(warehouse, rows('o1', 'o2', 'o3'))
    const seq = await lastImport(warehouse)
    const preview = await previewUndoImport(warehouse, seq)
    const undone = await undoImport(warehouse, seq, { by: 'Lee' })
    expect([undone, await places(warehouse), await warehouse.check()]).toEqual([preview, { before: 'b1' }, []])
    expect(undone).toEqual({ total: 3, undone: 3, refused: [], notices: [], cancelled: false })
  })

  test('is shown as undone, and can be imported again', async () => {
    const warehouse = await given(batch('b1', 20))
    const path = rows('o1', 'o2')
    await importRows(warehouse, path)
    const seq = await lastImport(warehouse)
    await undoImport(warehouse, seq)
    const { rows: entries } = await warehouse.view('history', { messages: true })
    const again = await importRows(warehouse, path)
    const andAgain = await importRows(warehouse, path)
    expect(entries.find((entry) => entry.seq === seq)?.undone).toBe(true)
    expect([again.imported, andAgain.unchanged, await places(warehouse)]).toEqual([2, 2, { o1: 'b1', o2: 'b1' }])
  })

  test('keeps the rows that cannot be taken back, and names them', async () => {
    const warehouse = await given(batch('b1', 20))
    await importRows(warehouse, rows('o1', 'o2'))
    await warehouse.handle(dispatch('o1'))
    const { undone, refused } = await undoImport(warehouse, await lastImport(warehouse))
    expect([undone, refused.map(({ refusal }) => refusal.code), await places(warehouse)]).toEqual([
      1,
      ['LineChangedSince'],
      { o1: 'b1' },
    ])
  })

  test('of batches displaces the lines in them, which wait', async () => {
    const warehouse = await given(batch('old', 1))
    await importCsv(warehouse, {
      path: csvFile('ref,sku,quantity', `n1,${SKU},5`, `n2,${SKU},5`),
      kind: 'batches',
      mapping: { ref: 0, sku: 1, qty: 2 },
    })
    await warehouse.handle(order('o1', 5))
    const { undone, notices } = await undoImport(warehouse, await lastImport(warehouse))
    expect([undone, notices.map(({ kind, to }) => [kind, to]), await holds(warehouse)]).toEqual([
      2,
      [
        ['backordered', null],
        ['outOfStock', null],
      ],
      { old: 1 },
    ])
  })

  test('that was stopped half way goes on when it is undone again', async () => {
    const warehouse = await given(batch('b1', 1_000))
    await importRows(warehouse, rows(...Array.from({ length: 60 }, (_, index) => `o${index}`)))
    const seq = await lastImport(warehouse)
    const stop = new AbortController()
    const stopped = await undoImport(warehouse, seq, { signal: stop.signal, onProgress: () => stop.abort() })
    const rest = await undoImport(warehouse, seq)
    expect([stopped.cancelled, stopped.undone > 0, stopped.undone + rest.undone]).toEqual([true, true, 60])
  })
})

test('only an import is undone as one', async () => {
  const warehouse = await given(batch('b1', 20), damage('b1', 2))
  const refused = await refusal(undoImport(warehouse, 1))
  expect(refused).toEqual({ code: 'NotUndoable', details: { seq: 1, type: 'BatchCreated' } })
})
