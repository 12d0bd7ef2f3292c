import { type FileHandle, open } from 'node:fs/promises'
import Database from 'better-sqlite3'
import type { CopyOptions } from '../../../ports/backups.ts'
import { storageFailure } from '../failures.ts'

const STEP = 100 // pages, which take about a millisecond
const MAX_UNFLUSHED = 2_000 // pages; SQLite syncs the rest in the last step, during which the event loop stands still

/**
 * Copies the committed content into a new file with SQLite's backup API. The event loop runs between steps of some pages,
 * and what this connection writes meanwhile is in the copy too. https://sqlite.org/backup.html
 * @throws StorageError; the signal's reason when it is aborted. The caller deletes the incomplete file.
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
        return flusher.mayContinue(done) ? STEP : 0
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

/** Leaves WAL mode, in which even a reader needs a log beside the file. */
function makeOneFile(file: string): void {
  const copy = new Database(file)
  try {
    copy.pragma('synchronous = FULL')
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

/** Fsyncs the copy in the background, so that the final sync is short. */
class Flusher {
  readonly #file: string
  #handle: FileHandle | null = null
  #flushed = 0
  #running: Promise<void> | null = null
  #failure: unknown = null

  constructor(file: string) {
    this.#file = file
  }

  /** Whether to copy on after `pages` pages; false while the disk catches up. */
  mayContinue(pages: number): boolean {
    if (this.#failure) throw this.#failure
    if (this.#running) return false
    if (pages - this.#flushed < MAX_UNFLUSHED) return true
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
