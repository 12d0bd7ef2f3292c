import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** A Chromium to show windows in: a program of this machine, or the headless one inside the npm package. */
export type Chromium =
  | { readonly kind: 'given' | 'system'; readonly executable: string; readonly canShowWindows: boolean }
  | { readonly kind: 'npm'; readonly canShowWindows: false }

/** What finding one asks of a machine. */
export type Machine = {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  exists(file: string): boolean
  /** The file's content, to tell a launcher script from a program. */
  read(file: string): string
  hasNpmChromium(): boolean
}

const thisMachine: Machine = {
  platform: process.platform,
  environment: process.env,
  exists: existsSync,
  read: (file) => readFileSync(file, 'latin1'),
  hasNpmChromium() {
    if (process.platform !== 'linux' || process.arch !== 'x64') return false // what the package's program runs on
    try {
      createRequire(import.meta.url).resolve('@sparticuz/chromium')
      return true
    } catch {
      return false // an optional dependency that was left out
    }
  },
}

/** STANDIN_CHROMIUM (a path, or `npm`), else a Chromium, Chrome or Edge of the system, else the npm package's; undefined when there is none. */
export function findChromium(machine: Machine = thisMachine): Chromium | undefined {
  const given = machine.environment['STANDIN_CHROMIUM']
  const canShowWindows = hasDisplay(machine)
  if (given && given !== 'npm') return { kind: 'given', executable: given, canShowWindows }
  const executable = given ? undefined : places(machine).find((file) => machine.exists(file) && !isSnap(machine, file))
  if (executable) return { kind: 'system', executable, canShowWindows }
  return machine.hasNpmChromium() ? { kind: 'npm', canShowWindows: false } : undefined
}

/** Can a window be shown here? */
export function hasDisplay({ platform, environment }: Machine = thisMachine): boolean {
  if (environment['STANDIN_HEADLESS']) return false
  return platform !== 'linux' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
}

function places({ platform, environment }: Machine): string[] {
  if (platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => environment[name] ?? [])
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
    return programs.flatMap((program) => roots.flat().map((root) => join(root, program)))
  }
  return [
    '/usr/lib/chromium/chromium', // Debian's program, which /usr/bin/chromium is a script around
    '/opt/google/chrome/chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
  ]
}

/** A snap cannot be spoken to over inherited pipes, nor does it see the profile's folder. */
function isSnap(machine: Machine, file: string): boolean {
  return file === '/usr/bin/chromium' && machine.read(file).includes('/snap/')
}
