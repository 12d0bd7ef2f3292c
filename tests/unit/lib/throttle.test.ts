import { afterEach, expect, test, vi } from 'vitest'
import { throttle } from '../../../core/lib/throttle.ts'

afterEach(() => vi.useRealTimers())

test('the first call passes at once, and the next only after the interval', () => {
  vi.useFakeTimers()
  const passed: number[] = []
  const call = throttle(100, (value: number) => passed.push(value))
  call(1)
  vi.advanceTimersByTime(99)
  call(2)
  vi.advanceTimersByTime(1)
  call(3)
  call(4)
  expect(passed).toEqual([1, 3])
})
