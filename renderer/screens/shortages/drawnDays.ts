import type { Balance, BalanceDay } from '../../../electron/contract.ts'

type Drawn = Omit<BalanceDay, 'day'> & { readonly day: string }

const MOST = 366 // days, so that one far away does not press the others together
const DAY = 86_400_000 // milliseconds

/**
 * What the picture shows: every day from today to the last on which something arrives or is due, at least to `atLeast`. What
 * was due before today is due today; what has no due date is not shown.
 */
export function drawnDays({ onHand, days }: Balance, today: string, atLeast: string): Drawn[] {
  const dated = days.filter((row): row is Drawn => row.day !== null)
  const before = dated.filter(({ day }) => day < today)
  const sum = (field: 'arriving' | 'due') => before.reduce((total, row) => total + row[field], 0)
  const known = new Map(dated.map((row) => [row.day, row]))
  const first = known.get(today)
  let left = first?.left ?? before.at(-1)?.left ?? onHand
  const drawn = [
    { day: today, arriving: sum('arriving') + (first?.arriving ?? 0), due: sum('due') + (first?.due ?? 0), left },
  ]
  const last = [dated.at(-1)?.day ?? today, atLeast].sort().at(-1)!
  const start = Date.parse(today)
  for (let index = 1; index < MOST; index++) {
    const day = new Date(start + index * DAY).toISOString().slice(0, 10)
    if (day > last) break
    const row = known.get(day)
    left = row?.left ?? left
    drawn.push({ day, arriving: row?.arriving ?? 0, due: row?.due ?? 0, left })
  }
  return drawn
}
