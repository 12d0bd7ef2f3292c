import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Starts a display that nobody sees, where Xvfb is installed, and has DISPLAY name it. Returns what ends it; null: there is no Xvfb.
 * It chooses a free number itself, and says it on the file descriptor 3 once it is ready.
 */
export async function startVirtualDisplay(): Promise<(() => void) | null> {
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const said = once(xvfb.stdio[3]!, 'data').then(([data]) => String(data).trim())
  const failed = Promise.race([once(xvfb, 'error'), once(xvfb, 'exit')]).then(() => null)
  const display = await Promise.race([said, failed])
  if (display === null) return null
  process.env['DISPLAY'] = `:${display}`
  return () => void xvfb.kill()
}
