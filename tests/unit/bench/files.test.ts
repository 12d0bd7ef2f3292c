import { expect, test } from 'vitest'
import { openWarehouse, type Warehouse } from '../../../core/index.ts'
import { makeBoundFile } from '../../bench/data/boundFile.ts'
import { makeCoreFile, SENT } from '../../bench/data/coreFile.ts'
import { placesIn } from '../../bench/data/places.ts'
import { exhaustedPlan, oneBatchPlan, type Plan, waitingPlan, warehousePlan } from '../../bench/data/plan.ts'
import { temporaryFolder } from '../../support/files/temporaryFolder.ts'

const plans: [string, Plan][] = [
  ['a warehouse in use', warehousePlan(10_000)],
  ['a batch of many lines', oneBatchPlan(300, { room: 5, spare: 100 })],
  ['many waiting lines', waitingPlan(300)],
  ['many exhausted batches', exhaustedPlan(300)],
]

test.for(plans)('a file made in bulk is what messages would have made of it: %s', async ([, plan]) => {
  const folder = temporaryFolder()
  await makeCoreFile(`${folder}/core.db`, plan)
  const made = await openWarehouse({ database: `${folder}/core.db` })
  const sent = await sendAll(plan)
  expect(await everyRow(made)).toEqual(await everyRow(sent))
  expect(await made.check()).toEqual([])
  await made.close()
  await makeBoundFile(`${folder}/bound.db`, `${folder}/core.db`)
  expect(placesIn(`${folder}/bound.db`)).toEqual(placesIn(`${folder}/core.db`))
})

async function sendAll(plan: Plan): Promise<Warehouse> {
  const warehouse = await openWarehouse({ database: ':memory:', now: () => new Date(SENT.at) })
  for (const message of plan()) await warehouse.handle(message, { by: SENT.by })
  return warehouse
}

const pages = [
  ['products', {}],
  ['batches', {}],
  ['lines', {}],
  ['lines', { search: '-00' }],
  ['notices', {}],
  ['history', {}],
] as const

async function everyRow(warehouse: Warehouse): Promise<unknown> {
  const found: unknown[] = [await warehouse.view('summary', {})]
  for (const [name, params] of pages)
    for (let after: (string | number)[] | undefined; ; ) {
      const page = await warehouse.view(name, { ...params, limit: 1000, ...(after && { after }) })
      found.push(page)
      if (page.next === null) break
      after = page.next
    }
  return found
}
