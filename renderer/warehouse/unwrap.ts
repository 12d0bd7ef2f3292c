import type { Answer, Failure } from '../../electron/contract.ts'

/** A failure that main answered, as an error, because react-query reports failures as errors. Switch on `failure.code`. */
class Refused extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'Refused'
    this.failure = failure
  }
}

/** The value of main's answer. @throws Refused */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<T> {
  const settled = await answer
  if (settled.ok) return settled.value
  throw new Refused(settled.error)
}

export const failureOf = (error: Error): Failure =>
  error instanceof Refused ? error.failure : { code: 'Unexpected', details: {}, message: error.message }
