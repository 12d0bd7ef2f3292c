import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type BackupReason, type Backups, openWarehouse, StorageError, type Warehouse } from '../../core/index.ts'
import type { BackupProgress, BackupSource, VerifyProgress } from '../../core/ports/backups.ts'
import { backupsOf, clock } from '../support/files/backups.ts'
import { behindItsBack } from '../support/files/databaseFile.ts'
import { updateTheApp } from '../support/files/laterMigration.ts'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { givenIn } from '../support/scenario/given.ts'
import { batch, damage, order, SKU } from '../support/scenario/messages.ts'
import { everything, free } from '../support/scenario/seen.ts'
import { counts, csvFile, importFile } from '../unit/csv/csvFile.ts'

const stock = [batch('b1', 20), order('o1', 12), batch('b2', 30), order('o2', 25)]

async function given() {
  const file = temporaryFile()
  const { now, pass } = clock()
  return { file, pass, backups: backupsOf(file, now), warehouse: await givenIn(file, ...stock) }
}

const backupPath = (file: string, name: string) => join(dirname(file), 'backups', name)

test('a backup that is restored is the warehouse as it was, and the database that it replaces is set aside', async () => {
  const { file, backups, warehouse } = await given()
  const before = await everything(warehouse)
  const backup = await backups.make(warehouse, 'person')
  await warehouse.handle(damage('b2', 9))
  const after = await everything(warehouse)
  expect(await backups.messagesSince(backup.name)).toBe(1)
  const kept = await backups.restore(backup.name, () => warehouse.close())

  const restored = await givenIn(file)
  expect([await everything(restored), await restored.check()]).toEqual([before, []])
  expect(await everything(await givenIn(kept ?? ''))).toEqual(after)
})

test('a backup says when and why it was made, and was verified before it counts as made', async () => {
  const { backups, warehouse } = await given()
  const { name, bytes, ...backup } = await backups.make(warehouse, 'start')
  expect(backup).toEqual({
    at: '2030-01-01T09:00:00.000Z',
    reason: 'start',
    messages: 4,
    verified: { at: '2030-01-01T09:00:00.000Z', found: null, missingPhotos: [] },
  })
  expect(await backups.list()).toEqual([{ name, bytes, ...backup }])
})

test('one is made only when a message came since the newest', async () => {
  const { backups, warehouse, pass } = await given()
  const reasons = []
  for (const message of [null, null, damage('b1', 1), null]) {
    if (message) await warehouse.handle(message)
    pass(15)
    reasons.push((await backups.makeIfBehind(warehouse, 'interval'))?.reason)
  }
  expect(reasons).toEqual(['interval', undefined, 'interval', undefined])
})

test('after a restore, a newer backup has no common history with what is written then', async () => {
  const { file, backups, warehouse, pass } = await given()
  const first = await backups.make(warehouse, 'person')
  await warehouse.handle(damage('b1', 1), { id: 'm1' })
  pass(1)
  const second = await backups.make(warehouse, 'person')
  await backups.restore(first.name, () => warehouse.close())
  const restored = await givenIn(file)
  expect(await backups.makeIfBehind(restored, 'start')).toMatchObject({ messages: 4 })
  await restored.handle(damage('b1', 2), { id: 'm2' })
  expect(await Promise.all([first, second].map(({ name }) => backups.messagesSince(name)))).toEqual([1, null])
})

test('messages are handled while a backup is made, and it holds one state, not a mixture', async () => {
  const file = temporaryFile()
  const warehouse = await givenIn(file, batch('b1', 1_000_000))
  await warehouse.handleAll(Array.from({ length: 2_000 }, (_, number) => ({ message: order(`o${number}`, 2) })))
  const backups = backupsOf(file)
  const handled: number[] = []
  let number = 2_000
  const making = backups.make(
    {
      copyTo: (copy, options) =>
        warehouse.copyTo(copy, {
          ...options,
          onProgress: ({ done, total }) => {
            handled.push(done / total)
            void warehouse.handle(order(`o${number++}`, 1))
          },
        }),
    },
    'person',
  )
  const { name, verified } = await making
  await warehouse.close()
  expect([verified.found, handled.length > 1]).toEqual([null, true])
  await backups.restore(name)
  const restored = await givenIn(file)
  const { lines } = await restored.view('summary', {})
  expect([lines.allocated >= 2_000, lines.allocated <= number, await restored.check()]).toEqual([true, true, []])
})

test('of two restores at once the later one wins, each whole, and what either replaced is set aside', async () => {
  const { file, backups, warehouse, pass } = await given()
  const first = await backups.make(warehouse, 'person')
  const states = [await everything(warehouse)]
  for (let number = 0; number < 40; number++) await warehouse.handle(order(`p${number}`, 1))
  pass(1)
  const second = await backups.make(warehouse, 'person')
  states.push(await everything(warehouse))
  await warehouse.close()
  const slowly = () => setTimeout(100) // so that the next one could begin before this one has ended
  const kept = await Promise.all([first, second, first].map(({ name }) => backups.restore(name, slowly)))
  const found = await Promise.all([...kept.slice(1), file].map(async (path) => everything(await givenIn(path!))))
  expect([found, readdirSync(dirname(file)).filter((name) => name.includes('restoring'))]).toEqual([
    [states[0], states[1], states[0]],
    [],
  ])
})

test('the copy of a restore that was killed is deleted by the next one', async () => {
  const { file, backups, warehouse } = await given()
  const { name } = await backups.make(warehouse, 'person')
  writeFileSync(`${file}.restoring-0-1`, 'half')
  await backups.restore(name, () => warehouse.close())
  expect(readdirSync(dirname(file)).filter((name) => name.includes('restoring'))).toEqual([])
})

test('a restore that fails changes nothing', async () => {
  const { file, backups, warehouse } = await given()
  const { name } = await backups.make(warehouse, 'person')
  await warehouse.close()
  const before = readFileSync(file)
  const loseTheCopy = async () => {
    for (const copy of readdirSync(dirname(file)).filter((name) => name.includes('restoring')))
      rmSync(join(dirname(file), copy))
  }
  await expect(backups.restore(name, loseTheCopy)).rejects.toBeInstanceOf(StorageError)
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a backup of a warehouse that a restore has closed is refused as closed; one of the restored warehouse is made', async () => {
  const { file, backups, warehouse } = await given()
  const { name } = await backups.make(warehouse, 'person')
  const restored = backups.restore(name, () => warehouse.close())
  const meanwhile = backups.make(warehouse, 'interval')
  await expect(meanwhile).rejects.toMatchObject({ code: 'StorageClosed', details: { file } })
  await restored
  expect(await backups.make(await givenIn(file), 'interval')).toMatchObject({ verified: { found: null } })
})

test('imports of one file that a restore interrupts end as closed, and the file can be imported again', async () => {
  const { file, backups, warehouse } = await given()
  const { name } = await backups.make(warehouse, 'person')
  const path = csvFile('order_id,sku,quantity', ...Array.from({ length: 2_000 }, (_, row) => `p${row},${SKU},1`))
  const imports = Promise.allSettled([1, 2].map(() => importFile(warehouse, path)))
  await backups.restore(name, () => warehouse.close())
  const closed = { status: 'rejected', reason: { code: 'StorageClosed', details: { file } } }
  expect(await imports).toMatchObject([closed, closed])
  const restored = await givenIn(file)
  expect(counts(await importFile(restored, path))).toMatchObject({ imported: 2_000, rejected: 0 })
  expect(await restored.check()).toEqual([])
})

test('a warehouse that closes refuses the copy that is being made, as closed', async () => {
  const { file, warehouse } = await given()
  const copied = warehouse.copyTo(`${file}.copy`)
  const closed = warehouse.close()
  await expect(copied).rejects.toMatchObject({ code: 'StorageClosed', details: { file } })
  await closed
})

describe('where the folder of the backups is a file, it is named, and messages are handled all the same:', () => {
  test.for<[string, (backups: Backups, warehouse: Warehouse) => Promise<unknown>]>([
    ['made', (backups, warehouse) => backups.make(warehouse, 'person')],
    ['listed', (backups) => backups.list()],
    ['verified', (backups) => backups.verify('warehouse-1.db')],
    ['restored', (backups) => backups.restore('warehouse-1.db')],
    ['searched for a whole one', (backups) => backups.newestWhole()],
  ])('%s', async ([, work]) => {
    const { file, backups, warehouse } = await given()
    const folder = join(dirname(file), 'backups')
    writeFileSync(folder, '')
    await expect(work(backups, warehouse)).rejects.toMatchObject({
      code: 'StorageUnreachable',
      details: { file: folder },
    })
    await warehouse.handle(damage('b2', 1))
  })
})

test('the newest backup is the one that was made last, whatever the clock said', async () => {
  const { file, backups, warehouse } = await given()
  await backupsOf(file, () => new Date('2099-01-01')).make(warehouse, 'start')
  await warehouse.handle(damage('b1', 1))
  const { name } = await backups.make(warehouse, 'interval')
  expect([(await backups.list())[0]?.name, (await backups.newestWhole())?.name]).toEqual([name, name])
  expect(await backups.makeIfBehind(warehouse, 'interval')).toBe(null)
})

test('backups that are made while the clock stands still have names of their own', async () => {
  const { backups, warehouse } = await given()
  const names = []
  for (let number = 0; number < 3; number++) names.push((await backups.make(warehouse, 'person')).name)
  expect((await backups.list()).map(({ name }) => name)).toEqual(names.reverse())
})

test('a backup that is cancelled leaves nothing behind', async () => {
  const { file, backups, warehouse } = await given()
  await backups.make(warehouse, 'person')
  const before = readdirSync(join(dirname(file), 'backups'))
  const cancel = AbortSignal.abort(new Error('not now'))
  await expect(backups.make(warehouse, 'person', { signal: cancel })).rejects.toThrow('not now')
  expect(readdirSync(join(dirname(file), 'backups'))).toEqual(before)
})

test('a backup can be cancelled while it is verified, and another one is made at once', async () => {
  const { backups, warehouse } = await given()
  const cancel = new AbortController()
  const copied: BackupSource = {
    async copyTo(copy, options) {
      await warehouse.copyTo(copy, options)
      setImmediate(() => cancel.abort(new Error('not now')))
    },
  }
  await expect(backups.make(copied, 'person', { signal: cancel.signal })).rejects.toThrow('not now')
  const { name, verified } = await backups.make(warehouse, 'person')
  expect([verified.found, (await backups.list()).map((backup) => backup.name)]).toEqual([null, [name]])
})

test('making a backup tells how far the copying is, then the verifying, step by step to the last', async () => {
  const { backups, warehouse } = await given()
  const told: BackupProgress[] = []
  const { name } = await backups.make(warehouse, 'person', { onProgress: (progress) => told.push(progress) })
  expect(told.map(({ step }) => step)).toEqual([...told.map(({ step }) => step)].sort())
  const verifying: VerifyProgress[] = []
  await backups.verify(name, { onProgress: (progress) => verifying.push(progress) })
  const steps = verifying.at(-1)!.total
  const whole = new Set(verifying.map(({ done }) => Math.floor(done)))
  expect([...whole]).toEqual([...Array(steps).keys()].slice(1)) // the first step is under way before anything is told
})

test('a restore can be stopped while it verifies, and changes nothing then', async () => {
  const { backups, warehouse } = await given()
  const { name } = await backups.make(warehouse, 'person')
  const stop = new AbortController()
  let isClosed = false
  const close = async () => {
    isClosed = true
  }
  const restored = backups.restore(name, close, {
    signal: stop.signal,
    onProgress: () => stop.abort(new Error('not now')),
  })
  await expect(restored).rejects.toThrow('not now')
  expect([isClosed, await warehouse.check()]).toEqual([false, []])
})

test('verifying can be stopped, before and while it runs, and records nothing then', async () => {
  const { backups, warehouse, pass } = await given()
  const { name } = await backups.make(warehouse, 'person')
  const before = await backups.list()
  pass(1)
  const stop = new AbortController()
  const verifying = [backups.verify(name, stop), backups.verify(name, stop)]
  setImmediate(() => stop.abort(new Error('not now')))
  const reasons = (await Promise.allSettled(verifying)).map(
    (result) => result.status === 'rejected' && result.reason.message,
  )
  expect([reasons, await backups.list()]).toEqual([['not now', 'not now'], before])
  expect((await backups.verify(name)).verified).toEqual({
    at: '2030-01-01T09:01:00.000Z',
    found: null,
    missingPhotos: [],
  })
})

test('backups that wait for their turn are cancelled as well', async () => {
  const { backups, warehouse } = await given()
  const cancel = new AbortController()
  const { signal } = cancel
  const reasons: BackupReason[] = ['start', 'person']
  const made = reasons.map((reason) => backups.make(warehouse, reason, { signal }))
  cancel.abort(new Error('not now'))
  expect((await Promise.allSettled(made)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await backups.list()).toEqual([])
})

test('a warehouse that closes cancels the backup that is being made', async () => {
  const { backups, warehouse } = await given()
  const made = backups.make(warehouse, 'person').then(
    () => 'made',
    () => 'cancelled',
  )
  await warehouse.close()
  expect([await made, await backups.list()]).toBeOneOf([
    ['cancelled', []],
    ['made', [expect.anything()]],
  ])
})

test('a backup of a damaged database is refused', async () => {
  const { file, backups, warehouse } = await given()
  behindItsBack(file, (db) => db.exec("UPDATE batches SET allocated = allocated - 1 WHERE ref = 'b1'"))
  await expect(backups.make(warehouse, 'interval')).rejects.toMatchObject({ code: 'StorageDamaged' })
  expect(await backups.list()).toEqual([])
})

describe('a backup that is not what it was when it was made is found, not restored, and the one before it is offered:', () => {
  test.for<[string, (path: string) => void]>([
    ['truncated', (path) => truncateSync(path, 4096)],
    ['one byte changed', (path) => writeFileSync(path, flip(readFileSync(path), 30_000))],
    ['emptied', (path) => truncateSync(path, 0)],
  ])('%s', async ([, harm]) => {
    const { file, backups, warehouse, pass } = await given()
    const whole = await backups.make(warehouse, 'person')
    pass(5)
    const harmed = await backups.make(warehouse, 'person')
    harm(backupPath(file, harmed.name))
    const before = await everything(warehouse)
    await expect(backups.restore(harmed.name)).rejects.toMatchObject({
      code: 'BackupInvalid',
      details: { name: harmed.name, found: expect.any(String) },
    })
    expect((await backups.list())[0]?.verified.found).toEqual(expect.any(String))
    expect((await backups.newestWhole())?.name).toBe(whole.name)
    expect(await everything(warehouse)).toEqual(before)
  })
})

function flip(bytes: Buffer, at: number): Buffer {
  bytes[at] = bytes[at]! ^ 1
  return bytes
}

test('a backup that another program holds is not taken for damaged', async () => {
  const { file, backups, warehouse } = await given()
  const { name } = await backups.make(warehouse, 'person')
  const other = new Database(backupPath(file, name))
  other.exec('BEGIN EXCLUSIVE')
  await expect(backups.restore(name)).rejects.toMatchObject({ code: 'StorageLocked' })
  other.close()
  expect((await backups.newestWhole())?.name).toBe(name)
})

test('a name that is no backup is refused, wherever it points', async () => {
  const { file, backups } = await given()
  for (const name of ['../warehouse.db', 'warehouse-2030.db', file, ''])
    await expect(backups.restore(name)).rejects.toMatchObject({ code: 'BackupInvalid' })
})

test('the file is backed up before a newer version of the app migrates it', async () => {
  const { file, backups, warehouse } = await given()
  const before = await free(warehouse)
  await warehouse.close()
  onTestFinished(updateTheApp())
  const migrated = await openWarehouse({ database: file, backups })
  expect(await free(migrated)).toEqual(before)
  await migrated.close()
  const [backup] = await backups.list()
  expect([backup?.reason, backup?.verified.found]).toEqual(['migration', null])
  const version = behindItsBack(backupPath(file, backup?.name ?? ''), (db) =>
    db.pragma('user_version', { simple: true }),
  )
  expect(version).toBe(1)
})

test('retention deletes a backup with its manifest, and nothing else', async () => {
  const { file, backups, warehouse, pass } = await given()
  const folder = join(dirname(file), 'backups')
  for (let count = 0; count < 10; count++) {
    await backups.make(warehouse, 'interval')
    copyFileSync(file, join(folder, 'mine.db'))
    pass(15)
  }
  const files = readdirSync(folder)
  expect([(await backups.list()).length, files.length]).toEqual([8, 2 * 8 + 1])
  expect(existsSync(join(folder, 'mine.db'))).toBe(true)
})
