import type { Backup, BackupReason, BackupSource, Backups, CopyOptions, CopyProgress } from '../core/index.ts'
import { throttle } from '../core/lib/throttle.ts'

const INTERVAL = 15 * 60_000 // milliseconds
const BETWEEN_PROGRESS = 100 // milliseconds

/** The last backup that should have been made, and the one that is being made. */
export type BackupProgress = {
  /** null: none is being made. */
  readonly making: CopyProgress | null
  /** The last one was cancelled by a person. */
  readonly cancelled: boolean
  /** Why the last one was not made; null: it was, or it was cancelled. */
  readonly error: unknown
}

type Options = {
  readonly backups: Backups
  readonly source: BackupSource
  readonly onProgress: (progress: BackupProgress) => void
  /** Told of every error that no person waits for. */
  readonly onError: (error: unknown) => void
}

/** Makes backups when the app starts, every quarter of an hour if something changed, and when a person wants one; verifies them. */
export class BackupSchedule {
  readonly #options: Options
  #progress: BackupProgress = { making: null, cancelled: false, error: null }
  #cancelling = new AbortController()
  #stopping = new AbortController()

  constructor(options: Options) {
    this.#options = options
  }

  get progress(): BackupProgress {
    return this.#progress
  }

  start(): void {
    void this.#makeInTime('start')
    setInterval(() => void this.#makeInTime('interval'), INTERVAL)
  }

  /**
   * Makes one now. null: it was cancelled.
   * @throws StorageError
   */
  make(): Promise<Backup | null> {
    return this.#make((options) => this.#options.backups.make(this.#options.source, 'person', options))
  }

  /** Cancels all that are being made or wait for their turn, whoever wanted them. */
  cancel(): void {
    this.#cancelling.abort()
    this.#cancelling = new AbortController()
  }

  /**
   * Verifies one. null: it was stopped.
   * @throws StorageError
   */
  async verify(name: string): Promise<Backup | null> {
    const { signal } = this.#stopping
    try {
      return await this.#options.backups.verify(name, signal)
    } catch (error) {
      if (error !== signal.reason) throw error
      return null
    }
  }

  /** Stops verifying, also what waits for its turn. */
  stopVerifying(): void {
    this.#stopping.abort()
    this.#stopping = new AbortController()
  }

  /** What was said of the last backup was said of other data. */
  forgetLast(): void {
    this.#show({ cancelled: false, error: null })
  }

  async #makeInTime(reason: BackupReason): Promise<void> {
    const { backups, source, onError } = this.#options
    await this.#make((options) => backups.makeIfBehind(source, reason, options)).catch(onError)
  }

  /** null: it was cancelled, or none was needed. */
  async #make(work: (options: CopyOptions) => Promise<Backup | null>): Promise<Backup | null> {
    const { signal } = this.#cancelling
    try {
      const onProgress = throttle(BETWEEN_PROGRESS, (making: CopyProgress) => this.#show({ making }))
      const made = await work({ onProgress, signal })
      this.#show(made ? { making: null, cancelled: false, error: null } : { making: null })
      return made
    } catch (error) {
      const cancelled = error === signal.reason
      this.#show({ making: null, cancelled, error: cancelled ? null : error })
      if (!cancelled) throw error
      return null
    }
  }

  #show(change: Partial<BackupProgress>): void {
    this.#progress = { ...this.#progress, ...change }
    this.#options.onProgress(this.#progress)
  }
}
