import { describe, expect, test } from 'vitest'
import { isOfType } from '../../core/adapters/sqlite/history/storedEvent.ts'
import { openWriter } from '../../core/adapters/sqlite/open/connection.ts'
import { SqliteStore } from '../../core/adapters/sqlite/store.ts'
import { prepare, SqliteUnitOfWork } from '../../core/adapters/sqlite/unitOfWork.ts'
import { behindItsBack, fingerprint } from '../support/files/databaseFile.ts'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { commit } from '../support/scenario/commit.ts'
import { givenIn } from '../support/scenario/given.ts'
import { batch, order, quantity } from '../support/scenario/messages.ts'
import { free, places } from '../support/scenario/seen.ts'

// The seed's own case: cut the first batch to nothing, and fail before both lines have their new place.
const stock = [batch('b1', 50), batch('b2', 50), order('o1', 20), order('o2', 20)]
const cut = quantity('b1', 0)
const afterwards = [
  { o1: 'b2', o2: 'b2' },
  { b1: 0, b2: 10 },
]

const FAIL = "BEGIN SELECT raise(ABORT, 'the disk is gone'); END"

describe('when a write fails in the middle of a message, the file stays byte for byte as it was:', () => {
  test.for([
    ['of the product', 'BEFORE UPDATE ON products'],
    ['of a batch', "BEFORE UPDATE ON batches WHEN new.ref = 'b2'"],
    ['of the second line', "BEFORE UPDATE ON lines WHEN new.order_id = 'o2'"],
    ['of the message', 'BEFORE INSERT ON history WHEN new.cause IS NULL'],
    ['of the last event', `BEFORE INSERT ON history WHEN new.order_id = 'o2' AND new.${isOfType('Allocated')}`],
    ['of the last notice', "BEFORE INSERT ON notices WHEN new.order_id = 'o2'"],
  ])('%s', async ([, when]) => {
    const file = temporaryFile()
    const warehouse = await givenIn(file, ...stock)
    behindItsBack(file, (db) => db.exec(`CREATE TRIGGER fail ${when} ${FAIL}`))
    const before = fingerprint(file)
    await expect(warehouse.handle(cut)).rejects.toThrow('the disk is gone')
    expect(fingerprint(file)).toBe(before)

    behindItsBack(file, (db) => db.exec('DROP TRIGGER fail'))
    await warehouse.handle(cut)
    expect([await places(warehouse), await free(warehouse)]).toEqual(afterwards)
  })

  test('of a large message, on a disk that is full', async () => {
    const file = temporaryFile()
    const lines = Array.from({ length: 400 }, (_, index) => order(`o${index}`, 1))
    await (await givenIn(file, batch('b1', 400), ...lines)).close()
    const before = fingerprint(file)
    const db = openWriter(file)
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 2}`)
    const full = { unitOfWork: () => new SqliteUnitOfWork(prepare(db)) }
    await expect(commit(full, cut)).rejects.toThrow('database or disk is full')
    db.close()
    expect(fingerprint(file)).toBe(before)
  })
})

test('when a handler fails in the middle of a message, the file stays byte for byte as it was', async () => {
  const file = temporaryFile()
  const warehouse = await givenIn(file, ...stock)
  const before = fingerprint(file)
  const store = new SqliteStore(file)
  const uow = store.unitOfWork()
  const get = uow.products.get.bind(uow.products)
  let calls = 0
  uow.products.get = async (...asked) => {
    if (++calls === 2) throw new Error('the second line found trouble')
    return get(...asked)
  }
  await expect(commit({ unitOfWork: () => uow }, cut)).rejects.toThrow('the second line found trouble')
  await store.close()
  expect(fingerprint(file)).toBe(before)

  await warehouse.handle(cut)
  expect([await places(warehouse), await free(warehouse)]).toEqual(afterwards)
})
