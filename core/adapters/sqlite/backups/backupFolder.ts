import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backup } from '../../../ports/backups.ts'
import { StorageError } from '../../../ports/storageError.ts'
import { type BackupRecord, backupNames, pathsOf, readRecord, writeRecord } from './manifest.ts'
import { droppedBackups } from './retention.ts'
import { stamp } from './setAside.ts'

/** Where the backups of a database lie, each with its record. */
export class BackupFolder {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  pathOf(name: string): string {
    return join(this.#folder, name)
  }

  /** Newest first. */
  async list(): Promise<readonly Backup[]> {
    const names = await backupNames(this.#folder)
    const read = await Promise.all(names.map(async (name) => ({ name, record: await readRecord(this.pathOf(name)) })))
    return read
      .flatMap(({ name, record }) => (record ? [toBackup(name, record)] : []))
      .sort((a, b) => (a.at < b.at || (a.at === b.at && a.name < b.name) ? 1 : -1))
  }

  /** @throws StorageError BackupInvalid: there is no such backup */
  async record(name: string): Promise<BackupRecord> {
    const known = (await backupNames(this.#folder)).includes(name)
    const record = known ? await readRecord(this.pathOf(name)) : null
    if (!record) throw new StorageError('BackupInvalid', { name, found: 'there is no such backup' })
    return record
  }

  async write(name: string, record: BackupRecord): Promise<Backup> {
    await writeRecord(this.pathOf(name), record)
    return toBackup(name, record)
  }

  /** A name for one that is made now; what a process that was killed left half done is gone. */
  async prepare(at: Date): Promise<string> {
    await mkdir(this.#folder, { recursive: true })
    const files = await readdir(this.#folder)
    for (const left of files.filter((file) => /^warehouse-.*\.partial(-journal)?$/.test(file)))
      await rm(this.pathOf(left), { force: true })
    for (let number = 1; ; number++) {
      const name = `warehouse-${stamp(at)}${number === 1 ? '' : `-${number}`}.db`
      if (!files.includes(name)) return name
    }
  }

  /** Deletes those that are not needed any more. */
  async drop(now: Date): Promise<void> {
    for (const name of droppedBackups(await this.list(), now))
      for (const path of pathsOf(this.#folder, name)) await rm(path, { force: true })
  }
}

const toBackup = (name: string, { at, reason, bytes, messages, verified }: BackupRecord): Backup => ({
  ...{ name, at, reason, bytes, messages, verified },
})
