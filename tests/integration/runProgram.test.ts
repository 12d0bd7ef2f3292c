import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

// On Windows a console sends Ctrl+C itself, which a test cannot.
describe.runIf(process.platform !== 'win32')('a program that npm start runs', () => {
  test('is told of Ctrl+C once, and may take its time to close', async () => {
    const runner = ['desktop/run.js', 'tests/support/processes/runner.ts']
    const started = spawn(process.execPath, runner, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
    await once(started.stdout, 'data')
    process.kill(-started.pid!, 'SIGINT') // to the whole group, as a terminal does
    expect(await once(started, 'exit')).toEqual([1, null])
  })
})
