import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Bound } from '../bound.ts'
import { bytesOf } from '../data/bytes.ts'
import { makeFiles } from '../data/files.ts'
import { type PlannedLine, warehouseBatches, warehouseLines } from '../data/plan.ts'
import { type Figure, figure } from '../measure/figure.ts'
import { timed } from '../measure/sample.ts'
import type { Bench, Suite } from '../suite.ts'
import type { Imported } from './importProcess.ts'

/**
 * A file of orders, a message and a durable commit for each row. It is imported once, and timed in five parts; the bound
 * reads no file, and allocates the first lines of it, in five parts too.
 */
export const importCsv: Suite = { name: 'import', run: measure }

const PARTS = 5
const node = promisify(execFile)

async function measure({ quick, folder, disk, progress }: Bench): Promise<Figure[]> {
  const rows = quick ? 2_000 : 100_000
  const files = await makeFiles(folder, () => warehouseBatches(rows))
  const lines = [...warehouseLines(rows)]
  const csv = folder.newFile('orders.csv')
  writeFileSync(csv, csvOf(lines))
  progress(`import of ${rows} rows`)
  const imported = await importInProcess(files.core, csv)
  const bound = await boundRates(files.bound, lines.slice(0, rows / PARTS))
  const syncs = Array.from({ length: PARTS }, () => disk.probe())
  return [
    figure('import: rows', '/s', imported.rates, { bound, disk: syncs }),
    figure('import: longest stall of the event loop', 'ms', [imported.stall], { disk: syncs }),
    figure('import: longest stall in the second before, with nothing to do', 'ms', [imported.idleStall]),
    figure('import: peak memory of the process', 'MB', [imported.peakMemory]),
    figure('import: memory of the process before', 'MB', [imported.memoryBefore]),
    figure('import: file, bytes a line', 'bytes', [bytesOf(files.core) / rows]),
  ]
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
  const bound = new Bound(file)
  const size = Math.ceil(lines.length / PARTS)
  const rates: number[] = []
  for (let from = 0; from < lines.length; from += size) {
    const part = lines.slice(from, from + size)
    const { wall } = await timed(() => {
      for (const line of part) bound.allocate(line)
    })
    rates.push((part.length * 1000) / wall)
  }
  bound.close()
  return rates
}
