import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importCsv } from '../../../core/index.ts'
import { temporaryFolder } from '../../support/files/temporaryFolder.ts'
import { bundled } from '../../support/kills/bundled.ts'
import { after, inTwoLanes, random, runUntilKilled } from '../../support/kills/childProcess.ts'
import { givenIn } from '../../support/scenario/given.ts'
import { batch, SKU } from '../../support/scenario/messages.ts'

const FILES = 10
const KILLS = 10 // of the processes that import one file, one after another
const ROWS = 2_500

const mapping = { orderId: 0, sku: 1, qty: 2, line: null, dueDate: null }

test('an import that was killed, wherever it was, is completed by importing the file again', async () => {
  const importer = await bundled(join(import.meta.dirname, '../../support/processes/importer.ts'))
  const next = random(2)
  let killed = 0
  await inTwoLanes(FILES, async () => {
    const folder = temporaryFolder()
    const [file, path] = [join(folder, 'warehouse.db'), join(folder, 'orders.csv')]
    writeFileSync(path, ['order,sku,qty', ...Array.from({ length: ROWS }, (_, row) => `o${row},${SKU},3`)].join('\n'))
    await (await givenIn(file, batch('b1', 300), batch('b2', 300))).close()
    const answered = new Set<string>()
    for (let kill = 0; kill < KILLS; kill++) {
      const { lines, signal } = await runUntilKilled(importer, [file, path], after(1 + next(12), next(5)))
      for (const id of lines) answered.add(id)
      if (signal === 'SIGKILL') killed++
    }
    const warehouse = await givenIn(file)
    expect(await warehouse.check()).toEqual([])
    const { imported, unchanged, rejected } = await importCsv(warehouse, { path, kind: 'orders', mapping })
    expect([imported + unchanged, unchanged >= answered.size, rejected]).toEqual([ROWS, true, 0])
    await warehouse.close()
  })
  expect(killed).toBe(FILES * KILLS)
})
