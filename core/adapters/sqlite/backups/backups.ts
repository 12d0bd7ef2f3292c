import { copyFile, rm, stat } from 'node:fs/promises'
import type { Backup, BackupReason, BackupSource, CopyOptions } from '../../../ports/backups.ts'
import { isStorageError, StorageError } from '../../../ports/storageError.ts'
import { storageFailure } from '../failures.ts'
import { markDirty } from '../open/cleanShutdown.ts'
import { damaged } from '../open/inspect.ts'
import { BackupFolder } from './backupFolder.ts'
import { flush, renameDurably } from './durable.ts'
import { type BackupRecord, sha256 } from './manifest.ts'
import { setAside } from './setAside.ts'
import { messagesSince, verifyFile } from './verifyInThread.ts'

/** The copies of one database, in a folder of their own. They are there whether or not the database can be opened. */
export class Backups {
  readonly #database: string
  readonly #folder: BackupFolder
  readonly #folderPath: string
  readonly #now: () => Date
  #lastTurn: Promise<unknown> = Promise.resolve()

  constructor({ database, folder, now = () => new Date() }: { database: string; folder: string; now?: () => Date }) {
    this.#database = database
    this.#folder = new BackupFolder(folder)
    this.#folderPath = folder
    this.#now = now
  }

  /** Newest first. */
  list(): Promise<readonly Backup[]> {
    return this.#withStorageErrors(() => this.#folder.list())
  }

  /**
   * Copies the source, looks at the copy, and only then counts it as a backup; then drops those that are not needed any more.
   * One at a time, in the order in which they were wanted.
   * @throws StorageError StorageFull; StorageDamaged when the copy, hence the database, is not whole. The signal's reason when
   * it is aborted, also while it waits for its turn.
   */
  make(source: BackupSource, reason: BackupReason, options?: CopyOptions): Promise<Backup> {
    return this.#inTurn(() => this.#make(source, reason, options))
  }

  /** Makes one unless the newest whole one holds every message. null: it does. */
  makeIfBehind(source: BackupSource, reason: BackupReason, options?: CopyOptions): Promise<Backup | null> {
    return this.#inTurn(async () => ((await this.#isBehind()) ? this.#make(source, reason, options) : null))
  }

  /** Looks at every page, every rule of the domain and the checksum, and remembers what was found. */
  verify(name: string): Promise<Backup> {
    return this.#inTurn(async () => {
      const before = await this.#folder.record(name)
      const verified = { at: this.#now().toISOString(), found: await this.#whatIsWrong(name, before) }
      return this.#folder.write(name, { ...before, verified })
    })
  }

  /** The newest one that is whole as it is now; null: there is none. */
  async newestWhole(): Promise<Backup | null> {
    for (const { name } of await this.list()) {
      const backup = await this.verify(name)
      if (backup.verified.found === null) return backup
    }
    return null
  }

  /** How many messages the database took that the backup does not hold; null: it cannot be known. */
  async messagesSince(name: string): Promise<number | null> {
    return messagesSince(this.#database, (await this.#folder.record(name)).last)
  }

  /**
   * Puts a copy of the backup in the place of the database, which is set aside first.
   * @param letGo closes the database; called once the copy is ready
   * @returns where the database is now; null: there was none
   * @throws StorageError BackupInvalid when it is not whole; StorageFull. Nothing has changed then.
   */
  async restore(name: string, letGo: () => Promise<void> = async () => {}): Promise<string | null> {
    const { verified } = await this.verify(name)
    if (verified.found !== null) throw new StorageError('BackupInvalid', { name, found: verified.found })
    const copy = `${this.#database}.restoring`
    await this.#withStorageErrors(async () => {
      await copyFile(this.#folder.pathOf(name), copy)
      await flush(copy)
    })
    await letGo()
    const kept = await this.setAside()
    await renameDurably(copy, this.#database)
    return kept
  }

  /** Takes the database out of the way, with its log; it must be closed. Answers its new path; null: there was none. */
  setAside(): Promise<string | null> {
    return setAside(this.#database, this.#now())
  }

  async #make(source: BackupSource, reason: BackupReason, options: CopyOptions = {}): Promise<Backup> {
    const { signal } = options
    signal?.throwIfAborted()
    const at = this.#now()
    const name = await this.#withStorageErrors(() => this.#folder.prepare(at))
    const partial = `${this.#folder.pathOf(name)}.partial`
    try {
      return await this.#withStorageErrors(async () => {
        await source.copyTo(partial, options).catch((error) => {
          throw isStorageError(error, 'StorageDamaged') ? this.#damaged(error.details.found) : error
        })
        const { found, ...seen } = await verifyFile(partial, signal)
        if (found !== null) throw this.#damaged(found)
        await flush(partial)
        const facts = { bytes: (await stat(partial)).size, sha256: await sha256(partial) }
        signal?.throwIfAborted()
        const verified = { at: this.#now().toISOString(), found }
        const record = { at: at.toISOString(), reason, ...facts, ...seen, verified }
        const backup = await this.#folder.write(name, record)
        await renameDurably(partial, this.#folder.pathOf(name))
        await this.#folder.drop(this.#now())
        return backup
      })
    } finally {
      await rm(partial, { force: true })
    }
  }

  /** What a copy shows is wrong with the database itself, which is looked through when it is opened next. */
  #damaged(found: string): StorageError {
    markDirty(this.#database)
    return damaged(this.#database, found, { readable: true })
  }

  async #isBehind(): Promise<boolean> {
    const newest = (await this.list()).find(({ verified }) => verified.found === null)
    return !newest || (await this.messagesSince(newest.name)) !== 0
  }

  async #whatIsWrong(name: string, { bytes, sha256: expected }: BackupRecord): Promise<string | null> {
    const path = this.#folder.pathOf(name)
    const size = (await stat(path)).size
    if (size !== bytes) return `it has ${size} bytes and had ${bytes}`
    if ((await sha256(path)) !== expected) return 'its checksum is not the one that it had'
    return (await verifyFile(path)).found
  }

  async #withStorageErrors<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw storageFailure(error, this.#folderPath)
    }
  }

  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.#lastTurn.then(job)
    this.#lastTurn = turn.catch(() => {})
    return turn
  }
}
