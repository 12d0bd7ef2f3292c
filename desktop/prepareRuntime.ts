import { spawnSync } from 'node:child_process'
import { installElectron } from './installElectron.ts'
import { useRuntime, useStandIn } from './runtime.ts'
import { hasDisplay } from './stand-in/chromium.ts'
import { startVirtualDisplay } from './virtualDisplay.ts'

/**
 * Before anything starts the app: finds or makes a display, and downloads Electron where there is one, once and not by two
 * processes together. Returns what the app will run on, and what ends the display.
 */
export async function prepareRuntime(): Promise<{ runtime: string; end: () => void }> {
  const isStandIn = process.env['STANDIN_HEADLESS'] !== undefined
  const endDisplay = hasDisplay() || isStandIn ? null : await startVirtualDisplay()
  const electron = hasDisplay() && !process.env['ELECTRON_OVERRIDE_DIST_PATH'] ? installElectron() : undefined
  if (electron && !runs(electron)) useStandIn()
  return { runtime: useRuntime(), end: endDisplay ?? (() => {}) }
}

/** A bare system lacks libraries that Electron needs; which one, the dynamic linker says. As Node it needs them too, and no display. */
function runs(electron: string): boolean {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { status, stderr } = spawnSync(electron, ['-e', '0'], { encoding: 'utf8', env })
  if (status !== 0) console.log(`Electron does not run here: ${stderr?.trim().split('\n')[0]}`)
  return status === 0
}
