import { expect, test } from 'vitest'
import { droppedBackups } from '../../../core/adapters/sqlite/backups/retention.ts'

const NOW = new Date('2030-06-14T12:00:00Z') // a Friday
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const madeAt = (time: number, found: string | null = null) => {
  const at = new Date(time).toISOString()
  return { name: at, at, verified: { at, found } }
}
const ago = (milliseconds: number, found?: string) => madeAt(NOW.getTime() - milliseconds, found)

const kept = (backups: ReturnType<typeof ago>[]): string[] => {
  const dropped = droppedBackups(backups, NOW)
  return backups.map(({ name }) => name).filter((name) => !dropped.includes(name))
}

test('the newest eight are kept, however close together they are', () => {
  const backups = Array.from({ length: 12 }, (_, index) => ago(index * 15 * MINUTE))
  expect(kept(backups)).toEqual(backups.slice(0, 8).map(({ name }) => name))
})

test('then the newest of each of fourteen days, and then of each of twelve weeks', () => {
  const everySixHours = Array.from({ length: 4 * 120 }, (_, index) => ago(index * 6 * 60 * MINUTE))
  const days = kept(everySixHours).map((name) => name.slice(0, 13))
  expect(days).toEqual([
    ...['2030-06-14T12', '2030-06-14T06', '2030-06-14T00', '2030-06-13T18', '2030-06-13T12', '2030-06-13T06'],
    ...['2030-06-13T00', '2030-06-12T18', '2030-06-11T18', '2030-06-10T18', '2030-06-09T18', '2030-06-08T18'],
    ...['2030-06-07T18', '2030-06-06T18', '2030-06-05T18', '2030-06-04T18', '2030-06-03T18', '2030-06-02T18'],
    ...['2030-06-01T18', '2030-05-26T18', '2030-05-19T18', '2030-05-12T18', '2030-05-05T18', '2030-04-28T18'],
    ...['2030-04-21T18', '2030-04-14T18', '2030-04-07T18', '2030-03-31T18'],
  ])
})

test('what is kept stays so when it is asked again', () => {
  const backups = Array.from({ length: 200 }, (_, index) => ago(index * 9 * 60 * MINUTE))
  const once = kept(backups)
  expect(kept(backups.filter(({ name }) => once.includes(name)))).toEqual(once)
})

test('the only ones there are are kept, however old they are', () => {
  const old = [ago(400 * DAY), ago(500 * DAY)]
  expect(kept(old)).toEqual(old.map(({ name }) => name))
})

test('a damaged one takes the place of no other, and stays for its weeks', () => {
  const damaged = [ago(1, 'torn'), ago(2, 'torn'), ago(90 * DAY, 'torn')]
  const whole = Array.from({ length: 9 }, (_, index) => ago((index + 1) * MINUTE))
  expect(kept([...damaged, ...whole])).toEqual([...damaged.slice(0, 2), ...whole.slice(0, 8)].map(({ name }) => name))
})

test('one from the future, where a clock was wrong, stays', () => {
  const backups = [madeAt(NOW.getTime() + 30 * DAY), ...Array.from({ length: 8 }, (_, index) => ago(index * MINUTE))]
  expect(kept(backups)).toContain(backups[0]?.name)
})
