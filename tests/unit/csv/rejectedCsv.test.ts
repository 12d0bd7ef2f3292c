import { describe, expect, test } from 'vitest'
import { rejectedCsv } from '../../../core/csv/rejectedCsv.ts'
import type { RejectedRow } from '../../../core/index.ts'

const rejected = (line: number, ...cells: string[]): RejectedRow => ({
  line,
  cells,
  refusal: { code: 'InvalidSku', details: { sku: 'X' }, message: 'Invalid sku X' },
})
const saved = (header: string[], rows: RejectedRow[], wording?: Parameters<typeof rejectedCsv>[1]) =>
  [...rejectedCsv({ header, rejectedRows: rows }, wording)].join('')

describe('the file of rejected rows', () => {
  test('has each as it was, with its line and the reason, so that spreadsheets read Korean', () => {
    expect(saved(['주문', '메모'], [rejected(2, '가', 'a, "b"\nc'), rejected(5, '나')])).toBe(
      '\ufeff주문,메모,line in file,reason\r\n가,"a, ""b""\nc",2,Invalid sku X\r\n나,,5,Invalid sku X\r\n',
    )
  })

  test('is in the language of the person who saves it', () => {
    const wording = {
      explain: ({ code }: { code: string }, index: number) => `${index}: ${code}`,
      headings: { line: '파일의 줄', reason: '이유' },
    }
    expect(saved(['a'], [rejected(2, 'x'), rejected(3, 'y')], wording)).toBe(
      '\ufeffa,파일의 줄,이유\r\nx,2,0: InvalidSku\r\ny,3,1: InvalidSku\r\n',
    )
  })

  test.each(['=1+1', '+A1', '-A1', '@SUM(A1)', '\tx', '\0x', '=1\n+1', '-1+1', "=HYPERLINK('x')"])(
    'has %j as text, which would be a formula',
    (cell) => {
      expect(saved(['a'], [rejected(2, cell)])).toBe(`\ufeffa,line in file,reason\r\n"'${cell}",2,Invalid sku X\r\n`)
    },
  )

  test.each(['-5', '+5', '-1.5', '12'])('has the number %s as a number', (cell) => {
    expect(saved(['a'], [rejected(2, cell)])).toBe(`\ufeffa,line in file,reason\r\n${cell},2,Invalid sku X\r\n`)
  })

  test('has a cell too many behind the reason, where it is one too many again', () => {
    expect(saved(['a', 'b'], [rejected(2, '1', '200', '3')])).toBe(
      '\ufeffa,b,line in file,reason\r\n1,200,2,Invalid sku X,3\r\n',
    )
  })

  test('has in one whose quotes were wrong a cell too many, lest it be taken for right before it is corrected', () => {
    const row = {
      ...rejected(2, '"x', '1'),
      refusal: { code: 'StrayQuote', details: {}, message: 'Stray quote' } as const,
    }
    expect(saved(['a', 'b'], [row], { uncorrected: 'mend me' })).toBe(
      '\ufeffa,b,line in file,reason\r\n"""x",1,2,Stray quote,mend me\r\n',
    )
  })

  test('does not grow when rows are rejected again', () => {
    expect(saved(['a', 'line in file', 'reason'], [rejected(2, 'x', '9', 'Invalid sku X')])).toBe(
      '\ufeffa,line in file,reason\r\nx,2,Invalid sku X\r\n',
    )
  })
})
