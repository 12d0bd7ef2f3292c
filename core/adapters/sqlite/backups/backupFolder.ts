import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backup } from '../../../ports/backups.ts'
import { StorageError } from '../../../ports/storageError.ts'
import { backupNames, type Manifest, pathsOf, readManifest, writeManifest } from './manifest.ts'
import { droppedBackups } from './retention.ts'
import { stamp } from './setAside.ts'

/** The folder that holds the backups of a database, each with its manifest. */
export class BackupFolder {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  pathOf(name: string): string {
    return join(this.#folder, name)
  }

  /** Newest first: in the order in which they were made, whatever the clock said. */
  async list(): Promise<readonly Backup[]> {
    return (await this.#manifests())
      .sort((a, b) => b.manifest.number - a.manifest.number)
      .map(({ name, manifest }) => toBackup(name, manifest))
  }

  /** @throws StorageError BackupInvalid: there is no such backup */
  async manifest(name: string): Promise<Manifest> {
    const found = (await this.#manifests()).find((backup) => backup.name === name)
    if (!found) throw new StorageError('BackupInvalid', { name, found: 'there is no such backup' })
    return found.manifest
  }

  async write(name: string, manifest: Manifest): Promise<Backup> {
    await writeManifest(this.pathOf(name), manifest)
    return toBackup(name, manifest)
  }

  /** The name and number of a new backup. Deletes what a killed process left half done. */
  async prepare(at: Date): Promise<Pick<Backup, 'name'> & Pick<Manifest, 'number'>> {
    await mkdir(this.#folder, { recursive: true })
    const files = await readdir(this.#folder)
    for (const left of files.filter((file) => /^warehouse-.*\.partial(-journal)?$/.test(file)))
      await rm(this.pathOf(left), { force: true })
    return { name: freeName(at, files), number: await this.nextNumber() }
  }

  async nextNumber(): Promise<number> {
    const numbers = (await this.#manifests()).map(({ manifest }) => manifest.number)
    return Math.max(0, ...numbers) + 1
  }

  /** Deletes the backups that retention no longer keeps. */
  async drop(now: Date): Promise<void> {
    for (const name of droppedBackups(await this.list(), now))
      for (const path of pathsOf(this.#folder, name)) await rm(path, { force: true })
  }

  async #manifests(): Promise<{ name: string; manifest: Manifest }[]> {
    const names = await backupNames(this.#folder)
    const read = await Promise.all(
      names.map(async (name) => ({ name, manifest: await readManifest(this.pathOf(name)) })),
    )
    return read.flatMap(({ name, manifest }) => (manifest ? [{ name, manifest }] : []))
  }
}

function freeName(at: Date, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const name = `warehouse-${stamp(at)}${number === 1 ? '' : `-${number}`}.db`
    if (!taken.includes(name)) return name
  }
}

function toBackup(name: string, { at, reason, bytes, messages, verified }: Manifest): Backup {
  return { name, at, reason, bytes, messages, verified }
}
