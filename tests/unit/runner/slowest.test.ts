import { expect, test } from 'vitest'
import { timesOf } from '../../runner/slowest.ts'

test('how long each test took is read from a report of vitest', () => {
  const assertionResults = [
    { fullName: 'a batch is received', duration: 1500 },
    { fullName: 'skipped', duration: null },
  ]
  expect(timesOf({ testResults: [{ name: '/tests/unit/batch.test.ts', assertionResults }] })).toEqual([
    { seconds: 1.5, where: 'batch.test.ts', title: 'a batch is received' },
    { seconds: 0, where: 'batch.test.ts', title: 'skipped' },
  ])
})

test('how long each test took, with its repetitions, is read from a report of Playwright', () => {
  const specs = (title: string, ...durations: number[]) => [
    { title, tests: [{ results: durations.map((duration) => ({ duration })) }] },
  ]
  const inner = { file: 'stock.spec.ts', specs: specs('of a SKU', 500) }
  expect(
    timesOf({ suites: [{ file: 'stock.spec.ts', specs: specs('every batch', 1000, 2000), suites: [inner] }] }),
  ).toEqual([
    { seconds: 3, where: 'stock.spec.ts', title: 'every batch' },
    { seconds: 0.5, where: 'stock.spec.ts', title: 'of a SKU' },
  ])
})
