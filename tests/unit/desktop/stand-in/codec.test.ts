import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode, encode } from '../../../../desktop/stand-in/codec.ts'

test('a value that crosses between the processes arrives as structuredClone makes it', () => {
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true })
  fc.assert(
    fc.property(anything, (value) => {
      expect(decode(encode(value))).toStrictEqual(structuredClone(value))
    }),
  )
})

test('an object that is met twice, or holds itself, arrives as one object', () => {
  const shared = { sku: 'LAMP' }
  const value = { first: shared, second: shared, self: {} as object }
  value.self = value
  const arrived = decode(encode(value))
  expect(arrived.first).toBe(arrived.second)
  expect(arrived.self).toBe(arrived)
})

test('an error keeps its type, message and cause', () => {
  const arrived = decode(encode(new RangeError('too many', { cause: { qty: 5 } })))
  expect(arrived).toBeInstanceOf(RangeError)
  expect([arrived.message, arrived.cause]).toEqual(['too many', { qty: 5 }])
})

test('an array that looks like a tag is still an array', () => {
  expect(decode(encode(['$', 'Date', 0]))).toEqual(['$', 'Date', 0])
})

test('a function cannot cross', () => {
  expect(() => encode({ call() {} })).toThrow('could not be cloned')
})
