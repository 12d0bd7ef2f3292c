import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { SliceSize } from '../../../core/lib/sliceSize.ts'
import { Bound } from '../bound/bound.ts'
import { EqualRows } from '../bound/equalRows.ts'
import { openCandidate } from '../candidates.ts'
import { bytesOf } from '../data/bytes.ts'
import { makeCoreFile } from '../data/coreFile.ts'
import { type PlannedLine, warehouseBatches, warehouseLines } from '../data/plan.ts'
import { type Figure, figure } from '../measure/figure.ts'
import { timed } from '../measure/sample.ts'
import type { Bench, Suite } from '../suite.ts'
import type { Imported } from './importProcess.ts'

/**
 * A file of orders, in slices of one durable commit each, timed in five parts. The bound reads no file, and writes the same
 * lines in slices of the same length in time.
 */
export const importCsv: Suite = { name: 'import', run: measure }

const PARTS = 5
const node = promisify(execFile)

async function measure(bench: Bench): Promise<Figure[]> {
  const [few, many] = bench.quick ? [2_000, 20_000] : [10_000, 1_000_000]
  const ofFew = await importOf(few, bench)
  const ofMany = await importOf(many, bench)
  const growth = ofMany.rate / ofFew.rate
  return [
    ...ofFew.figures,
    ...ofMany.figures,
    figure('import: rows/s of many by rows/s of few', 'x', [growth]),
    await againstOneByOne(few, ofFew.rate, bench),
  ]
}

async function importOf(rows: number, { folder, disk, progress }: Bench): Promise<{ rate: number; figures: Figure[] }> {
  progress(`import of ${rows} rows`)
  const lines = [...warehouseLines(rows)]
  const file = folder.newFile('core.db')
  await makeCoreFile(file, () => warehouseBatches(rows))
  const copy = folder.copy(file)
  const csv = folder.newFile('orders.csv')
  writeFileSync(csv, csvOf(lines))
  const imported = await importInProcess(file, csv)
  progress(`the bound of ${rows} rows`)
  const bound = await boundRates(copy, lines)
  const syncs = Array.from({ length: PARTS }, () => disk.probe())
  const what = `import of ${rows} rows`
  const figures = [
    figure(`${what}: rows`, '/s', imported.rates, { bound, disk: syncs }),
    figure(`${what}: time`, 's', [imported.seconds]),
    figure(`${what}: longest stall of the event loop`, 'ms', [imported.stall], { disk: syncs }),
    figure(`${what}: longest stall in the second before, with nothing to do`, 'ms', [imported.idleStall]),
    figure(`${what}: peak memory of the process`, 'MB', [imported.peakMemory]),
    figure(`${what}: memory of the process before`, 'MB', [imported.memoryBefore]),
    figure(`${what}: file, bytes a line`, 'bytes', [bytesOf(file) / rows]),
  ]
  for (const used of [file, copy, csv]) folder.remove(used)
  return { rate: rows / imported.seconds, figures }
}

const csvOf = (lines: readonly PlannedLine[]): string =>
  [
    'order,line,sku,qty,due',
    ...lines.map(({ orderId, line, sku, qty, dueDate }) => [orderId, line, sku, qty, dueDate ?? ''].join(',')),
  ].join('\n')

async function importInProcess(database: string, csv: string): Promise<Imported> {
  const program = join(import.meta.dirname, 'importProcess.ts')
  const { stdout } = await node(process.execPath, [program, database, csv, String(PARTS)])
  return JSON.parse(stdout)
}

/** Rows in a second, in each part. */
async function boundRates(file: string, lines: readonly PlannedLine[]): Promise<number[]> {
  const bound = new Bound(new EqualRows(file))
  const size = Math.ceil(lines.length / PARTS)
  const rates: number[] = []
  for (let from = 0; from < lines.length; from += size) {
    const part = lines.slice(from, from + size)
    const { wall } = await timed(() => writeInSlices(bound, part))
    rates.push((part.length * 1000) / wall)
  }
  bound.close()
  return rates
}

/** As the core's import does. */
function writeInSlices(bound: Bound, lines: readonly PlannedLine[]): void {
  const slice = new SliceSize(25, 1_000)
  for (let next = 0; next < lines.length; ) {
    const since = performance.now()
    const taken = lines.slice(next, next + slice.steps)
    bound.allocateAll(taken)
    slice.took(performance.now() - since, taken.length)
    next += taken.length
  }
}

async function againstOneByOne(rows: number, rate: number, { folder, progress }: Bench): Promise<Figure> {
  progress(`${rows} rows, one commit each`)
  const file = folder.newFile('core.db')
  await makeCoreFile(file, () => warehouseBatches(rows))
  const core = await openCandidate('core', file)
  const { wall } = await timed(async () => {
    for (const line of warehouseLines(rows)) await core.allocate(line)
  })
  await core.close()
  folder.remove(file)
  return figure('import: rows/s, by one commit a row', 'x', [rate / ((rows * 1000) / wall)])
}
