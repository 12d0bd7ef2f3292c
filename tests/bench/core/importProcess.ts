import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { importCsv, inspectCsv, openWarehouse } from '../../../core/index.ts'
import { memoryOf } from '../measure/memory.ts'

// Run in a process of its own, whose memory and stalls are those of the import: database, file, parts to time.

export type Imported = {
  /** Rows in a second, in each of the parts. */
  readonly rates: readonly number[]
  readonly seconds: number
  /** Milliseconds that the event loop was held at most: by the import, and by the machine while there was nothing to do. */
  readonly stall: number
  readonly idleStall: number
  /** MB. */
  readonly peakMemory: number
  readonly memoryBefore: number
}

const [database = '', path = '', parts = ''] = process.argv.slice(2)
const RESOLUTION = 1 // milliseconds

async function longestStall(job: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION })
  delay.enable()
  await job()
  await setTimeout(10) // so that the last one is seen
  delay.disable()
  return delay.max / 1e6 - RESOLUTION
}

type Mark = { readonly rows: number; readonly at: number }

async function importFile(): Promise<Mark[]> {
  const warehouse = await openWarehouse({ database })
  const { kind, mappings } = await inspectCsv(path)
  const marks: Mark[] = [{ rows: 0, at: performance.now() }]
  const report = await importCsv(warehouse, {
    path,
    kind: kind!,
    mapping: mappings[kind!],
    by: 'Kim',
    onProgress: ({ rows }) => marks.push({ rows, at: performance.now() }),
  })
  if (report.rejected > 0) throw new Error(`rejected: ${JSON.stringify(report.rejectedRows[0])}`)
  await warehouse.close()
  return marks
}

/** Rows in a second, in parts of equally many words about the progress. */
function ratesOf(marks: readonly Mark[], count: number): number[] {
  const at = (part: number) => marks[Math.round(((marks.length - 1) * part) / count)]!
  return Array.from({ length: count }, (_, part) => {
    const [from, to] = [at(part), at(part + 1)]
    return ((to.rows - from.rows) * 1000) / (to.at - from.at)
  })
}

const idleStall = await longestStall(() => setTimeout(1000))
const memoryBefore = process.memoryUsage.rss() / 1e6
let rates: number[] = []
let seconds = 0
const stall = await longestStall(async () => {
  const marks = await importFile()
  rates = ratesOf(marks, Number(parts))
  seconds = (marks.at(-1)!.at - marks[0]!.at) / 1000
})
// On Linux maxRSS begins with what the process had that started this one.
const peakMemory = memoryOf(process.pid)?.peak ?? process.resourceUsage().maxRSS / 1000
const imported: Imported = { rates, seconds, stall, idleStall, peakMemory, memoryBefore }
process.stdout.write(JSON.stringify(imported))
