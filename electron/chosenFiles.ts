import type { ImportReport } from '../core/index.ts'

/** A file that a person chose. Outside of main it is known by its id. */
export type ChosenFile = {
  readonly id: string
  readonly path: string
  readonly header: readonly string[]
  /** null: it was not imported yet. */
  report: ImportReport | null
  /** Cancels its import; null: it is not being imported. */
  running: AbortController | null
}

/**
 * The file that each window chose last. A report may hold thousands of rejected rows, so the next file takes the place of
 * the one before, and what a window chose is forgotten with the window.
 */
export class ChosenFiles<Window extends object> {
  readonly #files = new WeakMap<Window, ChosenFile>()

  choose(window: Window, path: string, header: readonly string[]): ChosenFile {
    const file: ChosenFile = { id: crypto.randomUUID(), path, header, report: null, running: null }
    this.#files.set(window, file)
    return file
  }

  /** @throws when it is not the file that the window chose last */
  get(window: Window, id: string): ChosenFile {
    const file = this.#files.get(window)
    if (file?.id !== id) throw new Error('a file that this window did not choose')
    return file
  }
}
