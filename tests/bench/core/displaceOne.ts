import { fileOf, openCandidate } from '../candidates.ts'
import { type Files, makeFiles } from '../data/files.ts'
import { oneBatchPlan, UNITS_PER_LINE } from '../data/plan.ts'
import { type Figure, figure } from '../measure/figure.ts'
import { takeRounds } from '../measure/rounds.ts'
import { timed, timedEach } from '../measure/sample.ts'
import { median, ratios } from '../measure/statistics.ts'
import type { Bench, Suite } from '../suite.ts'

/** One line is displaced from a batch that has few lines, or very many that stay. */
export const displaceOne: Suite = { name: 'displaceOne', run: measure }

const FEW = 10
/** Of the few. */
const MESSAGES = 6

async function measure(bench: Bench): Promise<Figure[]> {
  const { folder, disk, rounds, quick, progress } = bench
  const many = quick ? 10_000 : 100_000
  progress(`one line displaced of ${FEW} or ${many}`)
  const filesOf = (lines: number) => makeFiles(folder, oneBatchPlan(lines, { spare: 1_000_000 }))
  const contestant = (name: 'core' | 'bound', lines: number, files: Files) => () =>
    displaceSome(bench, name, lines, files)
  const [fewFiles, manyFiles] = [await filesOf(FEW), await filesOf(many)]
  const { samples, disk: syncs } = await takeRounds(quick ? rounds : rounds * 2, disk, {
    'few core': contestant('core', FEW, fewFiles),
    'many core': contestant('core', many, manyFiles),
    'few bound': contestant('bound', FEW, fewFiles),
    'many bound': contestant('bound', many, manyFiles),
  })
  const of = (size: 'few' | 'many', name: 'core' | 'bound', kind: 'p50' | 'cpu') =>
    samples[`${size} ${name}`].map((sample) => sample[kind])
  const grown = (name: 'core' | 'bound', kind: 'p50' | 'cpu') => ratios(of('many', name, kind), of('few', name, kind))
  const what = 'one line displaced'
  return [
    figure(`${what}: CPU, of many / of few`, 'x', grown('core', 'cpu'), { bound: grown('bound', 'cpu') }),
    figure(`${what}: p50, of many / of few`, 'x', grown('core', 'p50'), { bound: grown('bound', 'p50'), disk: syncs }),
    figure(`${what}: p50, of ${FEW}`, 'us', of('few', 'core', 'p50'), {
      bound: of('few', 'bound', 'p50'),
      disk: syncs,
    }),
    figure(`${what}: p50, of ${many}`, 'us', of('many', 'core', 'p50'), {
      bound: of('many', 'bound', 'p50'),
      disk: syncs,
    }),
  ]
}

/** Microseconds a message, in a copy of the file, the first time left out: it reads what the file is made of. */
async function displaceSome(
  { folder }: Bench,
  name: 'core' | 'bound',
  lines: number,
  files: Files,
): Promise<{ p50: number; cpu: number }> {
  const file = folder.copy(fileOf(name, files))
  const candidate = await openCandidate(name, file)
  const displace = (nth: number) => candidate.changeQuantity({ ref: 'first', qty: (lines - nth) * UNITS_PER_LINE })
  await displace(1)
  let durations: number[] = []
  const { cpu } = await timed(async () => {
    durations = await timedEach(
      Array.from({ length: MESSAGES }, (_, index) => index + 2),
      displace,
    )
  })
  await candidate.close()
  folder.remove(file)
  return { p50: median(durations) * 1000, cpu: (cpu * 1000) / MESSAGES }
}
