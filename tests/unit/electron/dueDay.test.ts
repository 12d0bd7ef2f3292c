import { expect, test } from 'vitest'
import { dueDay } from '../../../electron/report/dueDay.ts'

const at = (text: string) => new Date(text) // where the test runs
const on = { isOn: true, time: '18:00', mail: false, since: at('2031-05-01T12:00').toISOString() }

test.for([
  ['before the first time', '2031-05-01T17:59', null],
  ['at its time', '2031-05-01T18:00', '2031-05-01'],
  ['at the next start, of the day before', '2031-05-02T07:30', '2031-05-01'],
  ['after days without the app, of the last one only', '2031-05-09T09:00', '2031-05-08'],
] as const)('a report is due %s', ([, now, day]) => {
  expect(dueDay(on, at(now))).toBe(day)
})

test('none is due while it is off, nor for a time before it was turned on', () => {
  expect(dueDay({ ...on, isOn: false }, at('2031-05-02T19:00'))).toBeNull()
  expect(dueDay({ ...on, since: null }, at('2031-05-02T19:00'))).toBeNull()
  expect(dueDay({ ...on, since: at('2031-05-01T18:30').toISOString() }, at('2031-05-02T07:30'))).toBeNull()
})
