import type { Answer, Failure } from '../../electron/contract.ts'

/** What main refused, as an error, since that is how queries hear of failures. Switch on `failure.code`. */
export class Refused extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'Refused'
    this.failure = failure
  }
}

/** @throws Refused */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<T> {
  const settled = await answer
  if (settled.ok) return settled.value
  throw new Refused(settled.error)
}

export const failureOf = (error: Error): Failure =>
  error instanceof Refused ? error.failure : { code: 'Unexpected', details: {}, message: error.message }
