// `node desktop/run.js <tool or file> [argument…]` runs it on Node 24: this one, else the one that npm brought along.
// It is JavaScript, as it must start on an older Node to say so.

import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST = 24 // runs .ts files, and better-sqlite3, which crashes on older ones
const modules = join(dirname(fileURLToPath(import.meta.url)), '../node_modules')

const node = findNode()
if (!node) {
  console.error(`Node ${OLDEST} or newer is needed and this is ${process.version}: install it from https://nodejs.org`)
  process.exit(1)
}
const [what, ...args] = process.argv.slice(2)
const PATH = `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`
const child = spawn(node, [programOf(what), ...args], { stdio: 'inherit', env: { ...process.env, PATH } })
// Ctrl+C reaches the whole group, so the child has it already; what is sent to this process alone is passed on.
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
})

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST) return process.execPath
  const brought = join(modules, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(brought) ? brought : undefined
}

/** A file of this project, or the program of a package: `vitest` is node_modules/vitest/vitest.mjs. */
function programOf(name) {
  if (name.includes('.')) return name
  const folder = join(
    modules,
    { biome: '@biomejs/biome', playwright: '@playwright/test', tsc: 'typescript' }[name] ?? name,
  )
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[name])
}
