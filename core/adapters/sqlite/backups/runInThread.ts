import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { VerifyOptions, VerifyProgress } from '../../../ports/backups.ts'
import { StorageError, type StorageFailure } from '../../../ports/storageError.ts'
import type { Moment, StoodRow } from '../../../ports/views.ts'
import type { FileTask, LastMessage, Verified } from './fileTask.ts'

/** Beside this file, in the sources as in the built app (see electron.vite.config.ts). */
const thread = new URL(import.meta.url.endsWith('.ts') ? './fileThread.ts' : './fileThread.js', import.meta.url)

/**
 * Checks every page, index and rule.
 * @throws StorageError when the file cannot be read for a reason outside of it. The signal's reason when it is aborted,
 * once the thread has closed the file: SQLite finishes the statement that it is in.
 */
export const verifyFile = (file: string, options?: VerifyOptions): Promise<Verified> =>
  runInThread<Verified>({ kind: 'verify', file }, options)

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

/** Every SKU as it stood: the whole history of the file is read. */
export const stoodInThread = (file: string, moment: Moment, options?: VerifyOptions): Promise<readonly StoodRow[]> =>
  runInThread<readonly StoodRow[]>({ kind: 'stood', file, moment }, options)

type Answer<T> = { readonly value: T } | { readonly failure: StorageFailure }
type Posted<T> = Answer<T> | { readonly progress: VerifyProgress }

async function runInThread<T>(task: FileTask, { onProgress, signal }: VerifyOptions = {}): Promise<T> {
  signal?.throwIfAborted()
  const worker = new Worker(thread, { workerData: task })
  const terminate = () => void worker.terminate()
  signal?.addEventListener('abort', terminate)
  try {
    const answer = await Promise.race([answered<T>(worker, onProgress), exited(worker, signal)])
    signal?.throwIfAborted()
    return resultOf(answer)
  } finally {
    signal?.removeEventListener('abort', terminate)
  }
}

const answered = <T>(worker: Worker, onProgress: VerifyOptions['onProgress']): Promise<Answer<T>> =>
  new Promise((resolve) => {
    worker.on('message', (posted: Posted<T>) => {
      if ('progress' in posted) onProgress?.(posted.progress)
      else resolve(posted)
    })
  })

/** Rejects, since an exit without an answer says nothing about the file. */
async function exited(worker: Worker, signal: AbortSignal | undefined): Promise<never> {
  const [exitCode] = await once(worker, 'exit')
  signal?.throwIfAborted()
  throw new Error(`the thread ended without an answer (${exitCode})`)
}

function resultOf<T>(answer: Answer<T>): T {
  if ('value' in answer) return answer.value
  const { code, details } = answer.failure
  throw new StorageError(code, details)
}
