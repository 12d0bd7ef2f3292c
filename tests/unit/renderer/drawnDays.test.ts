import { expect, test } from 'vitest'
import { drawnDays } from '../../../renderer/screens/shortages/drawnDays.ts'

const row = (day: string | null, arriving: number, due: number, left: number) => ({ day, arriving, due, left })

test('the picture begins today, with all that was due before, and shows each day up to the last', () => {
  const days = [
    row('2030-01-01', 0, 3, 7),
    row('2030-01-04', 5, 0, 12),
    row('2030-01-06', 0, 9, 3),
    row(null, 0, 4, -1),
  ]
  expect(drawnDays({ onHand: 10, days }, '2030-01-03', '2030-01-04')).toEqual([
    row('2030-01-03', 0, 3, 7),
    row('2030-01-04', 5, 0, 12),
    row('2030-01-05', 0, 0, 12),
    row('2030-01-06', 0, 9, 3),
  ])
})

test('without anything to come it shows what is on hand', () => {
  expect(drawnDays({ onHand: 4, days: [] }, '2030-01-03', '2030-01-04')).toEqual([
    row('2030-01-03', 0, 0, 4),
    row('2030-01-04', 0, 0, 4),
  ])
})

test('a day that is years away does not press the others together', () => {
  const drawn = drawnDays({ onHand: 4, days: [row('2099-01-01', 0, 4, 0)] }, '2030-01-03', '2030-01-04')
  expect(drawn.length).toBe(366)
})
