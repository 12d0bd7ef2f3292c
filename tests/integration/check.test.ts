import type Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { isOfType } from '../../core/adapters/sqlite/history/storedEvent.ts'
import type { Event } from '../../core/index.ts'
import { behindItsBack } from '../support/files/databaseFile.ts'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { givenIn } from '../support/scenario/given.ts'
import {
  batch,
  cancel,
  comes,
  count,
  countOn,
  damage,
  dispatch,
  noticesRead,
  order,
  post,
  sheet,
  undo,
} from '../support/scenario/messages.ts'

const LAMP = { sku: 'LAMP' }
const GLASS = { sku: 'GLASS' }
const TABLE = 'SMALL-TABLE'
const stock = [
  ...[batch('b1', 20), order('o1', 15, { dueDate: '2030-02-01' }), order('o2', 4), order('o3', 30)],
  ...[batch('s1', 5, { sku: 'SHELF' }), order('o1', 5, { sku: 'SHELF' })],
  ...[batch('l1', 9, LAMP), order('gone', 2, LAMP), dispatch('gone'), order('off', 2, LAMP), cancel('off', LAMP)],
  ...[count('l1', 6, 7), batch('empty', 3, LAMP), damage('empty', 1), undo(31), comes('empty', '2030-03-01')],
  ...[order('w1', 1, LAMP), undo(39), batch('w2', 1, LAMP), undo(45), noticesRead(1)],
  ...[sheet('A', ['l1', 's1']), countOn('A', 'l1', 5), countOn('A', 's1', 5), post('A')],
  ...[batch('late', 3, { sku: 'VASE', eta: '2030-02-01' }), order('v1', 1, { sku: 'VASE', dueDate: '2030-01-15' })],
  ...[batch('g1', 2, GLASS), order('g', 2, GLASS), damage('g1', 1)],
]

/** Enough for rows to be indexed for search. */
const many = Array.from({ length: 256 }, (_, index) => order(`many-${index}`, 1, { sku: 'SHELF' }))

/** History is append-only, by triggers. */
function withoutTriggers(db: Database.Database, work: () => void): void {
  const guards = db.prepare<[], { name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE name LIKE '%is_never_%' OR name LIKE '%are_never_%'`,
  )
  const dropped = guards.all()
  for (const { name } of dropped) db.exec(`DROP TRIGGER ${name}`)
  work()
  for (const { sql } of dropped) db.exec(sql)
}

async function checkAfter(corruption: string, messages = stock) {
  const file = temporaryFile()
  const warehouse = await givenIn(file, ...messages)
  behindItsBack(file, (db) => {
    for (const guard of ['foreign_keys = OFF', 'ignore_check_constraints = ON']) db.pragma(guard)
    if (corruption.startsWith('DROP')) db.exec(corruption)
    else withoutTriggers(db, () => db.exec(corruption))
  })
  const found = await warehouse.check()
  await warehouse.close()
  return found
}

const replay = 'history replays to what is stored'
const sheets = 'count sheets are what history says'
/** Changes a line, and what its product counts with it. */
const lines = (set: string, which: string, counted: string) =>
  `UPDATE lines SET ${set} WHERE ${which}; UPDATE products SET ${counted} WHERE sku IN (SELECT sku FROM lines WHERE ${which})`
/** Changes one of the details of an event. */
const event = (name: Event['type'], index: number, value: string | number) =>
  `UPDATE history SET details = json_set(details, '$[${index}]', ${value}) WHERE ${isOfType(name)}`

test('nothing is found where nothing is wrong', async () => {
  expect(await checkAfter('')).toEqual([])
})

describe('what is wrong is found:', () => {
  test.for<[rule: string, corruption: string]>([
    // batches
    ['a batch counts the units of its lines', "UPDATE batches SET allocated = 18 WHERE ref = 'b1'"],
    ['a batch counts the units of its lines', "UPDATE batches SET allocated = 2 WHERE ref = 'l1'"],
    ['no batch is over-allocated', "UPDATE batches SET qty = 18 WHERE ref = 'b1'"],
    ['no waiting line would fit a batch', "UPDATE batches SET qty = 49 WHERE ref = 'b1'"],
    [replay, "UPDATE lines SET rank = rank - 10 WHERE order_id = 'o2'"],
    [replay, "UPDATE lines SET split_off = 1 WHERE order_id = 'o2'"],
    [replay, "UPDATE batches SET qty = 21 WHERE ref = 'b1'"],
    [replay, "UPDATE batches SET eta = '2031-01-01' WHERE ref = 'empty'"],
    [replay, "UPDATE batches SET eta = '2031-01-01' WHERE ref = 'b1'"],
    [replay, "UPDATE batches SET set_aside = 1 WHERE ref = 'empty'"],
    [replay, "UPDATE batches SET created = 99 WHERE ref = 'b1'"],
    ['a line is allocated to a batch of its SKU', "UPDATE batches SET sku = 'LAMP' WHERE ref = 's1'"],
    ['every reference leads somewhere', "UPDATE batches SET sku = 'CHAIR' WHERE ref = 's1'"],
    [replay, "DELETE FROM batches WHERE ref = 'empty'"],
    ['every reference leads somewhere', "DELETE FROM batches WHERE ref = 's1'"],
    [replay, "INSERT INTO batches VALUES ('new', 'LAMP', 5, 0, 0, '', 3)"],
    // the days that lines are late on
    ['a day counts the lines that are late', 'UPDATE late_days SET lines = lines + 1'],
    ['a day counts the lines that are late', "UPDATE late_days SET eta = '2031-01-01'"],
    ['a day counts the lines that are late', 'DELETE FROM late_days'],
    ['a day counts the lines that are late', "INSERT INTO late_days VALUES ('2031-01-01', '2031-01-02', 1)"],
    // lines
    [replay, "UPDATE lines SET qty = 16 WHERE order_id = 'o1' AND sku = 'SMALL-TABLE'"],
    [replay, lines('qty = 31', "order_id = 'o3'", 'backordered_units = 31')],
    [replay, "UPDATE lines SET due = '~' WHERE order_id = 'o1' AND sku = 'SMALL-TABLE'"],
    [replay, "UPDATE lines SET due = '2031-01-01' WHERE order_id = 'o2'"],
    [replay, "UPDATE lines SET ordered = 77 WHERE order_id = 'o3'"],
    [replay, "UPDATE lines SET allocated = 77 WHERE order_id = 'o2'"],
    [replay, "UPDATE lines SET departed = 1 WHERE order_id = 'gone'"],
    [replay, "UPDATE lines SET batch_ref = 'empty' WHERE order_id = 'gone'"],
    [replay, "UPDATE lines SET line = 7 WHERE order_id = 'o2'"],
    [replay, "UPDATE lines SET order_id = 'o9' WHERE order_id = 'o2'"],
    [
      replay,
      lines(
        "state = 'cancelled'",
        "order_id = 'o3'",
        'backordered_lines = 0, backordered_units = 0, cancelled_lines = 1',
      ),
    ],
    [replay, "UPDATE lines SET state = 'backordered' WHERE order_id = 'w1'"],
    ['a product counts its batches and lines', "UPDATE lines SET state = 'backordered' WHERE order_id = 'off'"],
    [replay, "DELETE FROM lines WHERE order_id = 'o3'"],
    ['no number is missing in a sequence', "DELETE FROM lines WHERE order_id = 'o3'"],
    ['every reference leads somewhere', "UPDATE lines SET batch_ref = 'none' WHERE order_id = 'o2'"],
    // count sheets
    [sheets, "UPDATE sheets SET state = 'open'"],
    [sheets, "UPDATE sheets SET name = 'B'"],
    [sheets, "UPDATE sheet_lines SET posted = -2 WHERE ref = 'l1'"],
    [sheets, "UPDATE sheet_lines SET posted = NULL WHERE ref = 's1'"],
    [sheets, "UPDATE sheet_lines SET agreed = -2, posted = -2 WHERE ref = 'l1'"],
    [sheets, 'UPDATE sheet_counts SET difference = -2 WHERE difference = -1'],
    [sheets, 'UPDATE sheet_counts SET qty = 4 WHERE qty = 5'],
    [sheets, "UPDATE sheet_counts SET by = 'Lee'"],
    [sheets, 'DELETE FROM sheet_counts WHERE place = 1'],
    [sheets, 'DELETE FROM sheet_counts; DELETE FROM sheet_lines; DELETE FROM sheets'],
    [sheets, event('SheetLineCounted', 1, 4)],
    [sheets, event('SheetOpened', 5, 7)],
    ['every reference leads somewhere', 'DELETE FROM sheets'],
    // products
    ['a product counts its batches and lines', `UPDATE products SET backordered_units = 29 WHERE sku = '${TABLE}'`],
    ['a product counts its batches and lines', `UPDATE products SET lines = 4 WHERE sku = '${TABLE}'`],
    ['a product counts its batches and lines', `UPDATE products SET batches = 4 WHERE sku = '${TABLE}'`],
    [replay, `UPDATE products SET version = version + 1 WHERE sku = '${TABLE}'`],
    ['every reference leads somewhere', "DELETE FROM products WHERE sku = 'SHELF'"],
    [replay, "INSERT INTO products VALUES ('NEW', 1, 0, 0, 0, 0, 0, 0, 0)"],
    // history
    ['no number is missing in a sequence', `DELETE FROM history WHERE ${isOfType('OutOfStock')}`],
    [replay, 'DELETE FROM history WHERE seq > (SELECT max(seq) - 7 FROM history)'],
    [replay, 'DELETE FROM notices; DELETE FROM undone; DELETE FROM history'],
    [replay, event('StockAdjusted', 2, 5)],
    [replay, event('Dispatched', 0, 1)],
    [replay, event('BatchCreated', 1, "'2031-01-01'")],
    [replay, event('AllocationRequired', 0, 3)],
    [replay, `UPDATE history SET shape = 999 WHERE ${isOfType('LineCancelled')}`],
    [replay, "UPDATE history SET sku = 'LAMP' WHERE order_id = 'o3'"],
    [replay, "UPDATE history SET order_id = 'o9' WHERE order_id = 'o3'"],
    [replay, "UPDATE history SET batch_ref = 'b9' WHERE batch_ref = 'b1' AND cause IS NULL"],
    ['what is about a batch is found by its SKU', `UPDATE history SET sku = NULL WHERE ${isOfType('StockCounted')}`],
    ['an id is of one message', "INSERT INTO message_ids VALUES ('m1', 1), ('m2', 1)"],
    ['an id is of one message', "INSERT INTO message_ids VALUES ('m1', 2)"],
    ['every reference leads somewhere', "INSERT INTO message_ids VALUES ('m1', 999)"],
    ['an event is caused by the message before it', `UPDATE history SET nth = 1 WHERE ${isOfType('OutOfStock')}`],
    [
      'an order was answered with where its line went',
      "UPDATE history SET results = '[1,7]' WHERE order_id = 'o2' AND cause IS NULL",
    ],
    ['an undo names an earlier message', 'UPDATE history SET undoes = 2 WHERE undoes = 31'],
    ['an undo names an earlier message', 'UPDATE history SET undoes = NULL WHERE undoes = 31'],
    ['what was taken back is known', 'UPDATE history SET undoes = 1 WHERE undoes = 31'],
    ['what was taken back is known', 'DELETE FROM undone WHERE message = 31'],
    ['what was taken back is known', 'INSERT INTO undone VALUES (1)'],
    ['a part names an earlier message', 'UPDATE history SET part_of = 45 WHERE seq = 1'],
    ['every reference leads somewhere', 'UPDATE history SET part_of = 999 WHERE seq = 1'],
    // notices and mails
    ['no number is missing in a sequence', 'DELETE FROM notices WHERE seq = 1'],
    ['people are told what history says', 'DELETE FROM notices'],
    ['people are told what history says', "UPDATE notices SET kind = 'filled' WHERE seq = 1"],
    ['people are told what history says', "UPDATE notices SET order_id = 'o9' WHERE seq = 1"],
    ['people are told what history says', "UPDATE notices SET to_ref = 'b1' WHERE seq = 1"],
    ['every reference leads somewhere', 'UPDATE notices SET message = 999 WHERE seq = 1'],
    ['notices are grouped by what people did', 'UPDATE notices SET origin = 1 WHERE seq = 1'],
    ['notices are grouped by what people did', "UPDATE notices SET repeated = 1 WHERE kind = 'outOfStock'"],
    ['a group counts its notices', 'UPDATE notice_groups SET backordered = backordered + 1'],
    [
      'a group counts its notices',
      'UPDATE notice_groups SET newest = 1 WHERE newest = (SELECT min(newest) FROM notice_groups)',
    ],
    ['a group counts its notices', 'DELETE FROM notice_groups'],
    ['a line that came to wait gave way', 'DELETE FROM gave_way'],
    ['a line that came to wait gave way', "UPDATE gave_way SET to_eta = '2030-02-01'"],
    ['a line that came to wait gave way', "INSERT INTO gave_way VALUES (1, '', '~')"],
    ['notices were read as far as people said', 'DELETE FROM notices_read'],
    ['notices were read as far as people said', 'UPDATE notices_read SET up_to = 2'],
    ['notices were read as far as people said', 'UPDATE notices_read SET up_to = 99'],
    ['notices were read as far as people said', "INSERT INTO notices_read VALUES ('Lee', 1)"],
    [
      'notices are dealt with as people said',
      "INSERT INTO notice_work (origin, given) SELECT origin, 'Lee' FROM notice_groups LIMIT 1",
    ],
    [
      'a mail is of a SKU that was out of stock, or of a report',
      "INSERT INTO outbox (message, sku, next_attempt) VALUES (1, 'LAMP', '2030')",
    ],
    // the schema
    ...[
      'TRIGGER history_is_never_updated',
      'TRIGGER lines_are_searchable',
      'VIEW recent_lines',
      'VIEW recent_history',
    ].map((what): [string, string] => ['the schema is as this version of the app makes it', `DROP ${what}`]),
    ...['history_parts', 'lines_by_protection', 'batches_by_room', 'notices_by_kind'].map((index): [string, string] => [
      'the schema is as this version of the app makes it',
      `DROP INDEX ${index}`,
    ]),
    ['the schema is as this version of the app makes it', 'DROP TABLE undone'],
    ['the schema is as this version of the app makes it', 'CREATE TABLE other (column)'],
  ])('%s: %s', async ([rule, corruption]) => {
    const found = await checkAfter(corruption)
    expect(found.map((broken) => broken.rule)).toContain(rule)
  })
})

test('what shows it is told with it', async () => {
  expect(await checkAfter("UPDATE lines SET ordered = 77 WHERE order_id = 'o1' AND sku = 'SMALL-TABLE'")).toEqual([
    {
      rule: replay,
      details: { sku: TABLE, line: '1:o1', field: 'ordered', stored: 77, replayed: 2 },
    },
  ])
})

describe('an index of search that lost its rows is found:', () => {
  test.for(['line_search', 'history_search'])('%s', async (index) => {
    const emptied = `INSERT INTO ${index} (${index}) VALUES ('delete-all')`
    const found = await checkAfter(emptied, [batch('s1', 500, { sku: 'SHELF' }), ...many])
    expect(found.map(({ rule }) => rule)).toEqual(['what is indexed for search is found'])
  })
})
