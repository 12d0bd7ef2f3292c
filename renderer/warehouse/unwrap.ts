import type { Failure, Result } from '../../electron/contract.ts'

/** A failure that main answered, as an error, because react-query reports failures as errors. Switch on `failure.code`. */
class Refused extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'Refused'
    this.failure = failure
  }
}

/** The value that main computed. @throws Refused */
export async function unwrap<T>(call: Promise<Result<T>>): Promise<T> {
  const settled = await call
  if (settled.ok) return settled.value
  throw new Refused(settled.error)
}

export const failureOf = (error: Error): Failure =>
  error instanceof Refused ? error.failure : { code: 'Unexpected', details: {}, message: error.message }
