import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { startVirtualDisplay } from '../../desktop/virtualDisplay.ts'
import { temporaryFolder } from '../support/files/temporaryFolder.ts'

afterEach(() => vi.unstubAllEnvs())

describe.runIf(process.platform !== 'win32')('a virtual display', () => {
  test('is the one that Xvfb chose, and ends with it', async () => {
    const folder = temporaryFolder()
    const ended = join(folder, 'ended')
    writeFileSync(
      join(folder, 'Xvfb'),
      `#!/bin/sh\ntrap 'touch ${ended}; exit' TERM\necho 42 >&3\nwhile :; do sleep 0.05; done\n`,
      { mode: 0o755 },
    )
    vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`)
    vi.stubEnv('DISPLAY', undefined)
    const end = await startVirtualDisplay()
    expect(process.env['DISPLAY']).toBe(':42')
    end?.()
    await expect.poll(() => existsSync(ended)).toBe(true)
  })

  test('is none where Xvfb is not installed, or does not start', async () => {
    const folder = temporaryFolder()
    vi.stubEnv('PATH', folder)
    expect(await startVirtualDisplay()).toBeNull()
    writeFileSync(join(folder, 'Xvfb'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    expect(await startVirtualDisplay()).toBeNull()
  })
})
