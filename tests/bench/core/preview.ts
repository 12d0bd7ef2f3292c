import { type MessageInput, openWarehouse, type Warehouse } from '../../../core/index.ts'
import { makeCoreFile } from '../data/coreFile.ts'
import { line, oneBatchPlan, orderAt, type Plan, SKU, UNITS_PER_LINE } from '../data/plan.ts'
import { type Figure, figure } from '../measure/figure.ts'
import { takeRounds } from '../measure/rounds.ts'
import { counted } from '../measure/statements.ts'
import { median } from '../measure/statistics.ts'
import type { Bench, Suite } from '../suite.ts'

/** What `preview` takes; the bound is the same `handle`, up to where it begins to write. */
export const preview: Suite = { name: 'preview', run: measure }

async function measure(bench: Bench): Promise<Figure[]> {
  const lines = bench.quick ? 1_000 : 10_000
  const plan = oneBatchPlan(lines, { room: 500 * UNITS_PER_LINE, spare: lines * UNITS_PER_LINE })
  const orders = Array.from({ length: 200 }, (_, index) => line(orderAt(lines + index), SKU, UNITS_PER_LINE))
  return [
    await previewOf('preview of a line', bench, plan, orders),
    await previewOf(`preview of a cascade of ${lines} lines`, bench, plan, [loss]),
  ]
}

const loss: MessageInput = { type: 'BatchQuantityChanged', ref: 'first', qty: 0 }

type Run = (warehouse: Warehouse, message: MessageInput) => Promise<number>

async function previewOf(what: string, bench: Bench, plan: Plan, messages: readonly MessageInput[]): Promise<Figure> {
  const { folder, disk, rounds, progress } = bench
  progress(what)
  const template = folder.newFile()
  await makeCoreFile(template, plan)
  const inCopy = (run: Run) => async () => {
    const file = folder.copy(template)
    const warehouse = await openWarehouse({ database: file })
    const durations: number[] = []
    for (const message of messages) durations.push(await run(warehouse, message))
    await warehouse.close()
    folder.remove(file)
    return median(durations) * 1000
  }
  const contestants = { preview: inCopy(timeOfPreview), handle: inCopy(timeToWrite) }
  const { samples } = await takeRounds(rounds, disk, contestants)
  return figure(what, 'us', samples.preview, { bound: samples.handle })
}

// Both are counted, so that both bear what counting costs.

async function timeOfPreview(warehouse: Warehouse, message: MessageInput): Promise<number> {
  let duration = 0
  await counted(async () => {
    const before = performance.now()
    await warehouse.preview(message)
    duration = performance.now() - before
  })
  await warehouse.handle(message) // so that the next one, too, comes after a commit
  return duration
}

async function timeToWrite(warehouse: Warehouse, message: MessageInput): Promise<number> {
  let before = 0
  const { began } = await counted(async () => {
    before = performance.now()
    await warehouse.handle(message)
  })
  if (began === null) throw new Error('nothing was written')
  return began - before
}
