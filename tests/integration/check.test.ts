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

const nothing = `cause = NULL, at = '', results = '[]', sku = NULL, batch_ref = NULL, order_id = NULL, event = '{}'`
const forget = (which: string) => `UPDATE history SET ${nothing} WHERE ${which}`
const type = (name: string) => `event ->> 'type' = '${name}'`
/** Changes lines, and what their products count with them. */
const lines = (set: string, which: string, counted: string) =>
  `UPDATE lines SET ${set} WHERE ${which}; UPDATE products SET ${counted} WHERE sku IN (SELECT sku FROM lines WHERE ${which})`
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
    ['a batch holds what history says', forget(type('StockAdjusted')), { ref: 'l1', holds: 6, said: 7 }],
    [
      'a batch holds what history says',
      "DELETE FROM batches WHERE ref = 'empty'",
      { ref: 'empty', holds: null, said: 3 },
    ],
    [
      'a line left when history says so',
      lines(
        "state = 'cancelled'",
        "order_id = 'o3'",
        'backordered_lines = 0, backordered_units = 0, cancelled_lines = 1',
      ),
      { order_id: 'o3', line: 1, sku: 'SMALL-TABLE', state: 'cancelled', said: null },
    ],
    [
      'a line left when history says so',
      forget(type('OrderLineCancelled')),
      { order_id: 'off', line: 1, sku: 'LAMP', state: 'cancelled', said: null },
    ],
    [
      'a line left when history says so',
      lines(
        "state = 'dispatched', batch_ref = 'l1'",
        "order_id = 'off'",
        'cancelled_lines = cancelled_lines - 1, dispatched_lines = dispatched_lines + 1',
      ),
      { order_id: 'off', line: 1, sku: 'LAMP', state: 'dispatched', said: 'cancelled' },
    ],
    [
      'every line that was ordered is there, as it was ordered',
      lines('qty = 31', "order_id = 'o3'", 'backordered_units = 31'),
      { order_id: 'o3', line: 1, sku: 'SMALL-TABLE', qty: 30, stored: 31 },
    ],
    [
      'every line that was ordered is there, as it was ordered',
      "UPDATE lines SET due = '~' WHERE order_id = 'o1' AND sku = 'SMALL-TABLE'",
      { order_id: 'o1', line: 1, sku: 'SMALL-TABLE', qty: 15, stored: 15 },
    ],
    [
      'every line that is there was ordered',
      forget("order_id = 'o3'"),
      { order_id: 'o3', line: 1, sku: 'SMALL-TABLE' },
    ],
    [
      'a product counts its lines',
      "UPDATE products SET backordered_units = 29 WHERE sku = 'SMALL-TABLE'",
      {
        sku: 'SMALL-TABLE',
        ...{ allocated_lines: 2, backordered_lines: 1, dispatched_lines: 0, cancelled_lines: 0, backordered_units: 29 },
        ...{ allocated: 2, backordered: 1, dispatched: 0, cancelled: 0, units: 30 },
      },
    ],
    [
      'no number is missing in a sequence',
      'DELETE FROM notices WHERE seq = 1',
      { sequence: 'notices', entries: 1, newest: 2 },
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
      "DELETE FROM lines WHERE order_id = 'o3'",
      [
        'every line that was ordered is there, as it was ordered',
        'a product counts its lines',
        'no number is missing in a sequence',
      ],
    ],
    [`DELETE FROM history WHERE ${type('OutOfStock')}`, ['no number is missing in a sequence']],
    [
      "DELETE FROM batches WHERE ref = 's1'",
      ['a line is allocated to a batch of its SKU', 'a batch holds what history says'],
    ],
    [forget(type('Dispatched')), ['a batch holds what history says', 'a line left when history says so']],
  ])('%s', async ([corruption, rules]) => {
    const found = await checkAfter(corruption)
    expect(found.map(({ rule }) => rule)).toEqual(rules)
  })
})
