import { z } from 'zod'
import { throttle } from '../core/lib/throttle.ts'
import type { JobProgress } from './contract.ts'
import type { Ipc } from './ipc.ts'
import { push } from './pushes.ts'

export const jobId = z.uuid()
const INTERVAL = 100 // milliseconds between two pushes of progress

type Options = { readonly signal: AbortSignal; readonly onProgress: (progress: JobProgress) => void }

/** What reads for long and writes nothing: windows are told of its progress, and may cancel it. */
export class Jobs {
  readonly #running = new Map<string, AbortController>()

  serve(ipc: Ipc): void {
    ipc.serve('cancelJob', z.tuple([jobId]), async (id) => {
      this.#running.get(id)?.abort()
      return null
    })
  }

  /** null: it was cancelled. */
  async run<T>(id: string, job: (options: Options) => Promise<T>): Promise<T | null> {
    const running = new AbortController()
    this.#running.set(id, running)
    const onProgress = throttle(INTERVAL, (progress: JobProgress) => push({ type: 'jobProgress', id, progress }))
    try {
      return await job({ signal: running.signal, onProgress })
    } catch (error) {
      if (running.signal.aborted) return null
      throw error
    } finally {
      this.#running.delete(id)
    }
  }

  /** Before the warehouse that they read is closed. */
  cancelAll(): void {
    for (const running of this.#running.values()) running.abort()
  }
}
