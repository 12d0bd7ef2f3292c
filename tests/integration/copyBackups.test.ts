import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { Backups, copyBackups } from '../../core/index.ts'
import { backupsOf, clock } from '../support/files/backups.ts'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { givenIn } from '../support/scenario/given.ts'
import { batch, damage } from '../support/scenario/messages.ts'
import { everything } from '../support/scenario/seen.ts'

const DAYS = 20 // more than are kept

async function given() {
  const file = temporaryFile()
  const { now, pass } = clock()
  const warehouse = await givenIn(file, batch('b1', 20))
  const folder = join(dirname(file), 'backups')
  return { now, pass, warehouse, backups: backupsOf(file, now), folder, second: join(dirname(file), 'share', 'own') }
}

test('a copy is a backup: it is listed, whole, and can be restored elsewhere', async () => {
  const { now, warehouse, backups, folder, second } = await given()
  const { name } = await backups.make(warehouse, 'person')
  await copyBackups(folder, second, now())
  const database = temporaryFile()
  const elsewhere = new Backups({ database, folder: second, now })
  expect((await elsewhere.verify(name)).verified.found).toBe(null)
  await elsewhere.restore(name)
  expect(await everything(await givenIn(database))).toEqual(await everything(warehouse))
})

test('only what is new is copied, photos included, and what retention drops is dropped there, too', {
  timeout: 60_000,
}, async () => {
  const { now, pass, warehouse, backups, folder, second } = await given()
  await backups.make(warehouse, 'person')
  mkdirSync(join(folder, 'photos'), { recursive: true })
  writeFileSync(join(folder, 'photos', `${'a'.repeat(64)}.jpg`), 'a photo')
  await copyBackups(folder, second, now())
  writeFileSync(join(second, 'theirs.txt'), 'kept')
  for (let day = 1; day < DAYS; day++) {
    pass(24 * 60)
    await warehouse.handle(damage('b1', 1))
    await backups.make(warehouse, 'interval')
    if (day % 5 === 0 || day === DAYS - 1) await copyBackups(folder, second, now())
  }
  const names = (of: string) =>
    readdirSync(of)
      .toSorted()
      .filter((file) => file !== 'theirs.txt')
  expect(names(second)).toEqual(names(folder))
  expect(names(second).filter((name) => name.endsWith('.db')).length).toBeLessThan(DAYS)
  expect(readdirSync(second)).toContain('theirs.txt')
  expect(readdirSync(join(second, 'photos'))).toEqual(readdirSync(join(folder, 'photos')))
})

test('copies of a new installation are newer than what an earlier one has left in the folder', async () => {
  const before = await given()
  for (let made = 0; made < 2; made++) {
    before.pass(1)
    await before.backups.make(before.warehouse, 'person')
  }
  await copyBackups(before.folder, before.second, before.now())
  const after = await given()
  const names: string[] = []
  for (let made = 0; made < 2; made++) {
    after.pass(24 * 60)
    names.unshift((await after.backups.make(after.warehouse, 'person')).name)
  }
  await copyBackups(after.folder, before.second, after.now())
  const there = await new Backups({ database: temporaryFile(), folder: before.second, now: after.now }).list()
  expect([there.length, there.slice(0, 2).map(({ name }) => name)]).toEqual([4, names])
})

test('a backup that is not whole is not copied, and one that was changed on its way does not count', async () => {
  const { now, warehouse, backups, folder, second } = await given()
  const { name } = await backups.make(warehouse, 'person')
  const content = readFileSync(join(folder, name))
  writeFileSync(join(folder, name), content.subarray(0, content.length / 2))
  await expect(copyBackups(folder, second, now())).rejects.toMatchObject({ code: 'BackupInvalid' })
  expect(readdirSync(second)).toEqual([])
  await backups.verify(name)
  await copyBackups(folder, second, now())
  expect(readdirSync(second)).toEqual([])
})

test('a folder that cannot be reached is said to be so', async () => {
  const { now, warehouse, backups, folder, second } = await given()
  await backups.make(warehouse, 'person')
  writeFileSync(dirname(second), 'no folder')
  await expect(copyBackups(folder, second, now())).rejects.toMatchObject({ name: 'StorageError' })
  rmSync(dirname(second))
  await copyBackups(folder, second, now())
  expect(readdirSync(second)).toHaveLength(2)
})
