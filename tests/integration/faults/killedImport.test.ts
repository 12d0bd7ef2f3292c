import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importCsv } from '../../../core/index.ts'
import { temporaryFolder } from '../../support/files/temporaryFolder.ts'
import { bundled } from '../../support/kills/bundled.ts'
import { after, inTwoLanes, random, runUntilKilled } from '../../support/kills/childProcess.ts'
import { givenIn } from '../../support/scenario/given.ts'
import { batch, SKU } from '../../support/scenario/messages.ts'

const LANES = 2
const KILLS = 50 // in each lane
const KILLS_OF_A_FILE = 10
const ROWS = 1_000

const mapping = { orderId: 0, sku: 1, qty: 2, line: null, dueDate: null }
const rows = Array.from({ length: ROWS }, (_, row) => `o${row},${SKU},3`)

test('an import that was killed, wherever it was, is completed by importing the file again', async () => {
  const importer = await bundled(join(import.meta.dirname, '../../support/processes/importer.ts'))
  const next = random(2)
  await inTwoLanes(LANES, async () => {
    let kills = 0
    while (kills < KILLS) kills += await killImportsOfOneFile(Math.min(KILLS_OF_A_FILE, KILLS - kills))
  })

  /** Kills one process after another, until so many were killed or one was done before. Returns how many were killed. */
  async function killImportsOfOneFile(most: number): Promise<number> {
    const folder = temporaryFolder()
    const [file, path] = [join(folder, 'warehouse.db'), join(folder, 'orders.csv')]
    writeFileSync(path, ['order,sku,qty', ...rows].join('\n'))
    await (await givenIn(file, batch('b1', 300), batch('b2', 300))).close()
    const answered = new Set<string>()
    let kills = 0
    for (let isDone = false; !isDone && kills < most; ) {
      const { lines, signal } = await runUntilKilled(importer, [file, path], after(1 + next(12), next(5)))
      for (const id of lines) answered.add(id)
      isDone = signal !== 'SIGKILL'
      if (!isDone) kills++
    }
    const warehouse = await givenIn(file)
    expect(await warehouse.check()).toEqual([])
    const { imported, unchanged, rejected } = await importCsv(warehouse, { path, kind: 'orders', mapping })
    expect([imported + unchanged, unchanged >= answered.size, rejected]).toEqual([ROWS, true, 0])
    await warehouse.close()
    return kills
  }
})
