import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import readWorkbook from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { Cell } from '../../core/tables/table.ts'
import { TableFile } from '../../core/tables/tableFile.ts'
import { xlsxTable } from '../../core/tables/xlsxTable.ts'
import { temporaryFolder } from '../support/files/temporaryFolder.ts'

const heading = ['Order', 'Units', 'Due', 'At', 'Note']
const rows: Cell[][] = [
  ['0012', 5, { day: '2031-02-28' }, { instant: '2031-02-28T08:30:00.000Z' }, null],
  ['=HYPERLINK("x")', -3.5, { day: '2000-02-29' }, null, 'a <b> & "c"\nnext'],
  ['나무', 0, null, null, '_x0041_ \u0007\ud800'],
  ['+1', 1e9, null, null, '-1'],
]

async function saved(format: 'csv' | 'xlsx'): Promise<string> {
  const path = join(await temporaryFolder(), `list.${format}`)
  const table = new TableFile(path, format)
  await table.write([heading, ...rows.slice(0, 2)])
  await table.write(rows.slice(2))
  await table.end()
  return path
}

test('a workbook has numbers as numbers, dates as dates, and texts that nothing runs', async () => {
  const [first] = await readWorkbook(await saved('xlsx'))
  const local = new Date('2031-02-28T08:30:00.000Z')
  const shown = new Date(local.getTime() - local.getTimezoneOffset() * 60_000)
  const whole = (value: unknown) =>
    value instanceof Date ? new Date(Math.round(value.getTime() / 1000) * 1000) : value
  expect(first?.data.map((row) => row.map(whole))).toEqual([
    heading,
    ['0012', 5, new Date('2031-02-28'), shown, null],
    ['=HYPERLINK("x")', -3.5, new Date('2000-02-29'), null, 'a <b> & "c"\nnext'],
    ['나무', 0, null, null, '_x0041_ \ufffd'],
    ['+1', 1e9, null, null, '-1'],
  ])
})

test('a CSV file has dates as they are sorted, and a guard before what would be run', async () => {
  expect(await readFile(await saved('csv'), 'utf8')).toBe(
    [
      '\ufeffOrder,Units,Due,At,Note',
      '0012,5,2031-02-28,2031-02-28T08:30:00.000Z,',
      '"\'=HYPERLINK(""x"")",-3.5,2000-02-29,,"a <b> & ""c""\nnext"',
      '나무,0,,,_x0041_ \u0007\ufffd',
      '+1,1000000000,,,-1',
      '',
    ].join('\r\n'),
  )
})

test('what one sheet cannot have goes on in the next, under the same heading', async () => {
  const path = join(await temporaryFolder(), 'list.xlsx')
  const table = xlsxTable(path, 3)
  await table.write([['No'], ...Array.from({ length: 5 }, (_, index) => [index + 1])])
  await table.end()
  const sheets = await readWorkbook(path)
  expect(sheets.map(({ data }) => data)).toEqual([
    [['No'], [1], [2]],
    [['No'], [3], [4]],
    [['No'], [5]],
  ])
})

test.for(['csv', 'xlsx'] as const)('a table that is given up leaves the file as it was: %s', async (format) => {
  const folder = await temporaryFolder()
  const path = join(folder, `list.${format}`)
  await writeFile(path, 'before')
  const table = new TableFile(path, format)
  await table.write([heading, ...rows])
  await table.cancel()
  expect(await readFile(path, 'utf8')).toBe('before')
  expect(await readdir(folder)).toEqual([`list.${format}`])
})

test.for(['csv', 'xlsx'] as const)('a file that cannot be written is said to be so: %s', async (format) => {
  const path = join(await temporaryFolder(), 'gone', `list.${format}`)
  const table = new TableFile(path, format)
  const failing = (async () => {
    for (let piece = 0; piece < 100; piece++) await table.write(rows)
    await table.end()
  })()
  await expect(failing).rejects.toMatchObject({ code: 'UnwritableFile', details: { errno: 'ENOENT' } })
})
