import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { RecordParser } from '../../../core/csv/recordParser.ts'

function records(pieces: readonly string[], delimiter = ',') {
  const parser = new RecordParser(delimiter)
  return [...pieces.flatMap((piece) => [...parser.take(piece)]), ...parser.finish()]
}

/** Line and cells, and whether the quotes are wrong. */
const shape = (...pieces: string[]) =>
  records(pieces).map(({ line, cells, strayQuote }) => (strayQuote ? [line, cells, 'stray'] : [line, cells]))

describe('a record', () => {
  test('is numbered by the line that it begins on, whatever its cells hold', () => {
    expect(shape('a,b\n"1\n2","""x""\n"\n\n3,4\n"5",6\n')).toEqual([
      [1, ['a', 'b']],
      [2, ['1\n2', '"x"\n']],
      [6, ['3', '4']],
      [7, ['5', '6']],
    ])
  })

  test('needs no line break at the end of the file', () => {
    expect(records(['a\nb']).map(({ cells, ended }) => [cells, ended])).toEqual([
      [['a'], true],
      [['b'], false],
    ])
  })

  test('comes out alike in whatever pieces the file is read', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '가'), maxLength: 6 })
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 7 }), (rows, size) => {
        const text = `${Papa.unparse(rows, { newline: '\n' })}\n`
        const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
        expect(records(pieces)).toEqual(records([text]))
        expect(records(pieces).map(({ cells }) => cells)).toEqual(
          rows.filter((row) => row.some((value) => value.trim() !== '')),
        )
      }),
    )
  })
})

describe('cells are split as Papa Parse does', () => {
  const piece = fc.constantFrom('a', ' ', ',', ',', '"', '""', '"a"', '\n', '\n', '가')
  test('whatever the quotes, when none of them is wrong', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = `${pieces.join('')}\n`
        const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' })
        fc.pre(errors.length === 0)
        expect(records([text]).map(({ cells }) => cells)).toEqual(
          data.filter((cells) => cells.some((cell) => cell.trim() !== '')),
        )
      }),
      { numRuns: 2000 },
    )
  })

  test('and alike in whatever pieces, also when they are wrong', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(records(pieces)).toEqual(records([pieces.join('')]))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a stray quote costs the row that has it, not those that follow', () => {
  test('when nothing closes it', () => {
    expect(shape('a,b\n"1,2\n3,4\n5,6')).toEqual([
      [1, ['a', 'b']],
      [2, ['"1', '2'], 'stray'],
      [3, ['3', '4']],
      [4, ['5', '6']],
    ])
  })

  test('when another stray quote seems to close it', () => {
    expect(shape('"1,2\n3,4\n5,"6\n"7",8\n')).toEqual([
      [1, ['"1', '2'], 'stray'],
      [2, ['3', '4']],
      [3, ['5', '"6'], 'stray'],
      [4, ['7', '8']],
    ])
  })

  test('when the quotes within a cell are not doubled', () => {
    expect(shape('"5" pipe",1\n2,3')).toEqual([
      [1, ['"5" pipe"', '1'], 'stray'],
      [2, ['2', '3']],
    ])
  })

  test('when the file is far longer than any record', () => {
    const found = shape('"stray,1\n', ...Array.from({ length: 20_000 }, (_, index) => `row,${index}\n`))
    expect([found.length, found[0], found[1], found.at(-1)]).toEqual([
      20_001,
      [1, ['"stray', '1'], 'stray'],
      [2, ['row', '0']],
      [20_001, ['row', '19999']],
    ])
  })
})

test('a record of more lines than cells of spreadsheets have is none', () => {
  const found = shape(`"a${'\n'.repeat(600)}b",1\n`)
  expect(found).toEqual([
    [1, ['"a'], 'stray'],
    [601, ['b"', '1']],
  ])
})

test('a line that never ends is refused before it fills the memory', () => {
  const parser = new RecordParser(',')
  const endless = () => {
    for (let piece = 0; piece < 1000; piece++) [...parser.take(`${piece === 0 ? 'a,b\n' : ''}${'x'.repeat(1000)}`)]
  }
  expect(endless).toThrow('Line 2 is longer than 65536 characters')
})
