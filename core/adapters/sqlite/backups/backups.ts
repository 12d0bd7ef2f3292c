import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backup, BackupReason, BackupSource, CopyOptions } from '../../../backups.ts'
import { StorageError } from '../../../storageError.ts'
import { storageFailure } from '../failures.ts'
import { damaged } from '../inspect.ts'
import { flush, renameDurably } from './durable.ts'
import { messagesSince, verifyFile } from './lookInThread.ts'
import { type BackupRecord, backupNames, pathsOf, readRecord, sha256, writeRecord } from './record.ts'
import { droppedBackups } from './retention.ts'
import { setAside, stamp } from './setAside.ts'

/** The copies of one database, in a folder of their own. They are there whether or not the database can be opened. */
export class Backups {
  readonly #database: string
  readonly #folder: string
  readonly #now: () => Date
  #lastTurn: Promise<unknown> = Promise.resolve()

  constructor({ database, folder, now = () => new Date() }: { database: string; folder: string; now?: () => Date }) {
    this.#database = database
    this.#folder = folder
    this.#now = now
  }

  /** Newest first. */
  async list(): Promise<readonly Backup[]> {
    const names = await backupNames(this.#folder)
    const read = await Promise.all(names.map(async (name) => ({ name, record: await readRecord(this.#path(name)) })))
    return read
      .flatMap(({ name, record }) => (record ? [toBackup(name, record)] : []))
      .sort((a, b) => (a.at < b.at || (a.at === b.at && a.name < b.name) ? 1 : -1))
  }

  /**
   * Copies the source, looks at the copy, and only then counts it as a backup; then drops those that are not needed any more.
   * One at a time, in the order in which they were wanted.
   * @throws StorageError StorageFull; StorageDamaged when the copy, hence the database, is not whole
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
      const before = await this.#record(name)
      const verified = { at: this.#now().toISOString(), found: await this.#whatIsWrong(name, before) }
      const record = { ...before, verified }
      await writeRecord(this.#path(name), record)
      return toBackup(name, record)
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
    return messagesSince(this.#database, (await this.#record(name)).last)
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
    await this.#naming(async () => {
      await copyFile(this.#path(name), copy)
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
    await this.#naming(() => mkdir(this.#folder, { recursive: true }))
    await this.#sweep()
    const at = this.#now()
    const name = await this.#freeName(at)
    const partial = `${this.#path(name)}.partial`
    try {
      return await this.#naming(async () => {
        await source.copyTo(partial, options)
        const { found, ...seen } = await verifyFile(partial)
        if (found !== null) throw damaged(this.#database, found, { readable: true })
        await flush(partial)
        const facts = { bytes: (await stat(partial)).size, sha256: await sha256(partial) }
        const verified = { at: this.#now().toISOString(), found }
        const record = { at: at.toISOString(), reason, ...facts, ...seen, verified }
        await writeRecord(this.#path(name), record)
        await renameDurably(partial, this.#path(name))
        await this.#drop()
        return toBackup(name, record)
      })
    } finally {
      await rm(partial, { force: true })
    }
  }

  async #isBehind(): Promise<boolean> {
    const newest = (await this.list()).find(({ verified }) => verified.found === null)
    return !newest || (await this.messagesSince(newest.name)) !== 0
  }

  async #whatIsWrong(name: string, { bytes, sha256: expected }: BackupRecord): Promise<string | null> {
    const path = this.#path(name)
    const size = (await stat(path)).size
    if (size !== bytes) return `it has ${size} bytes and had ${bytes}`
    if ((await sha256(path)) !== expected) return 'its checksum is not the one that it had'
    return (await verifyFile(path)).found
  }

  async #drop(): Promise<void> {
    for (const name of droppedBackups(await this.list(), this.#now()))
      for (const path of pathsOf(this.#folder, name)) await rm(path, { force: true })
  }

  /** What a process that was killed left half done. */
  async #sweep(): Promise<void> {
    const left = (await readdir(this.#folder)).filter((name) => /^warehouse-.*\.partial(-journal)?$/.test(name))
    for (const name of left) await rm(this.#path(name), { force: true })
  }

  async #record(name: string): Promise<BackupRecord> {
    const known = (await backupNames(this.#folder)).includes(name)
    const record = known ? await readRecord(this.#path(name)) : null
    if (!record) throw new StorageError('BackupInvalid', { name, found: 'there is no such backup' })
    return record
  }

  async #freeName(at: Date): Promise<string> {
    const taken = await backupNames(this.#folder)
    const names = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `warehouse-${stamp(at)}${n === 0 ? '' : `-${n}`}.db`)
    return names.find((name) => !taken.includes(name)) ?? `warehouse-${stamp(at)}-${crypto.randomUUID()}.db`
  }

  async #naming<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw storageFailure(error, this.#folder)
    }
  }

  #path(name: string): string {
    return join(this.#folder, name)
  }

  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.#lastTurn.then(job)
    this.#lastTurn = turn.catch(() => {})
    return turn
  }
}

const toBackup = (name: string, { at, reason, bytes, messages, verified }: BackupRecord): Backup => ({
  ...{ name, at, reason, bytes, messages, verified },
})
