import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { saveRejected } from '../../core/index.ts'
import { temporaryFile, temporaryFolder } from '../support/files/temporaryFolder.ts'
import { given } from '../support/scenario/given.ts'
import { batch } from '../support/scenario/messages.ts'
import { places } from '../support/scenario/seen.ts'
import { counts, csvFile, fileRefusal, importFile, importRows } from '../unit/csv/csvFile.ts'

const rows = [
  'order_id,sku,qty',
  'o1,TABLE,5',
  '=o2,TABLE,"1,200"',
  'o3,TABLE,1,200',
  'o4,테이블,3',
  'o5,TABLE',
  '"o6,TABLE,6',
]

describe('rejected rows that were saved', () => {
  test('go in when they are corrected', async () => {
    const warehouse = await given(batch('b1', 5000, { sku: 'TABLE' }))
    const saved = temporaryFile('rejected.csv')
    await saveRejected(saved, await importRows(warehouse, ...rows))
    correct(saved, [
      ['"1,200"', '1200'],
      ['1,4,"The row has 4 cells, the header 3",200', '1200,4,'],
      ['테이블', 'TABLE'],
      [/o5,TABLE,,6,.*/, 'o5,TABLE,5,6,'],
      [/"""o6",TABLE,6,.*/, 'o6,TABLE,6'],
    ])
    expect(counts(await importFile(warehouse, saved))).toMatchObject({ imported: 5, rejected: 0 })
    expect(await places(warehouse)).toEqual({ o1: 'b1', '=o2': 'b1', o3: 'b1', o4: 'b1', o5: 'b1', o6: 'b1' })
  })

  test('are rejected again when they are not, however often they are saved', async () => {
    const warehouse = await given(batch('b1', 5000, { sku: 'TABLE' }))
    let report = await importRows(warehouse, ...rows, 'o7,TABLE,"7', 'o8,TABLE,12" pipe,"', 'o9,TABL')
    for (const _ of [1, 2]) {
      const saved = temporaryFile('rejected.csv')
      await saveRejected(saved, report)
      report = await importFile(warehouse, saved)
      expect(counts(report)).toEqual({ imported: 0, unchanged: 0, rejected: 8, cancelled: false })
    }
  })

  test('are rejected again when the file was cut off in one that would do without its end', async () => {
    const warehouse = await given(batch('b1', 5000, { sku: 'TABLE' }))
    const saved = temporaryFile('rejected.csv')
    await saveRejected(saved, await importRows(warehouse, 'order_id,sku,qty,due', 'o1,TABLE,2x,', 'o2,TABLE,1'))
    expect(counts(await importFile(warehouse, saved))).toMatchObject({ imported: 0, rejected: 2 })
  })

  test('by the thousand are written whole', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => `o${index},TABLE,x`)
    const saved = temporaryFile('rejected.csv')
    await saveRejected(saved, await importRows(await given(), 'order_id,sku,qty', ...many))
    expect(
      readFileSync(saved, 'utf8')
        .split('\r\n')
        .map((line) => line.split(',')[0]),
    ).toEqual(['\ufefforder_id', ...many.map((row) => row.split(',')[0]), ''])
  })

  test('are refused a place that cannot be written to', async () => {
    const report = await importRows(await given(), 'order_id,sku,qty', 'o1,TABLE,x')
    expect(await fileRefusal(saveRejected(temporaryFolder(), report))).toEqual({
      code: 'UnwritableFile',
      details: { errno: 'EISDIR' },
    })
  })
})

test('a file that another program saved as CP949 is imported', async () => {
  const warehouse = await given()
  // 입고번호,품목,수량 / b1,똠방각하,7
  const file = csvFile(Buffer.from('c0d4b0edb9f8c8a32cc7b0b8f12cbcf6b7ae0d0a62312c8c63b9e6b0a2c7cf2c370d0a', 'hex'))
  await importFile(warehouse, file)
  expect((await warehouse.view('batches', {})).rows).toMatchObject([{ ref: 'b1', sku: '똠방각하', qty: 7 }])
})

function correct(path: string, corrections: readonly (readonly [string | RegExp, string])[]): void {
  const text = corrections.reduce((before, [wrong, right]) => before.replace(wrong, right), readFileSync(path, 'utf8'))
  writeFileSync(path, text)
}
