import { announceReady, app, chromiumEnded } from './app.ts'
import { startChromium } from './chromiumProcess.ts'
import { contentsByTarget } from './registry.ts'

/** Once the app's main module has run: starts Chromium, passes on what becomes of its pages, and says that the app is ready. */
export async function boot(): Promise<void> {
  const { process, root } = await startChromium(app.getPath('userData'))
  process.once('exit', (code, signal) => chromiumEnded(`${code ?? signal}`))
  root.on('Target.targetCreated', ({ targetInfo }) => {
    contentsByTarget.get(targetInfo.openerId ?? '')?.popups.made(targetInfo.targetId)
  })
  root.on('Target.targetDestroyed', ({ targetId }) => contentsByTarget.get(targetId)?.window.destroy())
  root.on('Target.targetCrashed', ({ targetId, status, errorCode }) => {
    contentsByTarget.get(targetId)?.crashed(status, errorCode)
  })
  await root.send('Target.setDiscoverTargets', { discover: true })
  announceReady()
}
