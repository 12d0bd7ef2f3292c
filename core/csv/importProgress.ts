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

/** Milliseconds between two words about the progress. */
const INTERVAL = 100

/** Says how far an import has come, but not for every row. */
export class ProgressTeller {
  readonly #say: (bytes: number) => void
  #bytes = 0
  #said = performance.now()

  constructor(tally: ImportTally, totalBytes: number, listener: ((progress: ImportProgress) => void) | undefined) {
    this.#say = (bytes) => {
      const { rows, imported, unchanged, rejected } = tally
      listener?.({ rows, imported, unchanged, rejected, bytes, totalBytes })
    }
  }

  reached(bytes: number): void {
    this.#bytes = bytes
    if (performance.now() - this.#said >= INTERVAL) this.say()
  }

  say(): void {
    this.#said = performance.now()
    this.#say(this.#bytes)
  }
}
