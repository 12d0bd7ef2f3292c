import { existsSync, readFileSync, utimesSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openWarehouse } from '../../core/index.ts'
import { backupsOf } from '../support/files/backups.ts'
import { behindItsBack, inflate } from '../support/files/databaseFile.ts'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { givenIn } from '../support/scenario/given.ts'
import { batch, order } from '../support/scenario/messages.ts'

// When opening checks the whole file. A broken rule of the domain stands for damage.

const BROKEN = "UPDATE batches SET allocated = 4 WHERE ref = 'b1'"
const LONG_AGO = new Date('2020-01-01T09:00:00Z')
const damaged = { code: 'StorageDamaged' }

/** Sets the modification time of a file. */
const changed = (file: string, at: Date) => utimesSync(file, at, at)

/** A file that was closed long ago and not changed since. */
async function closed(): Promise<string> {
  const file = temporaryFile()
  await (await givenIn(file, batch('b1', 20), order('o1', 5))).close()
  changed(file, LONG_AGO)
  await (await openWarehouse({ database: file })).close() // changes nothing, so the marker holds that time
  return file
}

const damage = (file: string) => behindItsBack(file, (db) => db.exec(BROKEN))

test('a file that is unchanged since a clean shutdown is not checked again', async () => {
  const file = await closed()
  damage(file)
  changed(file, LONG_AGO) // so that the change does not show
  await (await openWarehouse({ database: file })).close()
})

describe('a file is checked', () => {
  test.for<[string, (file: string) => void]>([
    ['when it was changed after the shutdown', () => {}],
    [
      'when its size differs',
      (file) => {
        behindItsBack(file, (db) => db.exec('CREATE TABLE t (x)'))
        changed(file, LONG_AGO)
      },
    ],
  ])('%s', async ([, touch]) => {
    const file = await closed()
    damage(file)
    touch(file)
    await expect(openWarehouse({ database: file })).rejects.toMatchObject(damaged)
  })

  test('when it was closed a moment ago: a change could have the same modification time', async () => {
    const file = await closed()
    const now = new Date(Math.floor(Date.now() / 1000) * 1000)
    changed(file, now)
    await (await openWarehouse({ database: file })).close() // the marker holds that time
    damage(file)
    changed(file, now)
    await expect(openWarehouse({ database: file })).rejects.toMatchObject(damaged)
  })

  test('after a crash', async () => {
    const file = await closed()
    const crashed = await openWarehouse({ database: file })
    damage(file)
    expect(existsSync(`${file}-closed`)).toBe(false)
    await expect(openWarehouse({ database: file })).rejects.toMatchObject(damaged)
    await crashed.close()
  })

  test('again, when a person opened it although it was damaged', async () => {
    const file = await closed()
    damage(file)
    changed(file, LONG_AGO)
    await (await openWarehouse({ database: file, asItIs: true })).close()
    changed(file, LONG_AGO)
    await expect(openWarehouse({ database: file })).rejects.toMatchObject(damaged)
  })

  test('when a backup of it was found damaged', async () => {
    const file = await closed()
    const warehouse = await openWarehouse({ database: file })
    damage(file)
    await expect(backupsOf(file).make(warehouse, 'person')).rejects.toMatchObject(damaged)
    await warehouse.close()
    expect(readFileSync(`${file}-closed`, 'utf8')).toBe('')
    await expect(openWarehouse({ database: file })).rejects.toMatchObject(damaged)
  })
})

describe('a large file', () => {
  /** Opens it, and counts how often other work had its turn meanwhile. */
  async function openAndTick(file: string, asItIs = false): Promise<number> {
    let ticks = 0
    const timer = setInterval(() => ticks++, 1)
    try {
      await (await openWarehouse({ database: file, asItIs })).close()
      return ticks
    } finally {
      clearInterval(timer)
    }
  }

  test('is checked beside the event loop, which a small one is not worth', async () => {
    const [small, large] = [await closed(), await closed()]
    inflate(large, 5)
    changed(small, new Date())
    expect([await openAndTick(small), await openAndTick(large)]).toEqual([0, expect.toSatisfy((ticks) => ticks > 0)])
  })

  test('is found damaged like a small one, and can be opened as it is', async () => {
    const file = await closed()
    damage(file)
    inflate(file, 5)
    await expect(openAndTick(file)).rejects.toMatchObject({ ...damaged, details: { file, readable: true } })
    expect(await openAndTick(file, true)).toBeGreaterThan(0)
  })
})
