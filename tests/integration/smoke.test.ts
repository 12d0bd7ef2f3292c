import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/files/temporaryFolder.ts'

const suite = join(import.meta.dirname, '../smoke/smoke.ts')

// Elsewhere there always is a display.
describe.runIf(process.platform === 'linux')('the smoke suite', () => {
  test('says in one line what it lacks, and fails', () => {
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env
    const PATH = temporaryFolder() // without Xvfb
    const { status, stdout, stderr } = spawnSync(process.execPath, [suite], { env: { ...env, PATH }, encoding: 'utf8' })
    expect([status, stdout, stderr]).toEqual([
      1,
      '',
      expect.stringMatching(/^The smoke suite has nothing to run on: there is no display, and no Xvfb .+\n$/),
    ])
  })
})
