import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** A stream that is written piece by piece, by whoever waits until there is room for more. Each rejects for what failed. */
export function streamTo(stream: Writable, finished: Promise<unknown> = once(stream, 'close')) {
  const failed = new Promise<never>((_, reject) => stream.once('error', reject))
  failed.catch(() => {}) // told to whoever writes next, or ends
  finished.catch(() => {})
  return {
    async write(text: string): Promise<void> {
      if (stream.errored) throw stream.errored
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), failed, finished])
    },
    async end(): Promise<void> {
      stream.end()
      await Promise.race([finished, failed])
    },
    async abort(): Promise<void> {
      stream.destroy()
      await finished.catch(() => {})
    },
  }
}
