import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { LastMessage, Look, Verified } from './verify.ts'

/** As it lies beside this file: in the sources, and in the app that was built from them (electron.vite.config.ts). */
const thread = new URL(import.meta.url.endsWith('.ts') ? './verifyThread.ts' : './verifyThread.js', import.meta.url)

/**
 * What verifying the file comes to. A file that cannot be read is found so.
 * @throws the signal's reason when it is aborted, once nobody reads the file any more
 */
export async function verifyFile(file: string, signal?: AbortSignal): Promise<Verified> {
  const seen = await lookInThread({ kind: 'verify', file }, signal)
  return 'error' in seen ? { found: seen.error, messages: 0, last: null } : (seen.value as Verified)
}

/** How many messages the file took after this one; null: it cannot be known. */
export async function messagesSince(file: string, last: LastMessage): Promise<number | null> {
  const seen = await lookInThread({ kind: 'since', file, last })
  return 'error' in seen ? null : (seen.value as number | null)
}

async function lookInThread(wanted: Look, signal?: AbortSignal): Promise<{ value: unknown } | { error: string }> {
  signal?.throwIfAborted()
  const worker = new Worker(thread, { workerData: wanted })
  const end = () => void worker.terminate()
  signal?.addEventListener('abort', end)
  const ended = once(worker, 'exit').then(() => [{ error: 'the thread that looked at it ended' }])
  try {
    const [seen] = await Promise.race([once(worker, 'message'), ended]) // or throws what kept the thread from starting
    signal?.throwIfAborted()
    return seen
  } finally {
    signal?.removeEventListener('abort', end)
  }
}
