import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { electronProgram } from '../../../desktop/program.ts'
import { expect, item } from '../item.ts'
import { packedFiles } from '../packedFiles.ts'
import { expectToStart } from '../startedProgram.ts'

/** What `npm run pack` made of Electron, and everything else that a person does. */
export function packedItems(): void {
  const { program = '', appImage = '', debian = '' } = packedFiles()

  item(17, 'what is packed has its fuses, is signed where that is needed, and starts', ['packed'], async () => {
    const fuses = await getCurrentFuseWire(program)
    const [asNode, onlyAsar] = [fuses[FuseV1Options.RunAsNode], fuses[FuseV1Options.OnlyLoadAppFromAsar]]
    expect([asNode, onlyAsar]).toEqual([FuseState.DISABLE, FuseState.ENABLE])
    if (process.platform === 'darwin') execFileSync('codesign', ['--verify', '--deep', join(program, '../../..')])
    await expectToStart(electronProgram(program))
  })

  item(18, 'the AppImage starts', ['appImage'], () => expectToStart(electronProgram(appImage)))

  item(
    18,
    'the Debian package has the app, its helper for the sandbox, and its entry in the menu',
    ['debian'],
    async () => {
      const contents = execFileSync('dpkg-deb', ['--contents', debian], { encoding: 'utf8' })
      for (const file of [
        '/opt/Warehouse/warehouse',
        '/opt/Warehouse/chrome-sandbox',
        '/applications/warehouse.desktop',
      ])
        expect(contents).toContain(file)
    },
  )

  item(20, 'the end-to-end tests pass, on Electron', ['program'], async () => {
    const tests = ['desktop/run.js', 'playwright', 'test', '--config', 'tests/e2e/playwright.config.ts']
    const running = spawn(process.execPath, tests, { stdio: ['ignore', 'pipe', 'inherit'] })
    const printed = text(running.stdout)
    const [code] = await once(running, 'exit')
    expect(await printed).toMatch(/^End-to-end tests on Electron /m)
    expect(code, (await printed).slice(-4_000)).toBe(0)
  })
}
