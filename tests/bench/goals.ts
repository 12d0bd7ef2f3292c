import type { Figure } from './measure/figure.ts'

/** What `value` must be, of each figure whose name matches. */
export type Goal = {
  readonly name: string
  readonly figures: RegExp
  readonly value: (figure: Figure) => number
} & ({ readonly atMost: number } | { readonly atLeast: number })

export type JudgedGoal = {
  readonly name: string
  /** The limit, as it is written. */
  readonly goal: string
  /** Of the figure that is farthest from it. */
  readonly value: number
  readonly met: boolean
  /** The names of the figures that miss it. */
  readonly misses: readonly string[]
}

const core = (figure: Figure) => figure.core.median
const app = core // which is measured alone, too
const byBound = (figure: Figure) => figure.ratio!.median
const timesFaster = (figure: Figure) => 1 / byBound(figure)

export const coreGoals: readonly Goal[] = [
  { name: 'allocate: rate by the equal bound', figures: /^allocate: rate, against/, value: byBound, atLeast: 0.85 },
  { name: 'allocate: CPU by the equal bound', figures: /^allocate: CPU, against/, value: byBound, atMost: 1.25 },
  {
    name: 'allocate: growth with the batch by the growth of the equal bound',
    figures: /^growth in the batch: p50, largest/,
    value: byBound,
    atMost: 1.15,
  },
  {
    name: 'allocate: growth with the file by the growth of the equal bound',
    figures: /^growth in the file: p50, largest/,
    value: byBound,
    atMost: 1.15,
  },
  { name: 'one message: commits', figures: /: commits a message$/, value: core, atMost: 1 },
  {
    name: 'cascade of 100000 lines: CPU by the equal bound',
    figures: /^cascade of 100000 lines: CPU, against/,
    value: byBound,
    atMost: 2,
  },
  {
    name: '10000 backorders filled: CPU by the equal bound',
    figures: /^10000 backorders filled: CPU, against/,
    value: byBound,
    atMost: 2,
  },
  { name: 'cascade: power of the lines that it grows with', figures: /^cascade: power.*CPU/, value: core, atMost: 1.1 },
  {
    name: 'one line displaced: p50, of many by of few',
    figures: /^one line displaced: p50, of many/,
    value: core,
    atMost: 2,
  },
  // No more; a twentieth is noise.
  { name: 'preview: time by handle until it writes', figures: /^preview of/, value: byBound, atMost: 1.05 },
  { name: 'import: rows/s by one commit a row', figures: /^import: rows\/s, by one/, value: core, atLeast: 4.5 },
  { name: 'import: rows/s by the equal bound', figures: /^import of .*: rows$/, value: byBound, atLeast: 0.6 },
  { name: 'import: rows/s of many by few', figures: /^import: rows\/s of many/, value: core, atLeast: 0.6 },
  { name: 'import: a million rows, s', figures: /^import of 1000000 rows: time/, value: core, atMost: 150 },
  { name: 'import: peak memory, MB', figures: /^import of .*: peak memory/, value: core, atMost: 300 },
  {
    name: 'import: longest stall of the event loop, ms',
    figures: /^import of .*: longest stall of/,
    value: core,
    atMost: 50,
  },
  { name: 'file: bytes a line', figures: /^file: bytes a line$/, value: core, atMost: 450 },
  {
    name: 'batches of a SKU: power that CPU grows with',
    figures: /^batches of a SKU: power/,
    value: core,
    atMost: 1.1,
  },
  {
    name: 'CSV: power of what is wrong in it that CPU grows with',
    figures: /^CSV with .*: power/,
    value: core,
    atMost: 1.1,
  },
  { name: 'pages: time by the bound', figures: /^page: /, value: byBound, atMost: 2 },
  // Ours: whatever the bound does, none may keep the app from answering.
  { name: 'pages: the longest, us', figures: /^page: /, value: core, atMost: 50_000 },
  { name: 'Today and shortages: the longest, us', figures: /^manager: /, value: core, atMost: 50_000 },
  { name: 'pages: statements with an OFFSET', figures: /^pages: statements with/, value: core, atMost: 0 },
  {
    name: 'search with few hits: times faster than LIKE',
    figures: /^search, few hits/,
    value: timesFaster,
    atLeast: 20,
  },
  { name: 'searches: the longest, us', figures: /^search/, value: core, atMost: 50_000 },
  { name: 'open, first page, summary: time by the bound', figures: /^open: file, first/, value: byBound, atMost: 3 },
]

/** On a million lines. */
export const appGoals: readonly Goal[] = [
  { name: 'start: to the first usable screen, ms', figures: /^start: to the first/, value: app, atMost: 1500 },
  { name: 'five questions and why, from a cold start, ms', figures: /^question: /, value: app, atMost: 10_000 },
  { name: 'last digit to preview: p50, ms', figures: /^last digit to preview: p50/, value: app, atMost: 50 },
  { name: 'confirm to notice: p95, ms', figures: /^confirm to notice: p95/, value: app, atMost: 100 },
  { name: 'scroll: frame, p95, ms', figures: /^scroll .*: frame, p95/, value: app, atMost: 25 },
]

/** The goals that there are figures for. */
export function judge(goals: readonly Goal[], figures: readonly Figure[]): JudgedGoal[] {
  return goals.flatMap((goal) => {
    const found = figures.filter(({ name }) => goal.figures.test(name))
    return found.length > 0 ? [judged(goal, found)] : []
  })
}

function judged(goal: Goal, figures: readonly Figure[]): JudgedGoal {
  const meets = 'atMost' in goal ? (value: number) => value <= goal.atMost : (value: number) => value >= goal.atLeast
  const values = figures.map(goal.value)
  const misses = figures.filter((figure) => !meets(goal.value(figure))).map(({ name }) => name)
  return {
    name: goal.name,
    goal: 'atMost' in goal ? `<= ${goal.atMost}` : `>= ${goal.atLeast}`,
    value: 'atMost' in goal ? Math.max(...values) : Math.min(...values),
    met: misses.length === 0,
    misses,
  }
}
