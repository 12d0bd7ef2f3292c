import { describe, expect, test } from 'vitest'
import { rowReader } from '../../../core/csv/rowReader.ts'

import { MAX_QUANTITY } from '../../../core/domain/vocabulary.ts'

const read = (...cells: string[]) =>
  rowReader(
    'orders',
    { orderId: 0, sku: 1, qty: 2, line: 3, dueDate: 4, customer: null, priority: null },
    5,
  )({ line: 2, cells, ended: true, strayQuote: false })
const message = (...cells: string[]) => read(...cells).message
const given = {
  type: 'AllocationRequired',
  orderId: 'o1',
  sku: 'TABLE',
  qty: 12,
  line: 1,
  dueDate: null,
  customer: null,
  priority: 0,
}

describe('a row says the same', () => {
  test('with blanks around its cells', () => {
    expect(message(' o1', 'TABLE ', ' 12\t', ' ', '')).toEqual(given)
  })
  test('when a spreadsheet left out the empty cells at its end', () => {
    expect(message('o1', 'TABLE', '12')).toEqual(given)
  })
  test('when a spreadsheet added empty cells', () => {
    expect(message('o1', 'TABLE', '12', '', '', '', ' ')).toEqual(given)
  })
  test('when a text that looks like a formula was saved with an apostrophe', () => {
    expect(message("'=1+1", "'-TABLE", '12')).toEqual({ ...given, orderId: '=1+1', sku: '-TABLE' })
  })
  test.each(['2025-03-01', '2025-3-1', '2025/3/1', '2025/03/01', '2025.3.1', '2025.03.01'])(
    'with the date %s',
    (date) => {
      expect(message('o1', 'TABLE', '12', '2', date)).toEqual({ ...given, line: 2, dueDate: '2025-03-01' })
    },
  )
})

describe('the id of a row', () => {
  test('is the same however it is written, and the line number that it has by default', () => {
    expect(read(' o1 ', 'TABLE', '012', '1', '2025/3/1').id).toBe(read('o1', 'TABLE', '12', '', '2025-03-01').id)
  })
  test('never changes, or every file could be imported twice', () => {
    expect(read('o1', 'TABLE', '12').id).toBe('3ffb0f0b-1d4c-8f92-a50e-153556a8be49')
  })
  test('differs between any two orders', () => {
    const rows = [
      ['o1', 'A', '1'],
      ['o', '1A', '1'],
      ['o1', 'A', '11'],
      ['o1', 'A', '1', '2'],
      ['o1', 'A', '1', '', '2025-01-01'],
    ]
    expect(new Set(rows.map((cells) => read(...cells).id)).size).toBe(rows.length)
  })
})

describe('what is written otherwise is refused as everywhere:', () => {
  const problems = (...cells: string[]) => {
    try {
      return message(...cells)
    } catch (error) {
      return (error as { details: { problems: unknown } }).details.problems
    }
  }
  test.each([
    ['', { problem: 'missing' }],
    ['1,200', { problem: 'notWhole' }],
    ['12.5', { problem: 'notWhole' }],
    ['1e3', { problem: 'notWhole' }],
    ['abc', { problem: 'notWhole' }],
    ['0x10', { problem: 'notWhole' }],
    ['0', { problem: 'tooSmall', limit: 1 }],
    ['-3', { problem: 'tooSmall', limit: 1 }],
    ['99999999999999999999', { problem: 'tooLarge', limit: MAX_QUANTITY }],
  ])('the quantity "%s"', (cell, problem) => {
    expect(problems('o1', 'TABLE', cell)).toEqual([{ field: 'qty', ...problem }])
  })
  test.each(['2025-02-30', '1/3/2025', '20250301', '2025-3/1', 'soon'])('the date "%s"', (cell) => {
    expect(problems('o1', 'TABLE', '1', '', cell)).toEqual([{ field: 'dueDate', problem: 'notDate' }])
  })
  test.each([
    'x'.repeat(81),
    '가'.repeat(81).normalize('NFD'),
    '😀'.repeat(30_000),
    'e\u0301'.repeat(30_000),
    `o${' '.repeat(1000)}1`,
  ])('a text of more than 80 characters (%#)', (cell) =>
    expect(problems(cell, 'TABLE', '1')).toEqual([{ field: 'orderId', problem: 'tooLong', limit: 80 }]),
  )
  test('but 80 characters may be written in single letters', () => {
    const written = '각'.repeat(80).normalize('NFD')
    expect(message(written, 'TABLE', '1')).toMatchObject({ orderId: '각'.repeat(80) })
  })
  test('every problem of a row at once', () => {
    expect(problems('', 'TA\nBLE', 'x')).toEqual([
      { field: 'orderId', problem: 'empty' },
      { field: 'sku', problem: 'controlCharacter' },
      { field: 'qty', problem: 'notWhole' },
    ])
  })
})
