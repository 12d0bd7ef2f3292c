import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openWriter } from '../../core/adapters/sqlite/open/connection.ts'
import { SqliteStore } from '../../core/adapters/sqlite/store.ts'
import type { MessageInput } from '../../core/index.ts'
import { Warehouse } from '../../core/service/warehouse.ts'
import { stockIn } from '../support/model/ages.ts'
import { anySteps } from '../support/model/anyStep.ts'
import { sendOneByOne } from '../support/model/oneByOne.ts'
import { problemOf, prove, type Scene } from '../support/model/provenWhy.ts'
import { NOW } from '../support/scenario/given.ts'

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
