import type { ImportTally } from './importTally.ts'

export type ImportProgress = {
  readonly rows: number
  readonly imported: number
  readonly unchanged: number
  readonly rejected: number
  /** How much of the file was read. */
  readonly bytes: number
  readonly totalBytes: number
}

/** Milliseconds between two reports. */
const INTERVAL = 100

/** Reports how far an import has come, but not for every row. */
export class ProgressReporter {
  readonly #send: (bytes: number) => void
  #bytes = 0
  #reportedAt = performance.now()

  constructor(tally: ImportTally, totalBytes: number, listener: ((progress: ImportProgress) => void) | undefined) {
    this.#send = (bytes) => {
      const { rows, imported, unchanged, rejected } = tally
      listener?.({ rows, imported, unchanged, rejected, bytes, totalBytes })
    }
  }

  /** @param bytes how much of the file was read */
  reached(bytes: number): void {
    this.#bytes = bytes
    if (performance.now() - this.#reportedAt >= INTERVAL) this.report()
  }

  report(): void {
    this.#reportedAt = performance.now()
    this.#send(this.#bytes)
  }
}
