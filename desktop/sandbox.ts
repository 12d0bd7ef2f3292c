import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What Chromium's sandbox asks of a machine. */
export type Machine = {
  readonly platform: NodeJS.Platform
  isRoot(): boolean
  /** Can a process without rights make a user namespace, and have rights in it? */
  hasUserNamespaces(): boolean
  /** Does the file belong to root, and run as root? */
  isSetuidRoot(file: string): boolean
}

const thisMachine: Machine = {
  platform: process.platform,
  isRoot: () => process.getuid?.() === 0,
  hasUserNamespaces() {
    const { status, error } = spawnSync('unshare', ['-Ur', 'true'], { stdio: 'ignore' })
    return error !== undefined || status === 0 // without the program it cannot be told: Chromium may try
  },
  isSetuidRoot(file) {
    const found = statSync(file, { throwIfNoEntry: false })
    return found?.uid === 0 && (found.mode & 0o4755) === 0o4755
  },
}

/**
 * Why Electron cannot run inside its sandbox here; null: it can. On Linux Chromium ends at once as root, and where neither
 * user namespaces nor a setuid helper are allowed: Ubuntu since 23.10 restricts the first, and npm cannot install the other.
 * See docs/platforms.md.
 */
export function whyNoSandbox(electron: string, machine: Machine = thisMachine): string | null {
  if (machine.platform !== 'linux') return null
  if (machine.isRoot()) return 'Running as root'
  if (machine.hasUserNamespaces() || machine.isSetuidRoot(join(dirname(electron), 'chrome-sandbox'))) return null
  return 'This system does not allow unprivileged user namespaces'
}
