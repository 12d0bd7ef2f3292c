/** Why a backup was made: the app started, it was about to change the file's form, time had passed, someone wanted it. */
export type BackupReason = 'start' | 'migration' | 'interval' | 'person'

/** A copy of everything, as one file of its own. */
export type Backup = {
  /** Of its file; it names the backup. */
  readonly name: string
  /** When it was made: an instant in ISO 8601, UTC. */
  readonly at: string
  readonly reason: BackupReason
  readonly bytes: number
  /** How many messages had been handled until then. */
  readonly messages: number
  /**
   * When every page, every rule of the domain and the checksum were last looked at: always once, before it counts as made.
   * `found`: what was wrong with it then, in English; null: nothing.
   */
  readonly verified: { readonly at: string; readonly found: string | null }
}

/** Pages of the database. `total` may grow meanwhile. */
export type CopyProgress = { readonly done: number; readonly total: number }

export type CopyOptions = {
  readonly onProgress?: ((progress: CopyProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** What can be backed up: an open warehouse. */
export type BackupSource = { copyTo(file: string, options?: CopyOptions): Promise<void> }
