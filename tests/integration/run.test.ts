import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/files/temporaryFolder.ts'

const launcher = join(import.meta.dirname, '../../desktop/run.js')
const asNode20 = ['--import', "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.20.2'})"]

/** A project that has the launcher and nothing else. */
function bareProject(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'desktop'))
  mkdirSync(join(folder, 'node_modules/tool'), { recursive: true })
  copyFileSync(launcher, join(folder, 'desktop/run.js'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'node_modules/tool/package.json'), '{"type":"module","bin":{"tool":"tool.js"}}')
  writeFileSync(join(folder, 'node_modules/tool/tool.js'), 'console.log(process.argv.slice(2).join());process.exit(3)')
  return folder
}

const run = (nodeArgs: string[], ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeArgs, 'desktop/run.js', ...args], {
    cwd: bareProject(),
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('a tool runs with its arguments, and its exit code is passed on', () => {
  expect(run([], 'tool', 'a', '--b')).toEqual({ status: 3, stdout: 'a,--b\n', stderr: '' })
})

test('on an old Node without one that npm brought, a single line says what to install', () => {
  const { status, stdout, stderr } = run(asNode20, 'tool')
  expect([status, stdout, stderr]).toEqual([
    1,
    '',
    expect.stringMatching(/^Node 24 or newer is needed .*nodejs\.org\n$/),
  ])
})
