import { writeFileSync } from 'node:fs'
import { importCsv, inspectCsv, openWarehouse } from '../../../core/index.ts'
import { brokenRows, combiningMarks, strayQuotes, wideRows } from '../data/wrongCsv.ts'
import { type Figure, figure } from '../measure/figure.ts'
import { takeRounds } from '../measure/rounds.ts'
import { type Sample, timed } from '../measure/sample.ts'
import { powers } from '../measure/statistics.ts'
import type { Bench, Suite } from '../suite.ts'

/** What can be wrong with a file, and how much of it there usually is. */
const files = [
  { what: 'broken rows', usual: 1_000, write: brokenRows },
  { what: 'stray quotes', usual: 1_000, write: strayQuotes },
  { what: 'columns', usual: 10, write: wideRows },
  { what: 'combining marks in a cell', usual: 600, write: combiningMarks },
] as const

type File = (typeof files)[number]

/** Files that cannot go in are inspected and imported: of the usual size, and of 10 and 100 times as much of what is wrong. */
export const growthInCsv: Suite = {
  name: 'growthInCsv',
  run: async (bench) => {
    const figures: Figure[] = []
    for (const file of files) figures.push(...(await growthWith(bench, file)))
    return figures
  },
}

async function growthWith({ folder, rounds, progress }: Bench, { what, usual, write }: File): Promise<Figure[]> {
  const sizes = [usual, usual * 10, usual * 100]
  progress(`CSV files of ${sizes.join(', ')} ${what}`)
  const contestants = sizes.map((size) => {
    const path = folder.newFile('wrong.csv')
    writeFileSync(path, write(size))
    return [String(size), () => importWrong(path)] as const
  })
  const { samples } = await takeRounds(rounds, null, Object.fromEntries(contestants))
  const cpu = (size: number) => samples[String(size)]!.map((sample) => sample.cpu)
  const grown = sizes.slice(1).map((size, index) => ({ from: sizes[index]!, to: size }))
  return [
    ...grown.map(({ from, to }) =>
      figure(
        `CSV with ${what}: power that CPU grows with, ${from} to ${to}`,
        '',
        powers(cpu(to), cpu(from), to / from),
      ),
    ),
    ...sizes.map((size) => figure(`CSV with ${what}: CPU, ${size}`, 'ms', cpu(size))),
  ]
}

async function importWrong(path: string): Promise<Sample> {
  const warehouse = await openWarehouse({ database: ':memory:' })
  const sample = await timed(async () => {
    const { mappings } = await inspectCsv(path)
    const report = await importCsv(warehouse, { path, kind: 'orders', mapping: mappings.orders })
    if (report.imported > 0) throw new Error(`${report.imported} rows of a wrong file went in`)
  })
  await warehouse.close()
  return sample
}
