import { describe, expect, test } from 'vitest'
import { behindItsBack } from '../support/databaseFile.ts'
import { givenIn } from '../support/given.ts'
import { batch, order } from '../support/messages.ts'
import { temporaryFile } from '../support/temporaryFolder.ts'

const stock = [
  ...[batch('b1', 20), order('o1', 15, { dueDate: '2030-02-01' }), order('o2', 4), order('o3', 30)],
  ...[batch('s1', 5, { sku: 'SHELF' }), order('o1', 5, { sku: 'SHELF' })],
]

async function checkAfter(corruption: string) {
  const file = temporaryFile()
  const warehouse = await givenIn(file, ...stock)
  behindItsBack(file, (db) => {
    for (const guard of ['foreign_keys = OFF', 'ignore_check_constraints = ON']) db.pragma(guard)
    db.exec(corruption)
  })
  return warehouse.check()
}

const noHistory = `DROP TRIGGER history_is_never_deleted; DROP TRIGGER history_is_never_updated; PRAGMA foreign_keys = OFF;`

test('nothing is found where nothing is wrong', async () => {
  expect(await checkAfter('')).toEqual([])
})

describe('what is wrong is found, and nothing else:', () => {
  test.for<[string, string, Record<string, unknown>]>([
    [
      'a batch counts the units of its lines',
      "UPDATE batches SET allocated = 18 WHERE ref = 'b1'",
      { ref: 'b1', counted: 18, units: 19 },
    ],
    [
      'a batch counts the units of its lines',
      "INSERT INTO batches VALUES ('b2', 'SMALL-TABLE', 5, 2, '', 99)",
      { ref: 'b2', counted: 2, units: 0 },
    ],
    ['no batch is over-allocated', "UPDATE batches SET qty = 18 WHERE ref = 'b1'", { ref: 'b1', holds: 18, units: 19 }],
    [
      'a line is allocated to a batch of its SKU',
      "UPDATE batches SET sku = 'CHAIR' WHERE ref = 's1'",
      { order_id: 'o1', line: 1, sku: 'SHELF', batch_ref: 's1' },
    ],
    [
      'a line is allocated to a batch of its SKU',
      "DELETE FROM batches WHERE ref = 's1'",
      { order_id: 'o1', line: 1, sku: 'SHELF', batch_ref: 's1' },
    ],
    [
      'a line that waits has no batch',
      "UPDATE lines SET batch_ref = 'b1' WHERE order_id = 'o3'",
      { order_id: 'o3', line: 1, sku: 'SMALL-TABLE', batch_ref: 'b1' },
    ],
    [
      'no waiting line would fit a batch',
      "UPDATE batches SET qty = 49 WHERE ref = 'b1'",
      { order_id: 'o3', line: 1, sku: 'SMALL-TABLE', qty: 30, largest: 30 },
    ],
    [
      'every line that was ordered is there, as it was ordered',
      "DELETE FROM lines WHERE order_id = 'o3'",
      { order_id: 'o3', line: 1, sku: 'SMALL-TABLE', qty: 30, stored: null },
    ],
    [
      'every line that was ordered is there, as it was ordered',
      "UPDATE lines SET qty = 31 WHERE order_id = 'o3'",
      { order_id: 'o3', line: 1, sku: 'SMALL-TABLE', qty: 30, stored: 31 },
    ],
    [
      'every line that was ordered is there, as it was ordered',
      "UPDATE lines SET due = '~' WHERE order_id = 'o1' AND sku = 'SMALL-TABLE'",
      { order_id: 'o1', line: 1, sku: 'SMALL-TABLE', qty: 15, stored: 15 },
    ],
    [
      'every line that is there was ordered',
      `${noHistory} DELETE FROM history WHERE order_id = 'o3'`,
      { order_id: 'o3', line: 1, sku: 'SMALL-TABLE' },
    ],
  ])('%s: %s', async ([rule, corruption, details]) => {
    expect(await checkAfter(corruption)).toEqual([{ rule, details }])
  })

  test('a line whose batch is gone over all counts', async () => {
    const found = await checkAfter("UPDATE lines SET qty = 16 WHERE order_id = 'o1' AND sku = 'SMALL-TABLE'")
    expect(found.map(({ rule }) => rule)).toEqual([
      'a batch counts the units of its lines',
      'every line that was ordered is there, as it was ordered',
    ])
  })
})
