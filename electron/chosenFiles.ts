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
 * The file that each window chose last, and those that are still being imported. A report may hold thousands of rejected rows, so
 * the next file takes the place of the one before, and what a window chose is forgotten with the window.
 */
export class ChosenFiles<Window extends object> {
  readonly #files = new WeakMap<Window, readonly ChosenFile[]>()

  choose(window: Window, path: string, header: readonly string[]): ChosenFile {
    const file: ChosenFile = { id: crypto.randomUUID(), path, header, report: null, running: null }
    const running = this.#of(window).filter(({ running }) => running !== null)
    this.#files.set(window, [...running, file])
    return file
  }

  /** @throws when the window did not choose it, or chose another one since */
  get(window: Window, id: string): ChosenFile {
    const file = this.#of(window).find((file) => file.id === id)
    if (!file) throw new Error('a file that this window did not choose')
    return file
  }

  #of(window: Window): readonly ChosenFile[] {
    return this.#files.get(window) ?? []
  }
}
