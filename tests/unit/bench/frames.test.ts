import { expect, test } from 'vitest'
import { frameFigures, frameTimes } from '../../bench/app/frames.ts'

test('the time of a frame is that until the next one begins', () => {
  expect(frameTimes([100, 116, 133, 183])).toEqual([16, 17, 50])
})

test('frames are told by p50, p95 and the longest, and by the part of them with rows that were not read yet', () => {
  const smooth = Array.from({ length: 95 }, (_, index) => index * 16)
  const frames = [...smooth, smooth.at(-1)! + 50, smooth.at(-1)! + 250]
  expect(frameFigures('scroll', { frames, unread: 48 }).map(({ name, core }) => [name, core.median])).toEqual([
    ['scroll: frame, p50', 16],
    ['scroll: frame, p95', 16],
    ['scroll: longest frame', 200],
    ['scroll: part of the frames with a row that was not read yet', 48 / 97],
  ])
})

test('a window that draws nothing is not taken for a smooth one', () => {
  expect(() => frameTimes([100, 116])).toThrow('only 2 frames')
})
