import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { resolveConfig } from 'electron-vite'
import { build, type InlineConfig, mergeConfig } from 'vite'
import { installElectron } from './installElectron.ts'
import { electronProgram, standInProgram } from './program.ts'
import { hasDisplay } from './stand-in/chromium.ts'

// npm run dev: builds, opens the app on data of its own, and from then on builds what was changed. A change of the renderer
// reloads the windows, one of main, preload or core restarts the app. The page is loaded as in production: same scheme,
// same content security policy, no development server. Arguments are the app's: `-- --inspect=9229`.

const root = join(import.meta.dirname, '..')
const cache = join(root, 'node_modules/.cache/dev')
const reloadFile = join(cache, 'reload')
mkdirSync(cache, { recursive: true })
writeFileSync(reloadFile, '')

const electron = hasDisplay() ? installElectron() : undefined
const program = electron ? electronProgram(electron) : standInProgram()
if (!electron) console.log(`On the stand-in for Electron${hasDisplay() ? '' : ', without a display'}.`)

let running: ChildProcess | null = null
let restarting: Promise<void> | null = null

const { config } = await resolveConfig({ root, mode: 'development', logLevel: 'warn' }, 'build', 'development')
await watch(config?.main, restart)
await watch(config?.preload, restart)
await watch(config?.renderer, () => writeFileSync(reloadFile, `${Date.now()}`))
running = open()
process.on('SIGINT', () => {}) // which the app has, too
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => running?.kill(signal))

/** Builds it, and again after every change; a build that fails is said, and the app stays as it is. */
async function watch(target: InlineConfig | undefined, onRebuilt: () => void): Promise<void> {
  const watching = { build: { watch: {}, sourcemap: 'inline' as const, minify: false } }
  const watcher = await build(mergeConfig(target ?? {}, watching))
  if (!('on' in watcher)) throw new Error('Vite does not watch')
  const built = Promise.withResolvers<void>()
  let isFirst = true
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(event.error.message)
    if (event.code !== 'END') return
    if (!isFirst) onRebuilt()
    isFirst = false
    built.resolve()
  })
  await built.promise
}

function open(): ChildProcess {
  const reload = ['-r', join(import.meta.dirname, 'reload.cjs')]
  const data = `--user-data-dir=${join(cache, 'data')}`
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const child = spawn(program.executable, [...program.args, ...reload, '.', data, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...env, RELOAD_FILE: reloadFile },
  })
  child.once('exit', (code) => {
    if (!restarting) process.exit(code ?? 1)
  })
  return child
}

/** Changes that come while the app is closing are in the build that it is opened with again. */
function restart(): void {
  const closing = running
  if (!closing || restarting) return
  restarting = once(closing, 'exit').then(() => {
    restarting = null
    running = open()
  })
  closing.kill()
}
