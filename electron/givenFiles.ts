import { statSync } from 'node:fs'
import { resolve } from 'node:path'

/** A file to import, when it stands on a command line. */
const TABLE = /\.(csv|tsv|txt)$/i

/**
 * Files that the app is to import, as a person opens them with it: by "open with", on its command line, or on that of a
 * second start. They wait for a window that takes them.
 */
export class GivenFiles {
  readonly #paths: string[] = []

  add(path: string): void {
    this.#paths.push(path)
  }

  /** Returns whether there was one. */
  addFrom(args: readonly string[], workingDirectory: string): boolean {
    const paths = args
      .filter((arg) => !arg.startsWith('-') && TABLE.test(arg))
      .map((arg) => resolve(workingDirectory, arg))
      .filter(isFile)
    this.#paths.push(...paths.slice(0, 1)) // an import is of one file
    return paths.length > 0
  }

  /** The next one, which is then no longer waiting; null: none is. */
  take(): string | null {
    return this.#paths.shift() ?? null
  }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
