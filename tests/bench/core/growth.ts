import { type Candidate, openCandidate } from '../candidates.ts'
import type { Files } from '../data/files.ts'
import type { PlannedLine } from '../data/plan.ts'
import { type Figure, figure } from '../measure/figure.ts'
import { takeRounds } from '../measure/rounds.ts'
import { timed, timedEach } from '../measure/sample.ts'
import { median, ratios } from '../measure/statistics.ts'
import type { Bench } from '../suite.ts'

/** Files of one kind that differ in size, and what to order in them: a new line each time. */
export type Size = { readonly label: string; readonly files: Files; readonly nextLine: () => PlannedLine }

const names = ['core', 'equal bound'] as const
const MESSAGES = 200

/** What a line costs to allocate in files of growing size, all of them in every round; and the largest by the smallest. */
export async function growth(what: string, { rounds, disk, folder }: Bench, sizes: readonly Size[]): Promise<Figure[]> {
  const open = new Map<string, Candidate>()
  for (const { label, files } of sizes) {
    const copy = folder.copy(files.core) // before it is opened
    for (const name of names)
      open.set(`${name}, ${label}`, await openCandidate(name, name === 'core' ? files.core : copy))
  }
  const contestants = sizes.flatMap(({ label, nextLine }) =>
    names.map((name) => [`${name}, ${label}`, () => allocateSome(open.get(`${name}, ${label}`)!, nextLine)] as const),
  )
  const { samples, disk: syncs } = await takeRounds(rounds, disk, Object.fromEntries(contestants))
  for (const candidate of open.values()) await candidate.close()
  const of = (name: string, label: string, kind: 'p50' | 'cpu') =>
    samples[`${name}, ${label}`]!.map((some) => some[kind])
  const [smallest, largest] = [sizes[0]!.label, sizes.at(-1)!.label]
  const grown = (name: string, kind: 'p50' | 'cpu') => ratios(of(name, largest, kind), of(name, smallest, kind))
  return [
    figure(`${what}: CPU, largest / smallest`, 'x', grown('core', 'cpu'), { bound: grown('equal bound', 'cpu') }),
    figure(`${what}: p50, largest / smallest`, 'x', grown('core', 'p50'), {
      bound: grown('equal bound', 'p50'),
      disk: syncs,
    }),
    ...sizes.flatMap(({ label }) => [
      figure(`${what}: CPU, ${label}`, 'us', of('core', label, 'cpu'), { bound: of('equal bound', label, 'cpu') }),
      figure(`${what}: p50, ${label}`, 'us', of('core', label, 'p50'), {
        bound: of('equal bound', label, 'p50'),
        disk: syncs,
      }),
    ]),
  ]
}

/** Microseconds a message. */
async function allocateSome(candidate: Candidate, nextLine: () => PlannedLine): Promise<{ p50: number; cpu: number }> {
  const lines = Array.from({ length: MESSAGES }, nextLine)
  let durations: number[] = []
  const { cpu } = await timed(async () => {
    durations = await timedEach(lines, candidate.allocate)
  })
  return { p50: median(durations) * 1000, cpu: (cpu * 1000) / MESSAGES }
}
