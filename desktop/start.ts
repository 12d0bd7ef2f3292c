import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, electronBinary, electronPackage, electronVersion } from './runtime.ts'
import { findChromium, hasDisplay } from './stand-in/chromium.ts'

// npm start, once the app is built: opens it on Electron, else in a Chromium of this machine, else shows the tour.

const root = join(import.meta.dirname, '..')
const standIn = (file: string) => join(import.meta.dirname, 'stand-in', file)
const downloadMilliseconds = 180_000

process.exitCode = await open(process.argv.slice(2))

async function open(args: string[]): Promise<number> {
  if (!hasDisplay()) return tour('There is no display to open a window on')
  const electron = electronBinary() ?? downloadElectron()
  if (electron) return run(electron, [...withoutSandbox(), '.', ...args])
  const chromium = findChromium()
  if (!chromium?.canShowWindows) return tour('There is neither Electron, Chromium nor Chrome to open a window with')
  console.log(`Opening the app in ${describe(chromium)}; its menu, dialogs and notifications need Electron.`)
  const node = ['--disable-warning=ExperimentalWarning', '--import', pathToFileURL(standIn('hook.ts')).href]
  return run(process.execPath, [...node, standIn('run.ts'), '.', ...args])
}

/** By Electron's own installation: offline it fails within seconds, and a stalled download is given up. */
function downloadElectron(): string | undefined {
  console.log(`Downloading Electron ${electronVersion}, once (about 110 MB)…`)
  const { error, stderr } = spawnSync(process.execPath, [join(electronPackage, 'install.js')], {
    timeout: downloadMilliseconds,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' }, // as HTTPS_PROXY says
  })
  const electron = electronBinary()
  if (!electron) console.log(`Electron could not be downloaded: ${error?.message ?? stderr.trim().split('\n')[0]}`)
  return electron
}

/** Chromium refuses to run as root inside its sandbox. */
function withoutSandbox(): string[] {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return []
  console.log('Running as root, so without the sandbox: start the app as another user to have it.')
  return ['--no-sandbox']
}

function tour(reason: string): Promise<number> {
  console.log(`${reason}: showing the tour instead.`)
  return run(process.execPath, [join(root, 'tests/tour/tour.ts')])
}

/** Answers the exit code. A signal to this process is the app's to handle. */
async function run(program: string, args: string[]): Promise<number> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env // set in the terminals of editors that are Electron apps
  const child: ChildProcess = spawn(program, args, { cwd: root, stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  const [code] = await once(child, 'exit')
  return code ?? 1
}
