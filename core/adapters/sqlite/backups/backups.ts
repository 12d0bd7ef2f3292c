import { rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SerialQueue } from '../../../lib/serialQueue.ts'
import type {
  Backup,
  BackupOptions,
  BackupReason,
  BackupSource,
  CopyProgress,
  VerifyOptions,
} from '../../../ports/backups.ts'
import { isStorageError, StorageError } from '../../../ports/storageError.ts'
import { flush, renameDurably } from '../../durable.ts'
import { PhotoFolder } from '../../photos/photoFolder.ts'
import { damaged, storageFailure } from '../failures.ts'
import { markDirty } from '../open/cleanShutdown.ts'
import { BackupFolder } from './backupFolder.ts'
import type { Verified } from './fileTask.ts'
import { type Manifest, sha256 } from './manifest.ts'
import { replaceDatabase } from './replaceDatabase.ts'
import { messagesSince, verifyFile } from './runInThread.ts'
import { setAside } from './setAside.ts'

const PHOTOS = 'photos'

/** The photos that the messages of the database name. */
export const photosBeside = (database: string): PhotoFolder => new PhotoFolder(join(dirname(database), PHOTOS))

/**
 * The backups of one database, in a folder of their own; the database need not be open. Everything but `list` and
 * `messagesSince` runs one job at a time, in the order of the calls. Every method may throw StorageErrors.
 */
export class Backups {
  readonly #database: string
  readonly #folder: BackupFolder
  readonly #folderPath: string
  readonly #photos: { readonly ofDatabase: PhotoFolder; readonly ofBackups: PhotoFolder }
  readonly #now: () => Date
  readonly #queue = new SerialQueue()

  constructor({ database, folder, now = () => new Date() }: { database: string; folder: string; now?: () => Date }) {
    this.#database = database
    this.#folder = new BackupFolder(folder)
    this.#folderPath = folder
    this.#photos = { ofDatabase: photosBeside(database), ofBackups: new PhotoFolder(join(folder, PHOTOS)) }
    this.#now = now
  }

  /** Newest first: in the order in which they were made. */
  list(): Promise<readonly Backup[]> {
    return this.#named(() => this.#folder.list())
  }

  /**
   * Copies the source and verifies the copy, which counts as a backup only then; then deletes those that retention drops.
   * @throws StorageError StorageFull; StorageDamaged when the copy, hence the database, is not whole; StorageClosed when the
   * source was closed. The signal's reason when it is aborted, also before the job has begun.
   */
  make(source: BackupSource, reason: BackupReason, options?: BackupOptions): Promise<Backup> {
    return this.#inTurn(() => this.#make(source, reason, options))
  }

  /** null: none was made, since the newest whole one has every message. */
  makeIfBehind(source: BackupSource, reason: BackupReason, options?: BackupOptions): Promise<Backup | null> {
    return this.#inTurn(async () => ((await this.#isBehind()) ? this.#make(source, reason, options) : null))
  }

  /**
   * Checks every page, every rule of the domain and the checksum, and records what was found.
   * @throws the signal's reason when it is aborted, also before the job has begun; then nothing is recorded
   */
  verify(name: string, options?: VerifyOptions): Promise<Backup> {
    return this.#inTurn(() => this.#verify(name, options))
  }

  /** The newest one that is whole now; null: there is none. */
  newestWhole(): Promise<Backup | null> {
    return this.#inTurn(async () => {
      for (const { name } of await this.#folder.list()) {
        const backup = await this.#verify(name)
        if (backup.verified.found === null) return backup
      }
      return null
    })
  }

  /** How many messages the database has that the backup does not have; null: unknown, as when the database is damaged. */
  messagesSince(name: string): Promise<number | null> {
    return this.#named(async () => messagesSince(this.#database, (await this.#folder.manifest(name)).last))
  }

  /**
   * Puts a copy of the backup in the place of the database, which is set aside, once the backup was verified.
   * @param options of verifying; what follows cannot be stopped
   * @param close closes the database; called once the copy is ready. It must not wait for another job of these backups.
   * @returns the path of the database that was set aside; null: there was none
   * @throws StorageError BackupInvalid when the backup is not whole; StorageFull. The database is unchanged then.
   * The signal's reason when it is aborted, also before the job has begun.
   */
  restore(name: string, close: () => Promise<void> = async () => {}, options?: VerifyOptions): Promise<string | null> {
    return this.#inTurn(async () => {
      const { found, photos } = await this.#lookThrough(name, options)
      if (found !== null) throw new StorageError('BackupInvalid', { name, found })
      await this.#photos.ofDatabase.takeFrom(this.#photos.ofBackups, photos)
      return replaceDatabase(this.#database, this.#folder.pathOf(name), { now: this.#now(), close })
    })
  }

  /** Renames the closed database, with its log. Returns its new path; null: there was none. */
  setAside(): Promise<string | null> {
    return this.#inTurn(() => setAside(this.#database, this.#now()))
  }

  async #make(source: BackupSource, reason: BackupReason, options: BackupOptions = {}): Promise<Backup> {
    options.signal?.throwIfAborted()
    const at = this.#now()
    const { name, number } = await this.#folder.prepare(at)
    const partial = `${this.#folder.pathOf(name)}.partial`
    try {
      const { found, photos, ...content } = await this.#copyAndVerify(source, partial, options)
      const file = { bytes: (await stat(partial)).size, sha256: await sha256(partial, options.signal) }
      const missingPhotos = await this.#photos.ofBackups.takeFrom(this.#photos.ofDatabase, photos, options.signal)
      const verified = { at: this.#now().toISOString(), found, missingPhotos }
      const manifest = { number, at: at.toISOString(), reason, ...file, ...content, verified }
      const backup = await this.#folder.write(name, manifest)
      await renameDurably(partial, this.#folder.pathOf(name))
      await this.#folder.drop(this.#now())
      return backup
    } finally {
      await rm(partial, { force: true })
    }
  }

  async #copyAndVerify(source: BackupSource, copy: string, { onProgress, signal }: BackupOptions) {
    const copying = { signal, onProgress: (pages: CopyProgress) => onProgress?.({ step: 'copying', ...pages }) }
    await source.copyTo(copy, copying).catch((error) => {
      throw isStorageError(error, 'StorageDamaged') ? this.#damaged(error.details.found) : error
    })
    const verified = await verifyFile(copy, {
      signal,
      onProgress: (steps) => onProgress?.({ step: 'verifying', ...steps }),
    })
    if (verified.found !== null) throw this.#damaged(verified.found)
    await flush(copy)
    return verified
  }

  /** A damaged copy shows that the database is damaged, so the next start checks it. */
  #damaged(found: string): StorageError {
    markDirty(this.#database)
    return damaged(this.#database, found, { readable: true })
  }

  async #isBehind(): Promise<boolean> {
    const newest = (await this.#folder.list()).find(({ verified }) => verified.found === null)
    return !newest || (await this.messagesSince(newest.name)) !== 0
  }

  async #verify(name: string, options?: VerifyOptions): Promise<Backup> {
    return (await this.#lookThrough(name, options)).backup
  }

  /** Records what is found. */
  async #lookThrough(name: string, options: VerifyOptions = {}) {
    options.signal?.throwIfAborted()
    const manifest = await this.#folder.manifest(name)
    const { found, photos } = await this.#whatIsWrong(name, manifest, options)
    const missingPhotos = await this.#photos.ofBackups.missing(photos, options.signal)
    const verified = { at: this.#now().toISOString(), found, missingPhotos }
    return { found, photos, backup: await this.#folder.write(name, { ...manifest, verified }) }
  }

  async #whatIsWrong(
    name: string,
    { bytes, sha256: expected }: Manifest,
    options: VerifyOptions,
  ): Promise<Pick<Verified, 'found' | 'photos'>> {
    const path = this.#folder.pathOf(name)
    const size = (await stat(path)).size
    const isWrong = (found: string) => ({ found, photos: [] })
    if (size !== bytes) return isWrong(`it has ${size} bytes and had ${bytes}`)
    if ((await sha256(path, options.signal)) !== expected) return isWrong('its checksum is not the one that it had')
    return verifyFile(path, options)
  }

  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    return this.#queue.run(() => this.#named(job))
  }

  /** Names the folder in the place of an error of SQLite or the system. */
  async #named<T>(job: () => Promise<T>): Promise<T> {
    try {
      return await job()
    } catch (error) {
      throw storageFailure(error, this.#folderPath)
    }
  }
}
