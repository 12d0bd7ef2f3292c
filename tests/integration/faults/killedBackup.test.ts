import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isStorageError, openWarehouse, type Warehouse } from '../../../core/index.ts'
import { backupsOf } from '../../support/files/backups.ts'
import { temporaryFile } from '../../support/files/temporaryFolder.ts'
import { bundled } from '../../support/kills/bundled.ts'
import { after, random, runUntilKilled } from '../../support/kills/childProcess.ts'
import { givenIn } from '../../support/scenario/given.ts'
import { batch, order } from '../../support/scenario/messages.ts'
import { places } from '../../support/scenario/seen.ts'

const KILLS = 12
const lines = Array.from({ length: 60 }, (_, index) => order(`o${index}`, 5))

test('killed while it makes or restores a backup: nothing is lost, and every backup that is listed is whole', async () => {
  const file = temporaryFile()
  const backups = backupsOf(file)
  const first = await givenIn(file, batch('b1', 400), ...lines)
  const before = await places(first)
  await backups.make(first, 'start')
  await first.close()
  const maker = await bundled(join(import.meta.dirname, '../../support/processes/backupMaker.ts'))
  const next = random(3)
  for (let kill = 0; kill < KILLS; kill++) {
    await runUntilKilled(maker, [file], after(next(3), next(2) === 0 ? next(10) : next(300)))
    const warehouse = await openOrRestore()
    expect([await places(warehouse), await warehouse.check()]).toEqual([before, []])
    await warehouse.close()
  }
  for (const { name } of await backups.list()) expect((await backups.verify(name)).verified.found).toBe(null)

  /** Killed between the two renames of a restore, the database is set aside and its place is empty. */
  async function openOrRestore(): Promise<Warehouse> {
    try {
      return await openWarehouse({ database: file, backups })
    } catch (error) {
      if (!isStorageError(error, 'StorageDamaged')) throw error
      await backups.restore((await backups.newestWhole())?.name ?? '')
      return openWarehouse({ database: file, backups })
    }
  }
})
