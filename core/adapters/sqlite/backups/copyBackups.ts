import { constants } from 'node:fs'
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StorageError } from '../../../ports/storageError.ts'
import { flush, renameDurably } from '../../durable.ts'
import { PhotoFolder } from '../../photos/photoFolder.ts'
import { storageFailure } from '../failures.ts'
import { BackupFolder } from './backupFolder.ts'
import { sha256, writeManifest } from './manifest.ts'

const PHOTOS = 'photos'

/**
 * Copies the whole backups of a folder, with their photos, into another one, such as on another disk; then deletes there what retention
 * drops. What is there already is left as it is.
 * @throws StorageError of the other folder, when it cannot be reached or written, or is full
 */
export async function copyBackups(from: string, to: string, now = new Date()): Promise<void> {
  try {
    await mkdir(to, { recursive: true })
    await copyPhotos(join(from, PHOTOS), join(to, PHOTOS)) // first: a backup that is there has its photos
    const source = new BackupFolder(from)
    const target = new BackupFolder(to)
    const there = new Set((await target.list()).map(({ name }) => name))
    for (const { name, verified } of (await source.list()).toReversed())
      if (verified.found === null && !there.has(name)) await copyBackup(source, target, name)
    await target.drop(now)
  } catch (error) {
    throw storageFailure(error, to)
  }
}

/** It is the newest one there, also when the other folder has backups of an earlier installation, of which the numbers are higher. */
async function copyBackup(source: BackupFolder, target: BackupFolder, name: string): Promise<void> {
  const manifest = await source.manifest(name)
  const partial = `${target.pathOf(name)}.partial`
  try {
    if (!(await copyIfThere(source.pathOf(name), partial))) return // retention has just dropped it
    if ((await sha256(partial)) !== manifest.sha256)
      throw new StorageError('BackupInvalid', { name, found: 'its copy is not the same' })
    await flush(partial)
    await renameDurably(partial, target.pathOf(name))
    await writeManifest(target.pathOf(name), { ...manifest, number: await target.nextNumber() })
  } finally {
    await rm(partial, { force: true })
  }
}

/** A photo never changes, so that one of the same name is the same. The folder is read once, since a share answers slowly. */
async function copyPhotos(from: string, to: string): Promise<void> {
  const photosIn = async (folder: string) =>
    (await readdir(folder).catch(() => [])).flatMap((name) => /^(.+)\.jpg$/.exec(name)?.[1] ?? [])
  const there = new Set(await photosIn(to))
  const hashes = (await photosIn(from)).filter((hash) => !there.has(hash))
  await new PhotoFolder(to).takeFrom(new PhotoFolder(from), hashes)
}

async function copyIfThere(from: string, to: string): Promise<boolean> {
  try {
    await stat(from)
  } catch {
    return false
  }
  await copyFile(from, to, constants.COPYFILE_FICLONE)
  return true
}
