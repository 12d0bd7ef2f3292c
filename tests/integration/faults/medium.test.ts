import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openWriter } from '../../../core/adapters/sqlite/open/connection.ts'
import { SqliteStore } from '../../../core/adapters/sqlite/store.ts'
import { openWarehouse } from '../../../core/index.ts'
import { Warehouse } from '../../../core/service/warehouse.ts'
import { backupsOf } from '../../support/files/backups.ts'
import { fill, NO_SMALL_DISK, smallDisk } from '../../support/files/smallDisk.ts'
import { temporaryFile, temporaryFolder } from '../../support/files/temporaryFolder.ts'
import { givenIn } from '../../support/scenario/given.ts'
import { batch, damage, order, quantity } from '../../support/scenario/messages.ts'
import { everything, free } from '../../support/scenario/seen.ts'

// What the disk and other programs do to a warehouse that is whole.

const program = (name: string) => join(import.meta.dirname, `../../support/processes/${name}.ts`)
const lines = Array.from({ length: 300 }, (_, index) => order(`o${index}`, 1))
const isRoot = process.getuid?.() === 0

describe('on a full disk', () => {
  test('a message is refused whole, everything can be seen, and it goes on when there is room', async () => {
    const file = temporaryFile()
    await (await givenIn(file, batch('b1', 300), ...lines)).close()
    const db = openWriter(file)
    const warehouse = new Warehouse(new SqliteStore(file, db), () => new Date())
    onTestFinished(() => warehouse.close())
    const before = await everything(warehouse)
    const pages = Number(db.pragma('page_count', { simple: true }))
    db.pragma(`max_page_count = ${pages + 2}`)
    const sent = () => warehouse.handle(quantity('b1', 0), { id: 'm1' })
    await expect(sent()).rejects.toMatchObject({ code: 'StorageFull', details: { file } })
    expect([await everything(warehouse), await warehouse.check()]).toEqual([before, []])
    db.pragma(`max_page_count = ${pages + 2000}`)
    await sent()
    expect([await free(warehouse), await warehouse.check()]).toEqual([{ b1: 0 }, []])
  })

  test('the same, of a real small disk; nor is there room to begin, or for a backup', async ({ skip }) => {
    const disk = smallDisk() ?? skip(NO_SMALL_DISK)
    const file = join(disk, 'warehouse.db')
    const backups = backupsOf(file)
    await (await givenIn(file, batch('b1', 300), ...lines)).close()
    const warehouse = await givenIn(file) // its log begins anew, and has no room of its own
    const makeRoom = fill(disk)
    const before = await everything(warehouse)
    const cut = () => warehouse.handle(quantity('b1', 0), { id: 'm1' })
    await expect(cut()).rejects.toMatchObject({ code: 'StorageFull' })
    await expect(backups.make(warehouse, 'person')).rejects.toMatchObject({ code: 'StorageFull' })
    await expect(openWarehouse({ database: join(disk, 'new.db') })).rejects.toMatchObject({ code: 'StorageFull' })
    expect([await everything(warehouse), await warehouse.check()]).toEqual([before, []])
    makeRoom()
    await cut()
    expect([await free(warehouse), await warehouse.check()]).toEqual([{ b1: 0 }, []])
    expect((await backups.make(warehouse, 'person')).verified.found).toBe(null)
  })

  test.skipIf(process.platform === 'win32')('the same, where the system limits the size of files', async () => {
    const file = temporaryFile()
    await (await givenIn(file, batch('b1', 300), ...lines)).close()
    const run = `ulimit -f 4; exec "${process.execPath}" "${program('opener')}" "${file}"`
    const { stdout } = spawnSync('sh', ['-c', run], { encoding: 'utf8' })
    expect(JSON.parse(stdout)).toEqual({ code: 'StorageFull', details: { file } })
    expect(await free(await givenIn(file))).toEqual({ b1: 0 })
  })
})

describe('while another process holds the file', () => {
  test('it is not opened, which is said soon; a killed process holds nothing', async () => {
    const file = temporaryFile()
    await (await givenIn(file, batch('b1', 5))).close()
    const release = await hold(file, 'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    const since = performance.now()
    await expect(openWarehouse({ database: file })).rejects.toMatchObject({ code: 'StorageLocked', details: { file } })
    expect(performance.now() - since).toBeLessThan(2_000)
    await release()
    expect(await free(await givenIn(file))).toEqual({ b1: 5 })
  })

  test('a message is refused whole, and can be sent again', async () => {
    const file = temporaryFile()
    const warehouse = await givenIn(file, batch('b1', 5))
    const release = await hold(file, 'BEGIN IMMEDIATE')
    const sent = () => warehouse.handle(damage('b1', 1), { id: 'm1' })
    await expect(sent()).rejects.toMatchObject({ code: 'StorageLocked' })
    expect(await free(warehouse)).toEqual({ b1: 5 })
    await release()
    await sent()
    expect(await free(warehouse)).toEqual({ b1: 4 })
  })
})

/** Answers what kills it. */
async function hold(file: string, sql: string): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [program('holder'), file, sql], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return async () => {
    const closed = once(child, 'close')
    child.kill('SIGKILL')
    await closed
  }
}

describe.skipIf(process.platform === 'win32')('what may not be written is refused, and named:', () => {
  test.for<[string, number, number]>([
    ['a file', 0o444, 0o777],
    ['its folder', 0o666, 0o555],
    ['both', 0o444, 0o555],
  ])('%s', async ([, fileMode, folderMode]) => {
    const file = temporaryFile()
    await (await givenIn(file, batch('b1', 5))).close()
    chmodSync(file, fileMode)
    chmodSync(dirname(file), folderMode)
    onTestFinished(() => chmodSync(dirname(file), 0o777))
    const nobody = isRoot ? { uid: 65534, gid: 65534 } : {} // nothing is read-only to root
    const { stdout } = spawnSync(process.execPath, [program('opener'), file], { encoding: 'utf8', ...nobody })
    expect(JSON.parse(stdout)).toEqual({ code: 'StorageReadOnly', details: { file } })
  })
})

test('a folder that is not there is named, and so is what is no file', async () => {
  const missing = temporaryFile('no/such/warehouse.db')
  await expect(openWarehouse({ database: missing })).rejects.toMatchObject({
    code: 'StorageMissing',
    details: { file: missing },
  })
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'inside'), '')
  await expect(openWarehouse({ database: folder })).rejects.toMatchObject({
    code: 'StorageUnreachable',
    details: { file: folder, cause: expect.any(String) },
  })
})
