import { describe, expect, test } from 'vitest'
import { rowReader } from '../../core/csv/rowReader.ts'
import { type ColumnMapping, type ImportProgress, importCsv, openWarehouse, type Warehouse } from '../../core/index.ts'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { longestTurn } from '../support/longestTurn.ts'
import { given, givenIn } from '../support/scenario/given.ts'
import { batch, order, quantity, split } from '../support/scenario/messages.ts'
import { everything, places } from '../support/scenario/seen.ts'
import { counts, csvFile, fileRefusal, importFile, importRows, ordersByPosition, reasons } from '../unit/csv/csvFile.ts'

const none = { imported: 0, unchanged: 0, rejected: 0, cancelled: false }
const orders = (count: number) => Array.from({ length: count }, (_, index) => `o${index},TABLE,1`)
const header = 'order_id,sku,quantity'
const stock = batch('b1', 1_000_000, { sku: 'TABLE' })

describe('an import', () => {
  test('takes in the batches of a file', async () => {
    const warehouse = await given()
    const file = csvFile('reference,sku,quantity,eta', 'b1,TABLE,20,', 'b2,TABLE,30,2031/5/1')
    expect(counts(await importFile(warehouse, file))).toEqual({ ...none, imported: 2 })
    expect(await warehouse.view('batches', {})).toMatchObject({
      rows: [
        { ref: 'b1', sku: 'TABLE', qty: 20, eta: null },
        { ref: 'b2', sku: 'TABLE', qty: 30, eta: '2031-05-01' },
      ],
    })
  })

  test('takes in the order lines of a file, and allocates each', async () => {
    const warehouse = await given(batch('b1', 10, { sku: 'TABLE' }))
    await importRows(
      warehouse,
      '주문번호;품목;수량;순번;납기일',
      'o1;TABLE;8;;2031.1.2',
      'o1;TABLE;1;2;',
      'o2;TABLE;3;;',
    )
    expect(await places(warehouse)).toEqual({ o1: 'b1', 'o1/2': 'b1', o2: null })
  })

  test('is known by who did it', async () => {
    const warehouse = await given()
    await importFile(warehouse, csvFile('ref,sku,qty', 'b1,TABLE,1'), { by: 'Kim' })
    expect((await warehouse.view('history', { batchRef: 'b1' })).rows[0]).toMatchObject({ by: 'Kim' })
  })

  test('finds the fields where the person says that they are', async () => {
    const warehouse = await given(stock)
    const path = csvFile('was,wo,wieviel', 'TABLE,o1,5')
    const mapping: ColumnMapping = { orderId: 1, sku: 0, qty: 2 }
    expect(counts(await importCsv(warehouse, { path, kind: 'orders', mapping }))).toEqual({ ...none, imported: 1 })
  })
})

describe('nothing is written', () => {
  const path = () => csvFile(header, 'o1,TABLE,5')
  test.each([
    ['when a required field is in no column', { orderId: 0, qty: null }, ['sku', 'qty']],
    ['when a field is in a column that is not there', { orderId: 0, sku: 1, qty: 3, line: 9 }, ['qty', 'line']],
  ])('%s', async (_, mapping, fields) => {
    const warehouse = await given(stock)
    const before = await everything(warehouse)
    const answer = importCsv(warehouse, { path: path(), kind: 'orders', mapping })
    expect(await fileRefusal(answer)).toEqual({ code: 'MissingColumns', details: { fields } })
    expect(await everything(warehouse)).toEqual(before)
  })

  test('when the columns of the file are no longer those that the person saw', async () => {
    const answer = importFile(await given(stock), path(), { header: ['order_id', 'quantity', 'sku'] })
    const details = { header: ['order_id', 'sku', 'quantity'] }
    expect(await fileRefusal(answer)).toEqual({ code: 'HeaderChanged', details })
  })

  test('when the file has no rows', async () => {
    const answer = importCsv(await given(), { path: csvFile(header), kind: 'orders', mapping: ordersByPosition })
    expect(await fileRefusal(answer)).toEqual({ code: 'NoRows', details: {} })
  })
})

describe('importing the same file again changes nothing', () => {
  test('when nothing happened in between', async () => {
    const warehouse = await given(stock)
    const file = csvFile(header, ...orders(20))
    await importFile(warehouse, file)
    const before = await everything(warehouse)
    expect(counts(await importFile(warehouse, file))).toEqual({ ...none, unchanged: 20 })
    expect(await everything(warehouse)).toEqual(before)
  })

  test('whatever happened in between', async () => {
    const warehouse = await given()
    const file = csvFile('ref,sku,qty', 'b1,SMALL-TABLE,20', 'b2,SMALL-TABLE,5')
    await importFile(warehouse, file)
    for (const message of [order('o1', 15), quantity('b1', 3), quantity('b2', 0)]) await warehouse.handle(message)
    const before = await everything(warehouse)
    expect(counts(await importFile(warehouse, file))).toEqual({ ...none, unchanged: 2 })
    expect(await everything(warehouse)).toEqual(before)
  })

  test('when a line was split since, also as a row of another file', async () => {
    const warehouse = await given(batch('b1', 3))
    const file = csvFile(header, 'o1,SMALL-TABLE,5', 'o2,SMALL-TABLE,1')
    await importFile(warehouse, file)
    await warehouse.handle(split('o1', 2))
    const before = await everything(warehouse)
    expect(counts(await importFile(warehouse, file))).toEqual({ ...none, unchanged: 2 })
    expect(counts(await importRows(warehouse, 'sku,quantity,order_id', 'SMALL-TABLE,5,o1'))).toEqual({
      ...none,
      unchanged: 1,
    })
    expect(await everything(warehouse)).toEqual(before)
  })

  test('after the app was closed', async () => {
    const database = temporaryFile()
    const file = csvFile('ref,sku,qty', 'b1,TABLE,20')
    const first = await openWarehouse({ database })
    await importFile(first, file)
    await first.close()
    expect(counts(await importFile(await givenIn(database), file))).toEqual({ ...none, unchanged: 1 })
  })

  test('when the rows stand in another order, another file, and another format', async () => {
    const warehouse = await given(stock)
    await importRows(warehouse, header, 'o1,TABLE,5', 'o2,TABLE,6')
    const again = await importRows(warehouse, 'due;qty;sku;note;order no', ';6;TABLE;x;o2', ';05; TABLE;;o1')
    expect(counts(again)).toEqual({ ...none, unchanged: 2 })
  })
})

test('a line that stands already as the file has it is unchanged', async () => {
  const warehouse = await given(stock, order('o1', 5, { sku: 'TABLE' }))
  expect(counts(await importRows(warehouse, header, 'o1,TABLE,5', 'o2,TABLE,5', 'o2,TABLE,5'))).toEqual({
    ...none,
    imported: 1,
    unchanged: 2,
  })
})

describe('a wrong row is listed with its line and the reason', () => {
  test('when the warehouse refuses it', async () => {
    const warehouse = await given(batch('b1', 20, { sku: 'TABLE' }), order('o1', 5, { sku: 'TABLE' }))
    const wrongOrders = await importRows(warehouse, header, 'o1,TABLE,6', 'o2,CHAIR,1', 'o3,TABLE,1')
    const wrongBatches = await importRows(warehouse, 'ref,sku,qty', 'b1,CHAIR,6')
    const line = { orderId: 'o1', line: 1, sku: 'TABLE', qty: 5, dueDate: null, state: 'allocated' }
    expect({ ...reasons(wrongOrders), batch: reasons(wrongBatches)[2] }).toEqual({
      2: { code: 'LineConflict', details: line },
      3: { code: 'InvalidSku', details: { sku: 'CHAIR' } },
      batch: { code: 'DuplicateBatch', details: { ref: 'b1', sku: 'TABLE' } },
    })
  })

  test('when it is written wrongly', async () => {
    const warehouse = await given(stock)
    const rows = [
      'o1,TABLE',
      'o2,TABLE,1,200',
      '"o3,TABLE,1',
      'o4,"TA"BLE",1',
      'o5,TABLE,1.5',
      'o6,TABLE,1',
      'o7,TABLE',
    ]
    const cellCount = (found: number) => ({ code: 'WrongCellCount', details: { expected: 3, found } })
    expect(reasons(await importRows(warehouse, header, ...rows))).toEqual({
      2: cellCount(2),
      3: cellCount(4),
      4: { code: 'StrayQuote', details: {} },
      5: { code: 'StrayQuote', details: {} },
      6: { code: 'InvalidMessage', details: { problems: [{ field: 'qty', problem: 'notWhole' }] } },
      8: cellCount(2),
    })
  })

  test('when another message was stored under its id', async () => {
    const warehouse = await given(stock)
    const read = rowReader('orders', ordersByPosition, 3)
    const { id } = read({ line: 2, cells: ['o1', 'TABLE', '5'], ended: true, strayQuote: false })
    await warehouse.handle(order('o2', 7, { sku: 'TABLE' }), { id })
    const report = await importRows(warehouse, header, 'o1,TABLE,5', 'o3,TABLE,5')
    expect([counts(report), reasons(report)]).toEqual([
      { ...none, imported: 1, rejected: 1 },
      { 2: { code: 'IdTaken', details: {} } },
    ])
  })

  test('when it is the last of a file that was cut off', async () => {
    const report = await importRows(await given(stock), `${header},due_date`, 'o1,TABLE,12', 'o2,TABLE,1')
    expect([counts(report), reasons(report)]).toEqual([
      { ...none, imported: 1, rejected: 1 },
      { 3: { code: 'WrongCellCount', details: { expected: 4, found: 3 } } },
    ])
  })

  test('the line of the file, also behind line breaks within cells and blank lines', async () => {
    const rows = ['o1,TABLE,1,"a\r\nb\r\n"', '', ' ,,,', 'o2,TABLE,x,"c', 'd"', 'o3,TABLE,1,', 'o4,TABLE,y,']
    const report = await importRows(await given(stock), `${header},note`, ...rows)
    expect(report.rejectedRows.map(({ line, cells }) => [line, cells])).toEqual([
      [7, ['o2', 'TABLE', 'x', 'c\nd']],
      [10, ['o4', 'TABLE', 'y']],
    ])
  })

  test('and the others go in, be a hundred wrong among them', async () => {
    const warehouse = await given(stock)
    const rows = orders(200).map((row, index) => (index % 2 === 0 ? row : `${row},000`))
    const report = await importRows(warehouse, header, ...rows)
    expect([
      counts(report),
      Object.keys(reasons(report)).map(Number),
      (await warehouse.view('summary', {})).lines,
    ]).toEqual([
      { ...none, imported: 100, rejected: 100 },
      Array.from({ length: 100 }, (_, index) => 3 + 2 * index),
      { allocated: 100, backordered: 0, dispatched: 0, cancelled: 0 },
    ])
  })

  test('of very many the first are kept, and all are counted', async () => {
    const report = await importRows(await given(stock), header, ...orders(12_000).map((row) => `${row}x`))
    expect([report.rejected, report.rejectedRows.length]).toEqual([12_000, 10_000])
  })

  test('of very wide ones only as many are kept as memory allows', async () => {
    const names = Array.from({ length: 996 }, (_, index) => `note ${index}`)
    const rows = orders(2000).map((row) => `${row}x,${names.map(() => 'n').join()}`)
    const { rejected, rejectedRows } = await importRows(await given(), `${header},${names.join()}`, ...rows)
    expect([rejected, rejectedRows.reduce((cells, row) => cells + row.cells.length, 0) <= 251_000]).toEqual([
      2000,
      true,
    ])
  })

  test('without the blank cells at its end, of which there may be thousands', async () => {
    const { rejectedRows } = await importRows(await given(), header, `o1,,x${', '.repeat(16_000)}`)
    expect(rejectedRows.map(({ cells }) => cells)).toEqual([['o1', '', 'x']])
  })
})

describe('while a long file is imported', () => {
  test('its progress is told some ten times a second, and at the end', async () => {
    const path = csvFile(header, ...orders(1000))
    const told: (ImportProgress & { at: number })[] = []
    const onProgress = (progress: ImportProgress) => told.push({ ...progress, at: performance.now() })
    await importFile(await givenIn(temporaryFile(), stock), path, { onProgress })
    const pauses = told.slice(1, -1).map(({ at }, index) => at - told[index]!.at)
    const { at, ...last } = told.at(-1)!
    expect([pauses.filter((pause) => pause < 50), last]).toEqual([
      [],
      { rows: 1000, imported: 1000, unchanged: 0, rejected: 0, bytes: last.totalBytes, totalBytes: last.totalBytes },
    ])
  })

  test.each([
    ['rows that go in', orders(5000)],
    ['rows with a stray quote', orders(5000).map((row) => `"${row}`)],
    ['rows in which quotes seem to be closed far away', Array<string>(5000).fill('x",y,"z')],
    ['rows with thousands of combining marks', orders(20).map((row) => `${'\u0323\u0301'.repeat(30_000)}${row}`)],
    ['rows with thousands of cells', orders(100).map((row) => `${row},000${','.repeat(16_000)}`)],
  ])('everything else has its turn, be it a file of %s', async (_, rows) => {
    const path = csvFile(header, ...rows)
    expect(await longestTurn(importFile(await given(stock), path))).toBeLessThan(60)
  })

  test('it can be stopped; what went in is in, and the file can be imported again', async () => {
    const warehouse = await given(stock)
    const path = csvFile(header, ...orders(300))
    const stop = new AbortController()
    after(100, warehouse, () => stop.abort())
    const stopped = await importFile(warehouse, path, { signal: stop.signal })
    const finished = await importFile(warehouse, path)
    const { imported } = stopped
    expect(imported).toBeGreaterThanOrEqual(100)
    expect(imported).toBeLessThan(300)
    expect([counts(stopped), counts(finished), await warehouse.check()]).toEqual([
      { ...none, imported, cancelled: true },
      { ...none, imported: 300 - imported, unchanged: imported },
      [],
    ])
  })

  test('it can be stopped before it began', async () => {
    const warehouse = await given(stock)
    const report = await importFile(warehouse, csvFile(header, ...orders(10)), { signal: AbortSignal.abort() })
    expect([counts(report), await places(warehouse)]).toEqual([{ ...none, cancelled: true }, {}])
  })

  test('a failure of the warehouse ends it, and the next import takes up from there', async () => {
    const database = temporaryFile()
    const path = csvFile(header, ...orders(300))
    const failing = await givenIn(database, stock)
    after(100, failing, () => void failing.close())
    await expect(importFile(failing, path)).rejects.toMatchObject({ code: 'StorageClosed' })
    const report = await importFile(await givenIn(database), path)
    expect(report.unchanged).toBeGreaterThanOrEqual(100)
    expect(counts(report)).toEqual({ ...none, imported: 300 - report.unchanged, unchanged: report.unchanged })
  })
})

function after(commits: number, warehouse: Warehouse, act: () => void): void {
  let count = 0
  warehouse.subscribe(() => {
    if (++count === commits) act()
  })
}
