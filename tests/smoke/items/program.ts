import { spawnSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { electronProgram } from '../../../desktop/program.ts'
import { electronBinary, electronPackage, electronVersion } from '../../../desktop/runtime.ts'
import { makeUserData } from '../../support/app/app.ts'
import { expect, item } from '../item.ts'
import { expectToStart } from '../startedProgram.ts'

const npmStart = { executable: process.execPath, args: ['desktop/run.js', 'desktop/start.ts'] }

/** Electron's own program, and how it is started. */
export function programItems(): void {
  item(1, 'Electron is installed, and says its version', ['program'], async () => {
    const installed = spawnSync(process.execPath, [join(electronPackage, 'install.js')])
    const { executable, args } = electronProgram(electronBinary() ?? '')
    const said = spawnSync(executable, [...args, '--version'], { encoding: 'utf8' })
    expect([installed.status, said.stdout.trim()]).toEqual([0, `v${electronVersion}`])
  })

  item(2, 'npm start shows its window within 15 seconds, says nothing fatal, and ends by Ctrl+C', ['program'], () =>
    expectToStart(npmStart),
  )

  item(3, 'npm start does so as root', ['program', 'root'], () => expectToStart(npmStart))

  item(3, 'npm start does so where user namespaces are refused', ['program', 'linux'], async () => {
    const { userData: folder, remove } = await makeUserData()
    writeFileSync(join(folder, 'unshare'), '#!/bin/sh\nexit 1\n') // by which the start finds out
    chmodSync(join(folder, 'unshare'), 0o755)
    await expectToStart(npmStart, { PATH: `${folder}${delimiter}${process.env['PATH']}` })
    await remove()
  })
}
