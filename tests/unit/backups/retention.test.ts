import { describe, expect, test } from 'vitest'
import { droppedBackups } from '../../../core/adapters/sqlite/backups/retention.ts'

const NOW = new Date('2030-06-14T12:00:00Z') // a Friday
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const madeAt = (time: number, found: string | null = null) => {
  const at = new Date(time).toISOString()
  return { name: at, at, verified: { at, found, missingPhotos: [] } }
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

test('nor are they after a long absence', () => {
  const days = Array.from({ length: 14 }, (_, index) => ago((300 + index) * DAY))
  expect(kept([ago(0), ...days]).slice(0, 14)).toEqual([ago(0), ...days].slice(0, 14).map(({ name }) => name))
})

test('a start with a clock that is years ahead makes no more expire than a new day does', () => {
  const days = Array.from({ length: 14 }, (_, index) => ago((index + 1) * DAY))
  const [today, wrong] = [ago(0), madeAt(Date.parse('2099-01-01'))]
  expect(droppedBackups([wrong, ...days], new Date(wrong.at))).toEqual(droppedBackups([today, ...days], NOW))
})

test('nor does one with a clock that is years behind', () => {
  const days = Array.from({ length: 14 }, (_, index) => ago((index + 1) * DAY))
  const wrong = madeAt(Date.parse('2001-01-01'))
  expect(droppedBackups([wrong, ...days], new Date(wrong.at))).toEqual([])
})

describe('takes the place of no other, and is kept for itself:', () => {
  const whole = Array.from({ length: 30 }, (_, index) => ago((index + 1) * DAY))
  test.for([
    ['one that is damaged', Array.from({ length: 9 }, (_, index) => ago(index, 'torn'))],
    ['one from the future, where a clock was wrong', Array.from({ length: 9 }, (_, index) => ago(-DAY - index))],
  ] as const)('%s', ([, others]) => {
    expect(kept([...others, ...whole])).toEqual([...others.slice(0, 8).map(({ name }) => name), ...kept(whole)])
  })
})
