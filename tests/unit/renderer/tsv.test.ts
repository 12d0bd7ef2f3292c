import { expect, test } from 'vitest'
import { tsv } from '../../../renderer/ui/tsv.ts'

test('each value has a cell of its own, whatever is in it, and none is run as a formula', () => {
  const copied = tsv([
    ['Order', 'Due', 'Note'],
    ['o\t1', { day: '2031-05-01' }, 'two\r\nlines'],
    ['=HYPERLINK("x")', null, '-5'],
    ['+1+2', { instant: '2031-05-01T08:00:00.000Z' }, -5],
    ['@x', 1.5, '-x'],
  ])
  expect(copied.split('\r\n').map((row) => row.split('\t'))).toEqual([
    ['Order', 'Due', 'Note'],
    ['o 1', '2031-05-01', 'two lines'],
    ['\'=HYPERLINK("x")', '', '-5'],
    ["'+1+2", '2031-05-01T08:00:00.000Z', '-5'],
    ["'@x", '1.5', "'-x"],
  ])
})
