import type { Backup } from '../../../ports/backups.ts'

const RECENT = 8
const DAYS = 14
const WEEKS = 12
const DAY = 86_400_000 // milliseconds
const WEEK = 7 * DAY
const MONDAY = 4 * DAY // the first one after 1970-01-01, a Thursday

type Candidate = Pick<Backup, 'name' | 'at' | 'verified'>

/**
 * The names of the backups to delete: all but the newest few, the newest of each of the last days, and the newest of each of
 * the last weeks (from Monday). Days and weeks are UTC's, and only those that have a backup count: neither a long absence
 * nor one start with a wrong clock makes older ones expire. Damaged ones, and those from the future, where the clock was
 * wrong, are kept in the same way, each group for itself, so that they take the place of no other.
 * @param newestFirst in the order in which they were made
 */
export function droppedBackups(newestFirst: readonly Candidate[], now: Date): readonly string[] {
  const groups = Map.groupBy(newestFirst, ({ at, verified }) =>
    verified.found !== null ? 'damaged' : Date.parse(at) > now.getTime() ? 'future' : 'whole',
  )
  const kept = new Set([...groups.values()].flatMap(keptOf))
  return newestFirst.filter((backup) => !kept.has(backup)).map(({ name }) => name)
}

const keptOf = (newestFirst: readonly Candidate[]): Candidate[] => [
  ...newestFirst.slice(0, RECENT),
  ...newestOfEach(newestFirst, DAYS, (time) => Math.floor(time / DAY)),
  ...newestOfEach(newestFirst, WEEKS, (time) => Math.floor((time - MONDAY) / WEEK)),
]

/** The newest backup of each of the `count` newest periods that have one. */
function newestOfEach(
  newestFirst: readonly Candidate[],
  count: number,
  periodOf: (time: number) => number,
): Candidate[] {
  const newest = new Map<number, Candidate>()
  for (const backup of newestFirst) {
    const period = periodOf(Date.parse(backup.at))
    if (!newest.has(period)) newest.set(period, backup)
  }
  return [...newest.values()].slice(0, count)
}
