import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { copyDurably, isThere, writeDurably } from '../durable.ts'
import { storageFailure } from '../sqlite/failures.ts'

/** JPEG pictures, each named after the SHA-256 of its content, so that none is ever changed, and none is kept twice. */
export class PhotoFolder {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** @param hash lowercase hex */
  pathOf(hash: string): string {
    return join(this.#folder, `${hash}.jpg`)
  }

  /**
   * Writes the picture, unless it is there, whole. Returns its hash.
   * @throws StorageError StorageFull and others
   */
  async keep(picture: Uint8Array): Promise<string> {
    const hash = hashOf(picture)
    try {
      await mkdir(this.#folder, { recursive: true })
      if (!(await this.#isWhole(hash))) await writeDurably(this.pathOf(hash), picture)
    } catch (error) {
      throw storageFailure(error, this.#folder)
    }
    return hash
  }

  /** Those of the pictures that are not here, or have changed. */
  async missing(hashes: readonly string[], signal?: AbortSignal): Promise<string[]> {
    const missing: string[] = []
    for (const hash of hashes) {
      signal?.throwIfAborted()
      if (!(await this.#isWhole(hash))) missing.push(hash)
    }
    return missing
  }

  /**
   * Copies those of the pictures that the other folder has and this one has not.
   * @returns those that neither has
   */
  async takeFrom(other: PhotoFolder, hashes: readonly string[], signal?: AbortSignal): Promise<string[]> {
    if (hashes.length > 0) await mkdir(this.#folder, { recursive: true })
    const missing: string[] = []
    for (const hash of hashes) {
      signal?.throwIfAborted()
      if (!(await isThere(this.pathOf(hash))) && !(await copyDurably(other.pathOf(hash), this.pathOf(hash))))
        missing.push(hash)
    }
    return missing
  }

  async #isWhole(hash: string): Promise<boolean> {
    const picture = await readFile(this.pathOf(hash)).catch(() => null)
    return picture !== null && hashOf(picture) === hash
  }
}

const hashOf = (picture: Uint8Array): string => createHash('sha256').update(picture).digest('hex')
