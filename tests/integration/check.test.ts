import { describe, expect, test } from 'vitest'
import { behindItsBack } from '../support/databaseFile.ts'
import { givenIn } from '../support/given.ts'
import { batch, cancel, count, dispatch, order } from '../support/messages.ts'
import { temporaryFile } from '../support/temporaryFolder.ts'

const LAMP = { sku: 'LAMP' }
const stock = [
  ...[batch('b1', 20), order('o1', 15, { dueDate: '2030-02-01' }), order('o2', 4), order('o3', 30)],
  ...[batch('s1', 5, { sku: 'SHELF' }), order('o1', 5, { sku: 'SHELF' })],
  ...[batch('l1', 9, LAMP), order('gone', 2, LAMP), dispatch('gone'), order('off', 2, LAMP), cancel('off', LAMP)],
  ...[count('l1', 6, 7), batch('empty', 3, LAMP)],
]

async function checkAfter(corruption: string) {
  const file = temporaryFile()
  const warehouse = await givenIn(file, ...stock)
  behindItsBack(file, (db) => {
    for (const guard of ['foreign_keys = OFF', 'ignore_check_constraints = ON']) db.pragma(guard)
    for (const trigger of ['history_is_never_deleted', 'history_is_never_updated']) db.exec(`DROP TRIGGER ${trigger}`)
    db.exec(corruption)
  })
  return warehouse.check()
}

const forget = (type: string) => `DELETE FROM history WHERE event ->> 'type' = '${type}'`
/** Changes what the batch holds, and history with it. */
const always = (ref: string, qty: number) =>
  [
    `UPDATE batches SET qty = ${qty} WHERE ref = '${ref}'`,
    `UPDATE history SET event = json_set(event, '$.qty', ${qty}) WHERE batch_ref = '${ref}' AND cause IS NULL`,
  ].join('; ')

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
      "UPDATE batches SET allocated = 2 WHERE ref = 'l1'",
      { ref: 'l1', counted: 2, units: 0 },
    ],
    ['no batch is over-allocated', always('b1', 18), { ref: 'b1', holds: 18, units: 19 }],
    [
      'a line is allocated to a batch of its SKU',
      "UPDATE batches SET sku = 'CHAIR' WHERE ref = 's1'",
      { order_id: 'o1', line: 1, sku: 'SHELF', batch_ref: 's1' },
    ],
    [
      'a line that waits has no batch',
      "UPDATE lines SET batch_ref = 'b1' WHERE order_id = 'o3'",
      { order_id: 'o3', line: 1, sku: 'SMALL-TABLE', batch_ref: 'b1' },
    ],
    [
      'no waiting line would fit a batch',
      always('b1', 49),
      { order_id: 'o3', line: 1, sku: 'SMALL-TABLE', qty: 30, largest: 30 },
    ],
    [
      'a batch holds what history says',
      "UPDATE batches SET qty = 21 WHERE ref = 'b1'",
      { ref: 'b1', holds: 21, said: 20 },
    ],
    ['a batch holds what history says', forget('StockAdjusted'), { ref: 'l1', holds: 6, said: 7 }],
    [
      'a batch holds what history says',
      "DELETE FROM batches WHERE ref = 'empty'",
      { ref: 'empty', holds: null, said: 3 },
    ],
    [
      'a line left when history says so',
      "UPDATE lines SET state = 'cancelled', batch_ref = NULL WHERE order_id = 'o3'",
      { order_id: 'o3', line: 1, sku: 'SMALL-TABLE', state: 'cancelled', said: null },
    ],
    [
      'a line left when history says so',
      forget('OrderLineCancelled'),
      { order_id: 'off', line: 1, sku: 'LAMP', state: 'cancelled', said: null },
    ],
    [
      'a line left when history says so',
      "UPDATE lines SET state = 'dispatched', batch_ref = 'l1' WHERE order_id = 'off'",
      { order_id: 'off', line: 1, sku: 'LAMP', state: 'dispatched', said: 'cancelled' },
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
      "DELETE FROM history WHERE order_id = 'o3'",
      { order_id: 'o3', line: 1, sku: 'SMALL-TABLE' },
    ],
  ])('%s: %s', async ([rule, corruption, details]) => {
    expect(await checkAfter(corruption)).toEqual([{ rule, details }])
  })
})

describe('what breaks several rules is found by each of them:', () => {
  test.for<[string, string[]]>([
    [
      "UPDATE lines SET qty = 16 WHERE order_id = 'o1' AND sku = 'SMALL-TABLE'",
      ['a batch counts the units of its lines', 'every line that was ordered is there, as it was ordered'],
    ],
    [
      "DELETE FROM batches WHERE ref = 's1'",
      ['a line is allocated to a batch of its SKU', 'a batch holds what history says'],
    ],
    [forget('Dispatched'), ['a batch holds what history says', 'a line left when history says so']],
  ])('%s', async ([corruption, rules]) => {
    const found = await checkAfter(corruption)
    expect(found.map(({ rule }) => rule)).toEqual(rules)
  })
})
