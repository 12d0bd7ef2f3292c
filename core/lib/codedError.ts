/** What an expected failure says: its code, and the details that belong to this code. `F` maps codes to details. */
export type Coded<F> = { readonly [C in keyof F]: { readonly code: C; readonly details: Readonly<F[C]> } }[keyof F]

/** The English message of every code, for logs. What a person reads is made from code and details elsewhere. */
export type Explanations<F> = { readonly [C in keyof F]: (details: F[C]) => string }

/**
 * The base class of a kind of expected failures:
 * `class StorageError<C extends keyof Failures = keyof Failures> extends codedError('StorageError', explanations)<C> {}`
 */
export function codedError<F>(name: string, explanations: Explanations<F>) {
  return class<C extends keyof F> extends Error {
    readonly code: C
    readonly details: F[C]

    constructor(code: C, details: F[C], options?: ErrorOptions) {
      super(explanations[code](details), options)
      this.name = name
      this.code = code
      this.details = details
    }
  }
}
