import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { findChromium } from '../../desktop/stand-in/chromium.ts'

// These start the app anew, and what they show is shown by recovery.spec and app.spec, too.
const startsAnew = '(10|12) |11 (SIGTERM|Ctrl|the last)'

const rule = 'the smoke suite shows on the stand-in what that can show, and lists the rest'
const lacks =
  process.platform === 'win32' ? 'the stand-in’s executable is a shell script' : findChromium() ? null : 'no Chromium'
const declare = lacks === null ? test : test.fixme
declare(lacks === null ? rule : `${rule} (not here: ${lacks})`, async () => {
  const suite = join(import.meta.dirname, '../smoke/smoke.ts')
  const args = [suite, '--stand-in', '--grep-invert', startsAnew]
  const { stdout } = await promisify(execFile)(process.execPath, args).catch((failed) => failed)
  const lines = [...String(stdout).matchAll(/^(passed|failed|not shown here) +(\d+)/gm)]
  const numbers = (outcome: string) => lines.flatMap(([, found, number]) => (found === outcome ? [Number(number)] : []))
  expect(numbers('failed'), stdout).toEqual([])
  expect([...new Set(numbers('passed'))]).toEqual([5, 7, 8, 14, 15, 16, 4, 6, 9, 11])
  expect([...new Set(numbers('not shown here'))]).toEqual([1, 2, 3, 14, 16, 19, 13, 17, 18, 20])
})
