import { CsvError, DomainError, StorageError } from '../core/index.ts'
import type { Failure } from './contract.ts'

/** What the window is told of an error. */
export function toFailure(error: unknown): Failure {
  if (error instanceof DomainError || error instanceof CsvError || error instanceof StorageError) {
    const { code, details, message } = error
    return { code, details, message } as Failure
  }
  return { code: 'Unexpected', details: {}, message: error instanceof Error ? error.message : String(error) }
}
