import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { whyNoSandbox } from './sandbox.ts'
import { type Chromium, findChromium, hasDisplay } from './stand-in/chromium.ts'

// What the app runs on: Electron where its binary is, the stand-in elsewhere. Asked by the end-to-end tests, the tour and npm start.

const require = createRequire(import.meta.url)
const standIn = join(import.meta.dirname, 'stand-in')

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
 * Decides what `_electron.launch` will start, and says it in one line. Without a display Electron cannot start, the stand-in can;
 * on Windows, where its shell script cannot, Electron is downloaded when it is first asked for.
 */
export function useRuntime(): string {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (given && given !== standIn) return `Electron in ${given}`
  if (process.platform === 'win32' || (electronBinary() && hasDisplay())) return `Electron ${electronVersion}`
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = standIn // which the electron package answers with instead of downloading
  return `the stand-in for Electron ${electronVersion}, on ${describe(findChromium())}`
}

/** What the app must be told to start on that runtime. */
export function runtimeArguments(): string[] {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const executable = folder ? join(folder, 'electron') : electronBinary()
  return executable && whyNoSandbox(executable) ? ['--no-sandbox'] : []
}

export function describe(chromium: Chromium | undefined): string {
  if (!chromium) return 'no Chromium: install one, or Chrome, or name it in STANDIN_CHROMIUM'
  if (chromium.kind !== 'npm') return chromium.executable
  const { version } = require(join(dirname(require.resolve('@sparticuz/chromium')), '../package.json'))
  return `Chromium ${version} of npm`
}
