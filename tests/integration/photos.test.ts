import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { photosBeside } from '../../core/index.ts'
import { backupsOf } from '../support/files/backups.ts'
import { fill, NO_SMALL_DISK, smallDisk } from '../support/files/smallDisk.ts'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { givenIn } from '../support/scenario/given.ts'
import { batch } from '../support/scenario/messages.ts'

const picture = (byte: number) => new Uint8Array([0xff, 0xd8, 0xff, byte])

/** A batch with two damages, each with its photo. */
async function given() {
  const file = temporaryFile()
  const photos = photosBeside(file)
  const hashes = [await photos.keep(picture(1)), await photos.keep(picture(2))]
  const damages = hashes.map(
    (hash) => ({ type: 'StockDamaged', ref: 'b1', qty: 1, reason: 'water', photos: [hash] }) as const,
  )
  const warehouse = await givenIn(file, batch('b1', 5), ...damages)
  return { file, photos, hashes, warehouse, backups: backupsOf(file) }
}

test('a photo is kept once, under the hash of its content', async () => {
  const { file, photos, hashes } = await given()
  expect(await photos.keep(picture(1))).toBe(hashes[0])
  expect(readdirSync(join(dirname(file), 'photos')).sort()).toEqual(hashes.map((hash) => `${hash}.jpg`).sort())
})

test('a photo for which the disk has no room is refused, and leaves nothing behind', async ({ skip }) => {
  const disk = smallDisk() ?? skip(NO_SMALL_DISK)
  const photos = photosBeside(join(disk, 'warehouse.db'))
  await photos.keep(picture(1))
  const makeRoom = fill(disk)
  const large = new Uint8Array(1_000_000).fill(0xff)
  await expect(photos.keep(large)).rejects.toMatchObject({ code: 'StorageFull' })
  expect(readdirSync(join(disk, 'photos'))).toHaveLength(1)
  makeRoom()
  expect(await photos.missing([await photos.keep(large)])).toEqual([])
})

test('photos are backed up with what names them, and restored with it', async () => {
  const { file, photos, hashes, warehouse, backups } = await given()
  const { name, verified } = await backups.make(warehouse, 'person')
  rmSync(join(dirname(file), 'photos'), { recursive: true })
  expect([verified.missingPhotos, await photos.missing(hashes)]).toEqual([[], hashes])
  await backups.restore(name, () => warehouse.close())
  expect(await photos.missing(hashes)).toEqual([])
})

test('a backup says which photos it lacks, and is whole all the same', async () => {
  const { photos, hashes, warehouse, backups } = await given()
  rmSync(photos.pathOf(hashes[0]!))
  const { name, verified } = await backups.make(warehouse, 'person')
  expect(verified).toMatchObject({ found: null, missingPhotos: [hashes[0]] })
  await backups.restore(name, () => warehouse.close())
})

test('a photo that was changed behind the app’s back counts as missing', async () => {
  const { file, hashes, warehouse, backups } = await given()
  const { name } = await backups.make(warehouse, 'person')
  writeFileSync(join(dirname(file), 'backups', 'photos', `${hashes[1]}.jpg`), 'another picture')
  expect((await backups.verify(name)).verified).toMatchObject({ found: null, missingPhotos: [hashes[1]] })
})

test('a photo that cannot be written is refused with what the storage says', async () => {
  const file = temporaryFile()
  writeFileSync(join(dirname(file), 'photos'), 'a file in the place of the folder')
  await expect(photosBeside(file).keep(picture(1))).rejects.toMatchObject({ code: 'StorageUnreachable' })
})

test.for([
  ['no hash', ['../../etc/passwd']],
  ['a hash in capitals', ['A'.repeat(64)]],
  ['the same one twice', ['a'.repeat(64), 'a'.repeat(64)]],
  ['none at all', []],
  ['more than eight', Array.from({ length: 9 }, (_, at) => `${at}`.repeat(64))],
] as const)('a damage names photos by their hashes: %s is refused', async ([, photos]) => {
  const warehouse = await givenIn(temporaryFile(), batch('b1', 5))
  const damage = { type: 'StockDamaged', ref: 'b1', qty: 1, reason: 'water', photos } as const
  await expect(warehouse.handle(damage)).rejects.toThrow(/photos/)
})
