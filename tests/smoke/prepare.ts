import { spawnSync } from 'node:child_process'
import { electronBinary, useStandIn } from '../../desktop/runtime.ts'
import { findChromium, hasDisplay } from '../../desktop/stand-in/chromium.ts'
import { startVirtualDisplay } from '../../desktop/virtualDisplay.ts'
import { whyNotStarted } from '../../desktop/whyNotStarted.ts'
import { type Capability, capabilitiesOfElectron } from './capabilities.ts'

type Prepared = {
  /** What is missing here, in words. */
  readonly missing: readonly string[]
  readonly capabilities: readonly Capability[]
  /** Ends what was started for the suite. */
  readonly end: () => void
}

/** Downloads nothing: whether Electron is there is known at once. */
export async function prepareElectron(): Promise<Prepared> {
  delete process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const end = hasDisplay() ? null : await startVirtualDisplay()
  const electron = electronBinary()
  const reasons = [
    hasDisplay() ? null : 'there is no display, and no Xvfb to make one (on Debian or Ubuntu: apt install xvfb)',
    electron
      ? whyNotRunning(electron)
      : 'Electron is not downloaded (npm start does it, or node node_modules/electron/install.js)',
  ]
  const missing = reasons.filter((reason) => reason !== null)
  return { missing, capabilities: missing.length > 0 ? [] : capabilitiesOfElectron(), end: end ?? (() => {}) }
}

/** As Node, it needs its libraries and no display. null: it runs. */
function whyNotRunning(electron: string): string | null {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { status, signal, stderr } = spawnSync(electron, ['-e', '0'], { encoding: 'utf8', env })
  return whyNotStarted({ code: status, signal, milliseconds: 0, stderr: stderr ?? '' })
}

export function prepareStandIn(): Prepared {
  useStandIn()
  return { missing: findChromium() ? [] : ['there is no Chromium for the stand-in'], capabilities: [], end: () => {} }
}
