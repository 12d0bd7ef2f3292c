import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { openWriter } from '../../core/adapters/sqlite/open/connection.ts'
import { SqliteStore } from '../../core/adapters/sqlite/store.ts'
import { readWhy } from '../../core/adapters/sqlite/views/why.ts'
import type { MessageInput } from '../../core/index.ts'
import { Warehouse } from '../../core/service/warehouse.ts'
import { temporaryFile } from '../support/files/temporaryFolder.ts'
import { stockIn } from '../support/model/ages.ts'
import { anySteps } from '../support/model/anyStep.ts'
import { sendOneByOne } from '../support/model/oneByOne.ts'
import { problemOf, prove, type Scene } from '../support/model/provenWhy.ts'
import { record, storeWith } from '../support/scenario/commit.ts'
import { NOW } from '../support/scenario/given.ts'
import { batch, order, SKU } from '../support/scenario/messages.ts'

test('whatever is said of a line that waits or is late is what comes of it when it is done', async () => {
  const seen = { waits: 0, late: 0, ahead: 0, held: 0 }
  const property = fc.asyncProperty(anySteps, async (steps) => {
    const { warehouse, sceneNow } = open()
    await sendOneByOne(warehouse, steps)
    const scene = await sceneNow()
    for (const line of scene.lines) {
      const why = await warehouse.view('why', { orderId: line.orderId, sku: line.sku, line: line.line })
      expect(why?.problem ?? null).toBe(problemOf(line, scene))
      if (!why) continue
      await prove(line, why, scene)
      seen[why.problem]++
      if (why.ahead.lines > 0) seen.ahead++
      if (why.holders) seen.held++
    }
    await warehouse.close()
  })
  await fc.assert(property, { numRuns: 40 })
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0) // so that each was proved
}, 300_000)

function open() {
  const db = openWriter(':memory:')
  const store = new SqliteStore(':memory:', db)
  const warehouse = new Warehouse(store, () => NOW)
  /** In a transaction that is rolled back: a copy that costs nothing. */
  const after = async (messages: readonly MessageInput[]) => {
    db.exec('BEGIN')
    for (const message of messages) await warehouse.handle(message)
    const stock = await stockIn(store)
    db.exec('ROLLBACK')
    return stock
  }
  return { warehouse, sceneNow: async (): Promise<Scene> => ({ ...(await stockIn(store)), after }) }
}

test('whatever is said is of one moment, though another process commits meanwhile', async () => {
  const file = temporaryFile()
  const store = await storeWith(new SqliteStore(file), batch('b1', 5), order('o1', 6))
  const reader = new Database(file, { readonly: true })
  onTestFinished(async () => {
    reader.close()
    await store.close()
  })
  const why = (prepare: (sql: string) => Database.Statement<unknown[], unknown>) =>
    readWhy(prepare, { orderId: 'o1', sku: SKU, line: 1 })
  const before = why((sql) => reader.prepare(sql))
  const rival = store.unitOfWork()
  await record(rival, batch('b2', 9))
  let committed: Promise<void> | undefined
  const during = why((sql) => {
    if (sql.includes('FROM batches')) committed ??= rival.commit() // all at once, since there is nothing that it waits for
    return reader.prepare(sql)
  })
  await committed
  expect([during, why((sql) => reader.prepare(sql))]).toEqual([before, null])
})
