import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { whyNoSandbox } from './sandbox.ts'
import { type Chromium, findChromium, hasDisplay } from './stand-in/chromium.ts'

// What the app runs on: Electron where its binary is, the stand-in elsewhere.

const require = createRequire(import.meta.url)
/** Where the stand-in is, as the electron package is told. */
export const standInFolder = join(import.meta.dirname, 'stand-in')

export const electronPackage = dirname(require.resolve('electron/package.json'))
export const electronVersion: string = require('electron/package.json').version

/** Electron's executable, or undefined until its package has downloaded it. */
export function electronBinary(): string | undefined {
  const name = join(electronPackage, 'path.txt') // written last by the package's own installation
  if (!existsSync(name)) return undefined
  const binary = join(electronPackage, 'dist', readFileSync(name, 'utf8'))
  return existsSync(binary) ? binary : undefined
}

/**
 * Decides what `_electron.launch` will start, in this process and those that it starts, and says it in one line. Without a
 * display Electron cannot start, the stand-in can.
 */
export function useRuntime(): string {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (given && given !== standInFolder) return `Electron in ${given}`
  // The stand-in's executable is a shell script, which Windows cannot start.
  const canBeElectron = process.platform === 'win32' || (electronBinary() !== undefined && hasDisplay())
  if (!given && canBeElectron) return `Electron ${electronVersion}`
  useStandIn()
  return `the stand-in for Electron ${electronVersion}, on ${describe(findChromium())}`
}

export function useStandIn(): void {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = standInFolder // which the electron package answers with instead of downloading
}

/** What the app must be told to start on that runtime. */
export function runtimeArguments(): string[] {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const executable = folder ? join(folder, 'electron') : electronBinary()
  const args = executable && whyNoSandbox(executable) ? ['--no-sandbox'] : []
  // Under Wayland windows can neither be minimised nor brought to the front by a test.
  const isX11 = process.platform === 'linux' && folder !== standInFolder && process.env['DISPLAY']
  return isX11 ? [...args, '--ozone-platform=x11'] : args
}

export function describe(chromium: Chromium | undefined): string {
  if (!chromium) return 'no Chromium: install one, or Chrome, or name it in STANDIN_CHROMIUM'
  if (chromium.kind !== 'npm') return chromium.executable
  const { version } = require(join(dirname(require.resolve('@sparticuz/chromium')), '../package.json'))
  return `Chromium ${version} of npm`
}
