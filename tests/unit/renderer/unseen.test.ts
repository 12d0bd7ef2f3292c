import { expect, test } from 'vitest'
import { unseen } from '../../../renderer/screens/today/unseen.ts'

const groups = [{ newest: 9 }, { newest: 7 }, { newest: 4 }]

test('what has a notice later than the last one that was seen is told', () => {
  expect([0, 4, 7, 9].map((seen) => unseen(groups, seen).length)).toEqual([3, 2, 1, 0])
})

test('in a backup that was restored, nothing counts as seen', () => {
  expect([unseen(groups, 10), unseen([], 10)]).toEqual([groups, []])
})
