import { spawnSync } from 'node:child_process'
import { packedFiles } from './packedFiles.ts'

/** What some items need besides the app: each is there or not, whatever runs the app. */
export const needs = {
  program: 'Electron’s own program',
  keyring: 'Electron’s way to keep a secret',
  pixels: 'what Electron draws',
  pace: 'Electron’s own pace',
  keys: 'keys of the system (xdotool, on X11)',
  root: 'to be run as root, on Linux',
  linux: 'Linux',
  packed: 'the app as `npm run pack` made it for this system',
  appImage: 'the AppImage of `npm run pack`',
  debian: 'the Debian package of `npm run pack`, and dpkg-deb',
} as const

export type Capability = keyof typeof needs

/** Those of Electron on this machine. The stand-in has none of them. */
export function capabilitiesOfElectron(): Capability[] {
  const isLinux = process.platform === 'linux'
  const runs = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
  const packed = packedFiles()
  const has: Readonly<Record<Capability, boolean>> = {
    program: true,
    keyring: true,
    pixels: true,
    pace: true,
    keys: isLinux && process.env['DISPLAY'] !== undefined && runs('xdotool'),
    root: isLinux && process.getuid?.() === 0,
    linux: isLinux,
    packed: packed.program !== undefined,
    appImage: packed.appImage !== undefined,
    debian: packed.debian !== undefined && runs('dpkg-deb'),
  }
  return (Object.keys(has) as Capability[]).filter((name) => has[name])
}

/** What this run lacks of what an item needs, in words. */
export function lacking(wanted: readonly Capability[]): string[] {
  const given = (process.env['SMOKE_CAPABILITIES'] ?? '').split(',')
  return wanted.filter((name) => !given.includes(name)).map((name) => needs[name])
}
