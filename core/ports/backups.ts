/** Why a backup was made: at start, before a migration, after an interval, or for a person. */
export type BackupReason = 'start' | 'migration' | 'interval' | 'person'

/** A copy of the whole database, as one file. The photos of all backups lie in one folder, since none ever changes. */
export type Backup = {
  /** The name of its file, which identifies it. */
  readonly name: string
  /** When it was made: an instant in ISO 8601, UTC. The clock may have been wrong; lists are in the order of making. */
  readonly at: string
  readonly reason: BackupReason
  readonly bytes: number
  /** The number of messages in its history. */
  readonly messages: number
  /**
   * When every page, every rule of the domain and the checksum were last checked; the first time is before it counts as made.
   * `found`: what was wrong then, in English; null: nothing. `missingPhotos`: the hashes of those that its messages name and that
   * were not kept with it; all else is whole without them.
   */
  readonly verified: { readonly at: string; readonly found: string | null; readonly missingPhotos: readonly string[] }
}

/** Pages of the database. `total` may grow while it is copied. */
export type CopyProgress = { readonly done: number; readonly total: number }

/** Steps of verifying a file, which do not take equally long; of the one that replays history, `done` has a fraction. */
export type VerifyProgress = { readonly done: number; readonly total: number }

/** How far the making of a backup has come: it is copied, then verified. */
export type BackupProgress =
  | ({ readonly step: 'copying' } & CopyProgress)
  | ({ readonly step: 'verifying' } & VerifyProgress)

/** Of a job that takes long. `signal`: aborts it. */
type JobOptions<Progress> = {
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}
export type CopyOptions = JobOptions<CopyProgress>
export type VerifyOptions = JobOptions<VerifyProgress>
export type BackupOptions = JobOptions<BackupProgress>

/** An open warehouse. */
export type BackupSource = { copyTo(file: string, options?: CopyOptions): Promise<void> }
