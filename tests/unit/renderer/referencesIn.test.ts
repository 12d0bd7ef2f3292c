import { expect, test } from 'vitest'
import { referencesIn } from '../../../renderer/screens/countSheets/referencesIn.ts'

test.for([
  ['one a line', 'b1\nb2\r\n\n  b3 ', ['b1', 'b2', 'b3']],
  ['of a CSV file, in its first column', '\ufeffBatch,SKU\nb1,A\n"b,2";B\n"b""3"\tC', ['Batch', 'b1', 'b,2', 'b"3']],
  ['each once, where it came first', 'b2\nb1\nb2', ['b2', 'b1']],
  ['none that is too long to be one', `${'x'.repeat(300)}\nb1`, ['b1']],
] as const)('the references of a list are %s', ([, text, expected]) => {
  expect(referencesIn(text)).toEqual(expected)
})
