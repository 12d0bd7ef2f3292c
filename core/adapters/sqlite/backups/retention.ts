import type { Backup } from '../../../ports/backups.ts'

const RECENT = 8
const DAYS = 14
const WEEKS = 12
const DAY = 86_400_000 // milliseconds
const WEEK = 7 * DAY
const MONDAY = 4 * DAY // the first one after 1970-01-01, a Thursday

/**
 * The backups that are dropped: all but the newest few, the newest of each of the last days, and the newest of each of the
 * last weeks (from Monday). Days and weeks are UTC's. One that was found damaged stands in for no other, is never counted,
 * and goes when its weeks are over; one from the future, where a clock was wrong, stays.
 */
export function droppedBackups(
  backups: readonly Pick<Backup, 'name' | 'at' | 'verified'>[],
  now: Date,
): readonly string[] {
  const newestFirst = [...backups].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
  const whole = newestFirst.filter(({ verified }) => verified.found === null)
  const kept = new Set([
    ...whole.slice(0, RECENT),
    ...newestOfEach(whole, now, DAYS, (time) => Math.floor(time / DAY)),
    ...newestOfEach(whole, now, WEEKS, (time) => Math.floor((time - MONDAY) / WEEK)),
    ...newestFirst.filter(({ verified, at }) => verified.found !== null && age(at, now) < WEEKS * WEEK),
  ])
  return backups.filter((backup) => !kept.has(backup)).map(({ name }) => name)
}

const age = (at: string, now: Date): number => now.getTime() - Date.parse(at)

/** Of each of the last `count` periods, this one among them. */
function newestOfEach<B extends { readonly at: string }>(
  newestFirst: readonly B[],
  now: Date,
  count: number,
  periodOf: (time: number) => number,
): B[] {
  const first = periodOf(now.getTime()) - count + 1
  const newest = new Map<number, B>()
  for (const backup of newestFirst) {
    const period = periodOf(Date.parse(backup.at))
    if (period >= first && !newest.has(period)) newest.set(period, backup)
  }
  return [...newest.values()]
}
