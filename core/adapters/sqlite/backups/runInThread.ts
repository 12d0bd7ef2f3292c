import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { StorageError, type StorageFailure } from '../../../ports/storageError.ts'
import type { FileTask, LastMessage, Verified } from './fileTask.ts'

/** Beside this file, in the sources as in the built app (see electron.vite.config.ts). */
const thread = new URL(import.meta.url.endsWith('.ts') ? './fileThread.ts' : './fileThread.js', import.meta.url)

/**
 * Checks every page, index and rule.
 * @throws StorageError when the file cannot be read for a reason outside of it. The signal's reason when it is aborted,
 * once the thread has closed the file: SQLite finishes the statement that it is in.
 */
export const verifyFile = (file: string, signal?: AbortSignal): Promise<Verified> =>
  runInThread<Verified>({ kind: 'verify', file }, signal)

/**
 * The number of messages after `last`; null: the file does not have `last`, or it cannot be read.
 */
export const messagesSince = (file: string, last: LastMessage): Promise<number | null> =>
  runInThread<number | null>({ kind: 'messagesSince', file, last })

/**
 * Checks a file before it is opened.
 * @throws StorageError
 */
export const inspectInThread = (file: string, { skipRules }: { skipRules: boolean }): Promise<null> =>
  runInThread<null>({ kind: 'inspect', file, skipRules })

type Posted<T> = { readonly value: T } | { readonly failure: StorageFailure }

async function runInThread<T>(task: FileTask, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted()
  const worker = new Worker(thread, { workerData: task })
  const terminate = () => void worker.terminate()
  signal?.addEventListener('abort', terminate)
  try {
    const [posted] = await Promise.race([once(worker, 'message'), exited(worker, signal)])
    signal?.throwIfAborted()
    return answerOf<T>(posted)
  } finally {
    signal?.removeEventListener('abort', terminate)
  }
}

/** Rejects, since an exit without an answer says nothing about the file. */
async function exited(worker: Worker, signal: AbortSignal | undefined): Promise<[never]> {
  const [exitCode] = await once(worker, 'exit')
  signal?.throwIfAborted()
  throw new Error(`the thread ended without an answer (${exitCode})`)
}

function answerOf<T>(posted: Posted<T>): T {
  if ('value' in posted) return posted.value
  const { code, details } = posted.failure
  throw new StorageError(code, details)
}
