import { describe, expect, test } from 'vitest'
import { inspectCsv } from '../../core/index.ts'
import { temporaryFile, temporaryFolder } from '../support/files/temporaryFolder.ts'
import { longestTurn } from '../support/longestTurn.ts'
import { csvFile, fileRefusal } from '../unit/csv/csvFile.ts'

const utf16le = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
const utf16be = (text: string) => Buffer.from(utf16le(text)).swap16()
/** 배치,품목,수량 / 한1,똠,5 */
const cp949 = Buffer.from('b9e8c4a12cc7b0b8f12cbcf6b7ae0d0ac7d1312c8c632c350d0a', 'hex')

const seen = async (...content: (string | Uint8Array)[]) => {
  const { header, sample, encoding, delimiter, kind } = await inspectCsv(csvFile(...content))
  return { header, rows: sample.map(({ cells }) => cells), encoding, delimiter, kind }
}

test('a person is shown what a file holds before it is imported', async () => {
  expect(
    await inspectCsv(csvFile('order_id,sku,quantity,due_date', '10248,TOFU,12,1996-08-01', '', '10249,CHAI,9,')),
  ).toEqual({
    encoding: 'utf-8',
    delimiter: ',',
    header: ['order_id', 'sku', 'quantity', 'due_date'],
    kind: 'orders',
    fields: {
      batches: [
        { name: 'ref', required: true },
        { name: 'sku', required: true },
        { name: 'qty', required: true },
        { name: 'eta', required: false },
      ],
      orders: [
        { name: 'orderId', required: true },
        { name: 'sku', required: true },
        { name: 'qty', required: true },
        { name: 'line', required: false },
        { name: 'dueDate', required: false },
        { name: 'customer', required: false },
        { name: 'priority', required: false },
      ],
    },
    mappings: {
      batches: { ref: null, sku: 1, qty: 2, eta: null },
      orders: { orderId: 0, sku: 1, qty: 2, line: null, dueDate: 3, customer: null, priority: null },
    },
    sample: [
      { line: 2, cells: ['10248', 'TOFU', '12', '1996-08-01'] },
      { line: 4, cells: ['10249', 'CHAI', '9', ''] },
    ],
    bytes: 70,
    rows: { count: 2, exact: true },
  })
})

describe('Korean text is read', () => {
  const table = { header: ['배치', '품목', '수량'], rows: [['한1', '똠', '5']], kind: 'batches' }
  const text = '배치,품목,수량\r\n한1,똠,5\r\n'
  test.each([
    ['in UTF-8', Buffer.from(text), 'utf-8', ','],
    ['in UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), 'utf-8', ','],
    ['in CP949', cp949, 'cp949', ','],
    ['as the "Unicode text" of a spreadsheet', utf16le(text.replaceAll(',', '\t')), 'utf-16le', '\t'],
    ['in UTF-16 of the other byte order', utf16be(text), 'utf-16be', ','],
  ])('%s', async (_, bytes, encoding, delimiter) => {
    expect(await seen(bytes)).toEqual({ ...table, encoding, delimiter })
  })

  test('in CP949 also when it comes late in a long file', async () => {
    const ascii = Buffer.from(`ref,sku,qty\n${'b,CHAI,5\n'.repeat(100_000)}`)
    expect((await seen(Buffer.concat([ascii, Buffer.from('b,\xc7\xd1,5\n', 'latin1')]))).encoding).toBe('cp949')
  })

  test('in UTF-8 also when its characters lie across the pieces that a file is read in', async () => {
    const korean = `ref,sku,qty\n${'가나다라마바사,아자차카타파하,5\n'.repeat(20_000)}`
    expect(await seen(korean)).toMatchObject({
      encoding: 'utf-8',
      rows: Array(10).fill(['가나다라마바사', '아자차카타파하', '5']),
    })
  })
})

describe('a table is understood', () => {
  const table = { header: ['ref', 'sku', 'qty'], rows: [['b1', 'CHAI', '5']], kind: 'batches' }
  test.each([
    ['with commas', 'ref,sku,qty\nb1,CHAI,5'],
    ['with semicolons', 'ref;sku;qty\nb1;CHAI;5'],
    ['with tabs', 'ref\tsku\tqty\nb1\tCHAI\t5'],
    ['with semicolons, and commas in quotes', '"ref";"sku";"qty"\n"b1";"CHAI";"5"'],
    ['with the line breaks of Windows', 'ref,sku,qty\r\nb1,CHAI,5\r\n'],
    ['with the line breaks of old Macs', 'ref,sku,qty\rb1,CHAI,5\r'],
    ['with line breaks of several kinds', 'ref,sku,qty\r\nb1,CHAI,5\n\r'],
    ['with blank lines before, within and after', '\n \n,,\nref,sku,qty\n\n\nb1,CHAI,5\n\n'],
  ])('%s', async (_, text) => {
    const { header, rows, kind } = await seen(text)
    expect({ header, rows, kind }).toEqual(table)
  })

  test.each([
    ['semicolons', 'sep=;\r\nref;sku;qty\r\nb1;CHAI;5\r\n', ';'],
    ['semicolons, though its header has more commas', 'SEP=;\nref;sku;qty,a,b,c\nb1;CHAI;5', ';'],
    ['tabs, in quotes', '"sep=\t"\nref\tsku\tqty\nb1\tCHAI\t5', '\t'],
    ['a delimiter that is not known here', 'sep=^\nref,sku,qty\nb1,CHAI,5', ','],
  ])('by the line in which Excel says that it has %s', async (_, text, delimiter) => {
    const { header, sample, ...inspection } = await inspectCsv(csvFile(text))
    expect([inspection.delimiter, header.slice(0, 2), sample[0]?.line]).toEqual([delimiter, ['ref', 'sku'], 3])
  })

  test('without the empty headings at its end, of which there may be thousands', async () => {
    const { header, sample } = await inspectCsv(
      csvFile(`ref,sku,qty${','.repeat(16_000)}`, `b1,CHAI,5${','.repeat(16_000)}`),
    )
    expect([header.length, sample[0]?.cells.length]).toEqual([3, 3])
  })

  test('by its header, though its rows have more of another delimiter', async () => {
    const { delimiter } = await seen('ref;sku;qty;note', 'b1;CHAI;5;a, b, c, d, e, f')
    expect(delimiter).toBe(';')
  })

  test('with headings that come twice, of which the first counts', async () => {
    const { mappings } = await inspectCsv(csvFile('ref,sku,qty,sku', 'b1,CHAI,5,TEA'))
    expect(mappings.batches).toMatchObject({ sku: 1 })
  })
})

test('of a long file the first rows are shown, and the others estimated', async () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => `b${100_000 + index},CHAI,5`)
  const { sample, rows: found } = await inspectCsv(csvFile('ref,sku,qty', ...rows))
  expect([sample.length, found.exact, Math.round(found.count / 1000)]).toEqual([10, false, 50])
})

describe('a file that cannot be imported is refused:', () => {
  test.each([
    ['an empty one', '', 'EmptyFile'],
    ['one of blank lines', '\ufeff\n \r\n,,\n', 'EmptyFile'],
    ['one with a header only', 'ref,sku,qty', 'NoRows'],
    ['one with a header and blank lines', 'ref,sku,qty\n\n,,\n', 'NoRows'],
    ['a workbook', Buffer.from('PK\x03\x04\x14\0\x06\0\x08'), 'BinaryFile'],
    ['one with NUL characters further on', `ref,sku,qty\n${'b1,CHAI,5\n'.repeat(100_000)}\0`, 'BinaryFile'],
    ['a picture', Buffer.from('89504e470d0a1a0aff', 'hex'), 'UnknownEncoding'],
    ['text in Latin 1', Buffer.from('ref,sku,qty\nb1,Caf\xe9,5\n', 'latin1'), 'UnknownEncoding'],
    ['half a character of UTF-16', Buffer.concat([utf16le('ref,sku,qty\nb1,CHAI,5'), Buffer.of(0)]), 'UnknownEncoding'],
  ])('%s', async (_, content, code) => {
    expect(await fileRefusal(inspectCsv(csvFile(content)))).toEqual({ code, details: {} })
  })

  test('one with a line that never ends', async () => {
    const answer = inspectCsv(csvFile(`ref,sku,qty\n${'x'.repeat(1_000_000)}`))
    expect(await fileRefusal(answer)).toEqual({ code: 'LineTooLong', details: { line: 2, limit: 65_536 } })
  })

  test('one with more columns than a person could look through', async () => {
    const answer = inspectCsv(csvFile(Array.from({ length: 1001 }, (_, index) => `c${index}`).join(), 'x'))
    expect(await fileRefusal(answer)).toEqual({ code: 'TooManyColumns', details: { columns: 1001, limit: 1000 } })
  })

  test('one that is not there', async () => {
    const answer = inspectCsv(temporaryFile('none.csv'))
    expect(await fileRefusal(answer)).toEqual({ code: 'UnreadableFile', details: { errno: 'ENOENT' } })
  })

  test('a folder', async () => {
    const answer = inspectCsv(temporaryFolder())
    expect(await fileRefusal(answer)).toEqual({ code: 'UnreadableFile', details: { errno: 'EISDIR' } })
  })
})

describe('everything else has its turn while a file is inspected', () => {
  const rows = (row: string, count: number) => Array<string>(count).fill(row)
  test.each([
    ['with a heading of thousands of brackets', ['('.repeat(60_000), 'x']],
    ['with a heading of thousands of combining marks', ['\u0323\u0301'.repeat(30_000), 'x']],
    ['with a stray quote in every row', ['ref,sku,qty', ...rows('"b1,CHAI,5', 8000)]],
    ['with quotes that seem to be closed far away', ['ref,sku,qty', ...rows('x",y,"z', 8000)]],
  ])('%s', async (_, lines) => {
    expect(await longestTurn(inspectCsv(csvFile(...lines)))).toBeLessThan(60)
  })
})
