import { expect, test } from 'vitest'
import { DomainError } from '../../../core/index.ts'
import { checkLimits } from '../../../electron/callLimits.ts'

function problemOf(args: readonly unknown[]): unknown {
  try {
    checkLimits(args)
    return null
  } catch (error) {
    return error instanceof DomainError && 'problems' in error.details && error.details.problems[0]
  }
}

const tooLarge = { field: '', problem: 'tooLarge' }
const cyclic: unknown[] = []
cyclic.push(cyclic, cyclic)

test.each([
  ['a message', [{ type: 'BatchCreated', ref: 'b1', sku: 'S', qty: 5, eta: null }, 'id']],
  ['nothing', []],
  ['the reasons of 10,000 rejected rows', [{ reasons: Array.from({ length: 10_000 }, () => 'x'.repeat(300)) }]],
])('%s is no large call', (_what, args) => {
  expect(problemOf(args)).toBeNull()
})

test.each([
  ['a text of 5 MB', ['x'.repeat(5_000_000)]],
  ['many texts', [Array.from({ length: 1_000 }, () => 'x'.repeat(5_000))]],
  ['a list of a million holes', [new Array(1_000_000)]],
  ['a million keys', [Object.fromEntries(Array.from({ length: 1_000_000 }, (_, index) => [`key${index}`, 1]))]],
  ['a buffer', [new Uint8Array(5_000_000)]],
  ['a list that holds itself', [cyclic]],
])('%s is refused', (_what, args) => {
  expect(problemOf(args)).toEqual(tooLarge)
})

test('a key that schemas skip is refused, at any depth', () => {
  const hidden = JSON.parse('{"type":"BatchCreated","more":[{"__proto__":{"qty":1}}]}')
  expect(problemOf([hidden])).toEqual({ field: '__proto__', problem: 'unknown' })
})
