import { expect, test } from 'vitest'
import { ChosenFiles } from '../../../electron/chosenFiles.ts'

test('a window keeps the file that it chose last, with its report, and none before', () => {
  const files = new ChosenFiles<object>()
  const window = {}
  const first = files.choose(window, '/a.csv', ['ref'])
  expect(files.get(window, first.id)).toBe(first)
  const second = files.choose(window, '/b.csv', ['sku'])
  expect(files.get(window, second.id)).toBe(second)
  expect(() => files.get(window, first.id)).toThrow('did not choose')
})

test('a file that is being imported stays, whatever the window chooses meanwhile', () => {
  const files = new ChosenFiles<object>()
  const window = {}
  const first = files.choose(window, '/a.csv', [])
  first.running = new AbortController()
  const second = files.choose(window, '/b.csv', [])
  first.running = null
  expect(files.get(window, first.id)).toBe(first)
  expect(files.get(window, second.id)).toBe(second)
})

test('a window cannot name a file that another one chose', () => {
  const files = new ChosenFiles<object>()
  const [window, other] = [{}, {}]
  const { id } = files.choose(window, '/a.csv', [])
  files.choose(other, '/b.csv', [])
  expect(() => files.get(other, id)).toThrow('did not choose')
})
