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

const sizes = (most: number, count: number) =>
  fc.array(fc.integer({ min: 1, max: most }), { minLength: 1, maxLength: count })

test('why a line would wait is told before a damage as it is told after it, and nothing is written before', async () => {
  let waiting = 0
  const property = fc.asyncProperty(
    sizes(12, 4),
    sizes(6, 12),
    fc.integer({ min: 1, max: 12 }),
    async (held, asked, gone) => {
      const store = new SqliteStore(':memory:', openWriter(':memory:'))
      const warehouse = new Warehouse(store, () => NOW)
      for (const [at, units] of held.entries()) await warehouse.handle(batch(`b${at}`, units))
      for (const [at, units] of asked.entries()) await warehouse.handle(order(`o${at}`, units))
      const damage = { type: 'StockDamaged', ref: 'b0', qty: Math.min(gone, held[0]!), reason: 'other' } as const
      const lines = asked.map((_, at) => ({ orderId: `o${at}`, sku: SKU, line: 1 }))
      const before = await stockIn(store)
      const expected = await warehouse.previewWhy(damage, lines)
      expect(await stockIn(store)).toEqual(before)
      expect(await store.check()).toEqual([])
      await warehouse.handle(damage)
      const told = await Promise.all(lines.map((line) => warehouse.view('why', line)))
      expect(expected).toEqual(told)
      waiting += told.filter((why) => why !== null).length
      await warehouse.close()
    },
  )
  await fc.assert(property, { numRuns: 60 })
  expect(waiting).toBeGreaterThan(0)
})

test('a message that would be refused is refused when it is asked why lines would wait', async () => {
  const warehouse = new Warehouse(new SqliteStore(':memory:', openWriter(':memory:')), () => NOW)
  const damage = { type: 'StockDamaged', ref: 'b0', qty: 1, reason: 'other' } as const
  await expect(warehouse.previewWhy(damage, [])).rejects.toThrow(/b0/)
  await warehouse.close()
})
