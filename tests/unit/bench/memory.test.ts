import { expect, test } from 'vitest'
import { memoryOfApp } from '../../bench/app/memory.ts'
import { memoryIn } from '../../bench/measure/memory.ts'

test('memory is told in MB: what no other process has, and the most there ever was', () => {
  const smaps = 'Rss:              250000 kB\nPrivate_Clean:      1000 kB\nPrivate_Dirty:      9000 kB\n'
  const status = 'VmPeak:\t  999999 kB\nVmHWM:\t  300000 kB\n'
  expect(memoryIn(smaps, status)).toEqual({ own: 10.24, peak: 307.2 })
})

test.runIf(process.platform === 'linux')('an app without a window is not measured', () => {
  expect(() => memoryOfApp(process.pid)).toThrow('no window')
})
