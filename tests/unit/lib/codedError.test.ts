import { expect, test } from 'vitest'
import { codedError } from '../../../core/lib/codedError.ts'

type Failures = { TooLate: { hours: number }; Lost: Record<never, never> }

class ParcelError<C extends keyof Failures = keyof Failures> extends codedError<Failures>('ParcelError', {
  TooLate: ({ hours }) => `The parcel is ${hours} hours late`,
  Lost: () => 'The parcel is lost',
})<C> {}

test('a coded error is of its class, and has its name, code, details, explanation and cause', () => {
  const cause = new Error('snow')
  const error: unknown = new ParcelError('TooLate', { hours: 3 }, { cause })
  expect(error instanceof ParcelError && error instanceof Error).toBe(true)
  expect(error).toMatchObject({ code: 'TooLate', details: { hours: 3 }, cause })
  expect(String(error)).toBe('ParcelError: The parcel is 3 hours late')
})
