import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrations } from '../../../core/adapters/sqlite/open/migrations.ts'
import { openWarehouse } from '../../../core/index.ts'
import { behindItsBack } from '../../support/databaseFile.ts'
import { places } from '../../support/seen.ts'
import { statementsOf } from '../../support/statementsOf.ts'
import { temporaryFile } from '../../support/temporaryFolder.ts'

const migrator = join(import.meta.dirname, '../../support/migrator.ts')

/** What the first version could hold; later ones must take it over. */
const stock = `
  INSERT INTO products VALUES ('TABLE', 2, 1, 0, 0, 0, 0);
  INSERT INTO batches VALUES ('b1', 'TABLE', 20, 5, '', 1);
  INSERT INTO lines VALUES (1, 'TABLE', 'o1', 1, 5, '~', 'allocated', 'b1', 2, 2);
  INSERT INTO history (seq, at, results, sku, batch_ref, event) VALUES (1, '2030-01-01T09:00:00.000Z', '[null]', 'TABLE', 'b1',
    '{"type":"BatchCreated","ref":"b1","sku":"TABLE","qty":20,"eta":null}');
  INSERT INTO history (seq, at, results, sku, order_id, event) VALUES (2, '2030-01-01T09:00:01.000Z', '["b1"]', 'TABLE', 'o1',
    '{"type":"AllocationRequired","orderId":"o1","sku":"TABLE","qty":5,"line":1}');
  INSERT INTO history (seq, cause, sku, batch_ref, order_id, event) VALUES (3, 2, 'TABLE', 'b1', 'o1',
    '{"type":"Allocated","orderId":"o1","sku":"TABLE","qty":5,"line":1,"ref":"b1"}');`

/** As the version of the app left it that knew so many migrations. */
function writtenBy(version: number): string {
  const file = temporaryFile()
  if (version === 0) return file
  behindItsBack(file, (db) => {
    for (const sql of migrations.slice(0, 1)) db.exec(sql)
    db.exec(stock)
    for (const sql of migrations.slice(1, version)) db.exec(sql)
    db.pragma('application_id = 0x57485345')
    db.pragma(`user_version = ${version}`)
    db.pragma('journal_mode = WAL')
  })
  return file
}

function formOf(file: string): unknown {
  const db = new Database(file)
  try {
    return [db.pragma('user_version', { simple: true }), db.prepare('SELECT type, name, sql FROM sqlite_schema').all()]
  } finally {
    db.close()
  }
}

const cases = migrations.flatMap((sql, index) => {
  const count = statementsOf(sql).length
  return [...new Set([1, Math.ceil(count / 2), count])].map((statements) => [index + 1, statements] as const)
})

test.for(cases)(
  'killed in migration %i after %i statements, the file is as before, and is migrated next time',
  async ([migration, statements]) => {
    const file = writtenBy(migration - 1)
    const before = migration === 1 ? [0, []] : formOf(file)
    const { signal } = spawnSync(process.execPath, [migrator, file, String(migration - 1), String(statements)])
    expect(signal).toBe('SIGKILL')
    // Those before it are done, and so is nothing of its own.
    expect(formOf(file)).toEqual(before)
    const warehouse = await openWarehouse({ database: file })
    expect([await places(warehouse), await warehouse.check()]).toEqual([migration === 1 ? {} : { o1: 'b1' }, []])
    await warehouse.close()
  },
)
