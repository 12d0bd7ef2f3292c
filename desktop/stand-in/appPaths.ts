import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { manifest, switches } from './project.ts'

export const name = manifest.productName ?? manifest.name
const set = new Map<string, string>()
const given = switches.get('user-data-dir')
if (given) set.set('userData', given)

function appData(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support')
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData/Roaming')
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}

const defaults: Record<string, () => string> = {
  appData,
  userData: () => join(getPath('appData'), name),
  sessionData: () => getPath('userData'),
  logs: () => join(getPath('userData'), 'logs'),
  crashDumps: () => join(getPath('userData'), 'Crashpad'),
  home: homedir,
  temp: tmpdir,
  exe: () => process.execPath,
}

/** The folders of the person are in their home under their English names: `documents` is ~/Documents. */
export function getPath(of: string): string {
  const path = set.get(of) ?? defaults[of]?.() ?? join(homedir(), `${of[0]?.toUpperCase()}${of.slice(1)}`)
  if (of === 'userData') mkdirSync(path, { recursive: true })
  return path
}

export function setPath(of: string, path: string): void {
  set.set(of, path)
}
