import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openWarehouse } from '../../../core/index.ts'
import { backupsOf } from '../../support/files/backups.ts'
import { behindItsBack } from '../../support/files/databaseFile.ts'
import { temporaryFile } from '../../support/files/temporaryFolder.ts'
import { givenIn } from '../../support/scenario/given.ts'
import { batch, order } from '../../support/scenario/messages.ts'
import { everything } from '../../support/scenario/seen.ts'

// A file that is not what the app left behind, at the time the app starts.

const stock = [batch('b1', 400), ...Array.from({ length: 60 }, (_, index) => order(`o${index}`, 5))]
const suffixes = ['', '-wal', '-shm']

/** As a process that was killed leaves it, with its log: a copy of what is on the disk, and nobody holds it. */
async function left(): Promise<string> {
  const source = temporaryFile()
  const file = temporaryFile()
  const warehouse = await givenIn(source, ...stock)
  for (const suffix of suffixes) copyFileSync(source + suffix, file + suffix)
  await warehouse.close()
  return file
}

/** In one file. */
async function closed(): Promise<string> {
  const file = temporaryFile()
  await (await givenIn(file, ...stock)).close()
  return file
}

/** But for the shared memory, which every reader makes anew. */
const bytesOf = (file: string) =>
  ['', '-wal'].map((suffix) => (existsSync(file + suffix) ? readFileSync(file + suffix) : Buffer.alloc(0)))

async function expectRefused(file: string, refusal: object): Promise<void> {
  const before = bytesOf(file)
  await expect(openWarehouse({ database: file })).rejects.toMatchObject(refusal)
  expect(bytesOf(file).map((bytes, index) => bytes.equals(before[index]!))).toEqual([true, true])
}

const overwrite = (file: string, from: number, to: number, byte: number) => {
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(byte, from, to))
}

describe('a damaged file is refused, and stays as it is:', () => {
  const damaged = { code: 'StorageDamaged', details: { readable: false } }
  test.for<[string, (file: string) => void]>([
    ['cut to half', (file) => truncateSync(file, statSync(file).size / 2)],
    ['cut within its last page', (file) => truncateSync(file, statSync(file).size - 100)],
    ['cut to its first page', (file) => truncateSync(file, 4096)],
    ['cut to a few bytes', (file) => truncateSync(file, 10)],
    ['zeroed', (file) => overwrite(file, 0, statSync(file).size, 0)],
    ['its first page zeroed', (file) => overwrite(file, 0, 4096, 0)],
    ['all but its first page zeroed', (file) => overwrite(file, 4096, statSync(file).size, 0)],
    ['a page in the middle overwritten', (file) => overwrite(file, 8 * 4096, 9 * 4096, 0xa5)],
    ['a text', (file) => writeFileSync(file, 'Dear warehouse, '.repeat(1000))],
  ])('%s', async ([, harm]) => {
    const file = await closed()
    harm(file)
    await expectRefused(file, damaged)
  })

  test('emptied, with a log that holds what it held: SQLite alone would delete the log', async () => {
    const file = await left()
    truncateSync(file, 0)
    await expectRefused(file, damaged)
  })

  test('gone, with its log still there', async () => {
    const file = await left()
    rmSync(file)
    await expectRefused(file, damaged)
  })

  test('a table is missing', async () => {
    const file = await closed()
    behindItsBack(file, (db) => db.exec('DROP TABLE notices_read'))
    await expect(openWarehouse({ database: file })).rejects.toMatchObject(damaged)
  })

  test('every page is whole, and a line is gone; a person may open it all the same', async () => {
    const file = await closed()
    behindItsBack(file, (db) => db.exec("DELETE FROM lines WHERE order_id = 'o7'"))
    await expect(openWarehouse({ database: file })).rejects.toMatchObject({
      code: 'StorageDamaged',
      details: { readable: true, found: expect.stringContaining('b1') },
    })
    const warehouse = await openWarehouse({ database: file, asItIs: true })
    expect(await warehouse.check()).not.toEqual([])
    await warehouse.close()
  })
})

test('where there are backups, an empty file and none at all are not taken for a new one, until a person says so', async () => {
  for (const harm of [(file: string) => truncateSync(file, 0), (file: string) => rmSync(file)]) {
    const file = temporaryFile()
    const backups = backupsOf(file)
    const warehouse = await givenIn(file, ...stock)
    await backups.make(warehouse, 'start')
    await warehouse.close()
    harm(file)
    await expect(openWarehouse({ database: file, backups })).rejects.toMatchObject({ code: 'StorageDamaged' })
    const anew = await openWarehouse({ database: file, backups, asItIs: true })
    expect((await anew.view('summary', {})).batches).toBe(0)
    await anew.close()
  }
})

test("another app's file and a newer one are refused, and named", async () => {
  const foreign = temporaryFile()
  behindItsBack(foreign, (db) => db.exec('CREATE TABLE contacts (name)'))
  await expectRefused(foreign, { code: 'StorageForeign', details: { file: foreign } })
  const newer = await closed()
  behindItsBack(newer, (db) => db.pragma('user_version = 99'))
  await expectRefused(newer, { code: 'StorageNewer', details: { file: newer, version: 99 } })
})

test('a damaged file is set aside with its log, to the byte, and the newest whole backup takes its place', async () => {
  const file = await left()
  const backups = backupsOf(file)
  const warehouse = await givenIn(file)
  const before = await everything(warehouse)
  const { name } = await backups.make(warehouse, 'interval')
  await warehouse.handle(order('late', 1), { id: 'm1' })
  const crashed = join(dirname(file), 'crashed')
  mkdirSync(crashed)
  for (const suffix of suffixes) copyFileSync(file + suffix, join(crashed, `warehouse.db${suffix}`))
  await warehouse.close()
  for (const suffix of suffixes) copyFileSync(join(crashed, `warehouse.db${suffix}`), file + suffix)
  overwrite(file, 4096, statSync(file).size, 0)
  const harmed = bytesOf(file)

  await expect(openWarehouse({ database: file, backups })).rejects.toMatchObject({ code: 'StorageDamaged' })
  expect((await backups.newestWhole())?.name).toBe(name)
  const kept = await backups.restore(name)
  expect(bytesOf(kept ?? '').map((bytes, index) => bytes.equals(harmed[index]!))).toEqual([true, true])
  const restored = await openWarehouse({ database: file, backups })
  expect([await everything(restored), await restored.check()]).toEqual([before, []])
  await restored.close()
})
