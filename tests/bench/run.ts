import { Folder } from './data/folder.ts'
import { type MillionLines, makeMillionLines } from './data/millionLines.ts'
import { type Goal, judge } from './goals.ts'
import { describeMachine, load } from './machine.ts'
import { Disk } from './measure/disk.ts'
import type { Figure } from './measure/figure.ts'
import type { Report } from './report/report.ts'
import type { Bench, Suite } from './suite.ts'

const ROUNDS = 5
const LINES = { full: 1_000_000, quick: 50_000 }

/** Runs the suites one after another in a folder that is gone afterwards, however it ends. */
export async function run(suites: readonly Suite[], goals: readonly Goal[], quick: boolean): Promise<Report> {
  const folder = new Folder()
  process.once('exit', () => folder.removeAll())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const disk = new Disk(folder.path)
  const loadBefore = load()
  const bench = benchIn(folder, disk, quick)
  const figures: Figure[] = []
  for (const suite of suites) {
    bench.progress(`${suite.name}:`)
    figures.push(...(await suite.run(bench)))
  }
  const machine = describeMachine(disk, loadBefore)
  disk.close()
  folder.removeAll()
  return { machine, quick, figures, goals: judge(goals, figures) }
}

function benchIn(folder: Folder, disk: Disk, quick: boolean): Bench {
  const begin = performance.now()
  const progress = (text: string) =>
    process.stderr.write(`${String(Math.round((performance.now() - begin) / 1000)).padStart(4)} s  ${text}\n`)
  let made: Promise<MillionLines> | undefined
  const millionLines = () => {
    made ??= makeMillionLines(folder, quick ? LINES.quick : LINES.full, progress)
    return made
  }
  return { quick, rounds: ROUNDS, folder, disk, millionLines, progress }
}
