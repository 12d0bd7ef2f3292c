import { expect, test } from 'vitest'
import { openWarehouse } from '../../../core/index.ts'
import { damagesIn } from '../../bench/app/damages.ts'
import { makeCoreFile } from '../../bench/data/coreFile.ts'
import { warehousePlan } from '../../bench/data/plan.ts'
import { temporaryFile } from '../../support/files/temporaryFolder.ts'

const LINES = 25_000

test('each damage that the app is measured with takes some line its place', async () => {
  const database = temporaryFile()
  await makeCoreFile(database, warehousePlan(LINES))
  const warehouse = await openWarehouse({ database })
  const damages = damagesIn(LINES, 50)
  const moved: boolean[] = []
  for (const damage of damages) {
    const { notices } = await warehouse.handle({ type: 'StockDamaged', ...damage, reason: 'water' })
    moved.push(notices.length > 0)
  }
  await warehouse.close()
  expect(moved).toEqual(damages.map(() => true))
  expect(new Set(damages.map(({ ref }) => ref)).size).toBe(50)
})
