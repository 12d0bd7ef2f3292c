import { expect, test } from 'vitest'
import { median, percentile, powers } from '../../bench/measure/statistics.ts'

test('a percentile is the smallest value that so many per cent do not exceed', () => {
  const values = [5, 1, 4, 2, 3]
  expect([0, 20, 21, 95, 100].map((percent) => percentile(values, percent))).toEqual([1, 1, 2, 5, 5])
  expect(percentile([], 95)).toBeNaN()
})

test('of an even number of values the median lies between the two in the middle', () => {
  expect([median([4, 1, 2, 10]), median([3, 1, 2])]).toEqual([3, 2])
})

test('what costs a hundred times as much at ten times the size grows with the second power', () => {
  expect(powers([200, 20, 2], [2, 2, 2], 10)).toEqual([2, 1, 0])
})
