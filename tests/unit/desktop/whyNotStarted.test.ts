import { expect, test } from 'vitest'
import type { Ended } from '../../../desktop/runProgram.ts'
import { whyNotStarted } from '../../../desktop/whyNotStarted.ts'

const ended = (change: Partial<Ended>) =>
  whyNotStarted({ code: 0, signal: null, milliseconds: 1_000, stderr: '', ...change })

test('a missing library is named, with what to install', () => {
  const stderr = '/x/electron: error while loading shared libraries: libnss3.so: cannot open shared object file'
  expect(ended({ code: 127, stderr })).toMatch(/needs libnss3\.so: install it .*apt install .*libnss3/)
})

test('what ends at once by a fault of Chromium has not started', () => {
  expect([ended({ code: null, signal: 'SIGTRAP' }), ended({ code: 127 })]).toEqual([
    'Electron ended with SIGTRAP',
    'Electron could not be run',
  ])
})

test('an app that ran has started, however it ended', () => {
  const late = ended({ code: null, signal: 'SIGSEGV', milliseconds: 60_000 })
  expect([ended({}), ended({ code: 1 }), ended({ code: null, signal: 'SIGTERM' }), late]).toEqual([
    null,
    null,
    null,
    null,
  ])
})
