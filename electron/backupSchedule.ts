import type {
  Backup,
  BackupOptions,
  BackupProgress,
  BackupReason,
  BackupSource,
  Backups,
  VerifyOptions,
  VerifyProgress,
} from '../core/index.ts'
import { throttle } from '../core/lib/throttle.ts'

const INTERVAL = 15 * 60_000 // milliseconds
const BETWEEN_PROGRESS = 100 // milliseconds

/** The last backup that should have been made, the one that is being made, and the one that a person has verified. */
export type BackupWork = {
  /** null: none is being made. */
  readonly making: BackupProgress | null
  /** null: none is being verified for a person. */
  readonly verifying: VerifyProgress | null
  /** The last one was cancelled by a person. */
  readonly cancelled: boolean
  /** Why the last one was not made; null: it was, or it was cancelled. */
  readonly error: unknown
}

type Options = {
  /** Those of the data that is open. */
  readonly backups: () => Backups
  /** The data that is open. */
  readonly source: () => BackupSource
  readonly onProgress: (work: BackupWork) => void
  /** Told of each that was made. */
  readonly onMade?: () => void
  /** Told of every error that no person waits for. */
  readonly onError: (error: unknown) => void
}

/** Makes backups when the app starts, every quarter of an hour if something changed, and when a person wants one; verifies them. */
export class BackupSchedule {
  readonly #options: Options
  #work: BackupWork = { making: null, verifying: null, cancelled: false, error: null }
  #cancelling = new AbortController()
  #stopping = new AbortController()

  constructor(options: Options) {
    this.#options = options
  }

  get work(): BackupWork {
    return this.#work
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
    return this.#make((options) => this.#options.backups().make(this.#options.source(), 'person', options))
  }

  /** Cancels all that are being made or wait for their turn, whoever wanted them. */
  cancel(): void {
    this.#cancelling.abort()
    this.#cancelling = new AbortController()
  }

  /**
   * Does what begins with verifying a backup, and shows how far that has come. null: it was stopped.
   * @throws what `work` throws
   */
  async verifying<T>(work: (options: VerifyOptions) => Promise<T>): Promise<T | null> {
    const { signal } = this.#stopping
    this.#show({ verifying: { done: 0, total: 1 } })
    try {
      const onProgress = throttle(BETWEEN_PROGRESS, (verifying: VerifyProgress) => this.#show({ verifying }))
      return await work({ onProgress, signal })
    } catch (error) {
      if (error !== signal.reason) throw error
      return null
    } finally {
      this.#show({ verifying: null })
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
    await this.#make((options) => backups().makeIfBehind(source(), reason, options)).catch(onError)
  }

  /** null: it was cancelled, or none was needed. */
  async #make(work: (options: BackupOptions) => Promise<Backup | null>): Promise<Backup | null> {
    const { signal } = this.#cancelling
    try {
      const onProgress = throttle(BETWEEN_PROGRESS, (making: BackupProgress) => this.#show({ making }))
      const made = await work({ onProgress, signal })
      this.#show(made ? { making: null, cancelled: false, error: null } : { making: null })
      if (made) this.#options.onMade?.()
      return made
    } catch (error) {
      const cancelled = error === signal.reason
      this.#show({ making: null, cancelled, error: cancelled ? null : error })
      if (!cancelled) throw error
      return null
    }
  }

  #show(change: Partial<BackupWork>): void {
    this.#work = { ...this.#work, ...change }
    this.#options.onProgress(this.#work)
  }
}
