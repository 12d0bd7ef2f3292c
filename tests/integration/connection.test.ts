import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openReader, openWriter } from '../../core/adapters/sqlite/open/connection.ts'
import { migrations } from '../../core/adapters/sqlite/open/migrations.ts'
import { openWarehouse } from '../../core/index.ts'
import { behindItsBack, fingerprint } from '../support/files/databaseFile.ts'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { givenIn } from '../support/scenario/given.ts'
import { batch, order } from '../support/scenario/messages.ts'
import { everything } from '../support/scenario/seen.ts'

describe('every connection that writes, to a new file and to a reopened one,', () => {
  test.for(['new', 'reopened'])('loses no commit in a power cut, and guards its references: %s', async (age) => {
    const file = temporaryFile()
    if (age === 'reopened') await (await givenIn(file, batch('b1', 20))).close()
    const db = openWriter(file)
    const names = ['journal_mode', 'synchronous', 'foreign_keys', 'application_id', 'user_version']
    const settings = names.map((name) => [name, db.pragma(name, { simple: true })])
    db.close()
    expect(Object.fromEntries(settings)).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      application_id: 0x57485345,
      user_version: migrations.length,
    })
  })
})

test('what was written is there when the file is opened again', async () => {
  const file = temporaryFile()
  const first = await givenIn(file, batch('b1', 20), order('o1', 25), batch('b2', 30))
  const before = await everything(first)
  await first.close()
  expect(await everything(await givenIn(file))).toEqual(before)
})

test('a closed file is one file', async () => {
  const file = temporaryFile()
  await (await givenIn(file, batch('b1', 20))).close()
  expect([file, `${file}-wal`, `${file}-shm`].map((path) => existsSync(path))).toEqual([true, false, false])
})

test('the connection of the views cannot write', async () => {
  const file = temporaryFile()
  const writer = openWriter(file)
  const reader = openReader(file, writer)
  expect(() => reader.exec('DELETE FROM notices_read')).toThrow('attempt to write a readonly database')
  reader.close()
  writer.close()
})

describe('a file that this app cannot keep is refused, and stays byte for byte as it was:', () => {
  test('one that a newer version wrote', async () => {
    const file = temporaryFile()
    await (await givenIn(file, batch('b1', 20))).close()
    behindItsBack(file, (db) => db.pragma('user_version = 99'))
    const before = fingerprint(file)
    await expect(openWarehouse({ database: file })).rejects.toThrow('written by a newer version of this app (99)')
    expect(fingerprint(file)).toBe(before)
  })

  test('a database of another app', async () => {
    const file = temporaryFile('contacts.db')
    behindItsBack(file, (db) => db.exec('CREATE TABLE contacts (name)'))
    const before = readFileSync(file)
    await expect(openWarehouse({ database: file })).rejects.toThrow('is not a file of this app')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('a file that is no database', async () => {
    const file = temporaryFile('letter.txt')
    writeFileSync(file, 'Dear warehouse, '.repeat(100))
    await expect(openWarehouse({ database: file })).rejects.toThrow('file is not a database')
    expect(readFileSync(file, 'utf8')).toBe('Dear warehouse, '.repeat(100))
  })

  test('one that is not there to be written', async () => {
    await expect(openWarehouse({ database: temporaryFile('no/such/folder.db') })).rejects.toThrow(
      'directory does not exist',
    )
  })
})

describe('history is append-only, whoever writes:', () => {
  test.for([
    "UPDATE history SET by = 'nobody'",
    'DELETE FROM history',
    "UPDATE history SET details = '[]' WHERE seq = 1",
    'UPDATE message_ids SET seq = 1',
    'DELETE FROM message_ids',
  ])('%s', async (sql) => {
    const file = temporaryFile()
    const warehouse = await givenIn(file)
    await warehouse.handle(batch('b1', 20), { id: 'm1' })
    const before = await everything(warehouse)
    behindItsBack(file, (db: Database.Database) => expect(() => db.exec(sql)).toThrow('history is append-only'))
    expect(await everything(warehouse)).toEqual(before)
  })
})
