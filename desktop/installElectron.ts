import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { electronBinary, electronPackage, electronVersion } from './runtime.ts'

const PATIENCE = 15 * 60_000 // milliseconds: 110 MB over a slow line

/**
 * Electron's executable, which its package downloads once. Offline that fails within seconds, and a stalled download is
 * given up. undefined: it could not be downloaded, which is said.
 */
export function installElectron(): string | undefined {
  const installed = electronBinary()
  if (installed) return installed
  console.log(`Downloading Electron ${electronVersion}, once (about 110 MB)…`)
  const { error, stderr } = spawnSync(process.execPath, [join(electronPackage, 'install.js')], {
    timeout: PATIENCE,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' }, // as HTTPS_PROXY says
  })
  const electron = electronBinary()
  if (!electron) console.log(`Electron could not be downloaded: ${error?.message ?? stderr.trim().split('\n')[0]}`)
  return electron
}
