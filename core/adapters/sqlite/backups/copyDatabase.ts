import { type FileHandle, open } from 'node:fs/promises'
import Database from 'better-sqlite3'
import type { CopyOptions } from '../../../ports/backups.ts'
import { storageFailure } from '../failures.ts'

const STEP = 100 // pages, a millisecond or so
const UNFLUSHED = 2_000 // pages that may wait for the disk: were they more, the last step would wait for all of them

/**
 * Copies what is committed into a new file, by SQLite's own means, step by step: the event loop goes on between two steps,
 * and what this connection writes meanwhile is in the copy too.
 * @throws StorageError; the signal's reason when it is aborted. Whatever was written then is left to the caller.
 */
export async function copyDatabase(db: Database.Database, file: string, options: CopyOptions = {}): Promise<void> {
  const { onProgress, signal } = options
  const flusher = new Flusher(file)
  try {
    await db.backup(file, {
      progress({ totalPages, remainingPages }) {
        signal?.throwIfAborted()
        const done = totalPages - remainingPages
        onProgress?.({ done, total: totalPages })
        return flusher.keepsUpWith(done) ? STEP : 0
      },
    })
    signal?.throwIfAborted()
    await flusher.finish()
    makeOneFile(file)
  } catch (error) {
    await flusher.close()
    throw signal?.aborted ? signal.reason : storageFailure(error, file)
  }
}

/** As a copy of a WAL file it would want a log beside it, even to be read. */
function makeOneFile(file: string): void {
  const copy = new Database(file)
  try {
    copy.pragma('synchronous = FULL')
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

/** Has the system write what was copied to the disk, beside the event loop. */
class Flusher {
  readonly #file: string
  #handle: FileHandle | null = null
  #flushed = 0
  #running: Promise<void> | null = null
  #failure: unknown = null

  constructor(file: string) {
    this.#file = file
  }

  /** False while the disk is behind. */
  keepsUpWith(pages: number): boolean {
    if (this.#failure) throw this.#failure
    if (this.#running) return false
    if (pages - this.#flushed < UNFLUSHED) return true
    this.#running = this.#flush()
      .then(() => {
        this.#flushed = pages
      })
      .catch((error) => {
        this.#failure = error
      })
      .finally(() => {
        this.#running = null
      })
    return false
  }

  async finish(): Promise<void> {
    await this.#running
    await this.#flush()
    await this.close()
  }

  async close(): Promise<void> {
    await this.#running
    await this.#handle?.close()
    this.#handle = null
  }

  async #flush(): Promise<void> {
    this.#handle ??= await open(this.#file, 'r+')
    await this.#handle.datasync()
  }
}
