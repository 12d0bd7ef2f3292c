import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { migrations } from '../../../core/adapters/sqlite/open/migrations.ts'
import { openWarehouse } from '../../../core/index.ts'
import { laterMigration, updateTheApp } from '../../support/files/laterMigration.ts'
import { temporaryFile } from '../../support/files/temporaryFolder.ts'
import { statementsOf } from '../../support/kills/statementsOf.ts'
import { givenIn } from '../../support/scenario/given.ts'
import { batch, order } from '../../support/scenario/messages.ts'
import { places } from '../../support/scenario/seen.ts'

const migrator = join(import.meta.dirname, '../../support/processes/migrator.ts')

/** As the version of the app left it that knew so many migrations. */
async function writtenBy(version: number): Promise<string> {
  const file = temporaryFile()
  if (version > 0) await (await givenIn(file, batch('b1', 20), order('o1', 5))).close()
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

const cases = [...migrations, laterMigration].flatMap((sql, index) => {
  const count = statementsOf(sql).length
  return [...new Set([1, Math.ceil(count / 2), count])].map((statements) => [index + 1, statements, sql] as const)
})

test.for(cases)(
  'killed in migration %i after %i statements, the file is as before, and is migrated next time',
  async ([migration, statements, sql]) => {
    const file = await writtenBy(migration - 1)
    const before = migration === 1 ? [0, []] : formOf(file)
    const { signal } = spawnSync(process.execPath, [migrator, file, sql, String(statements)])
    expect(signal).toBe('SIGKILL')
    // Those before it are done, and so is nothing of its own.
    expect(formOf(file)).toEqual(before)
    onTestFinished(updateTheApp())
    const warehouse = await openWarehouse({ database: file })
    expect([await places(warehouse), await warehouse.check()]).toEqual([migration === 1 ? {} : { o1: 'b1' }, []])
    await warehouse.close()
    expect(formOf(file)).toMatchObject([migrations.length, expect.anything()])
  },
)
