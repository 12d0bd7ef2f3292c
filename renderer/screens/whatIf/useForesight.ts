import { useEffect, useRef, useState } from 'react'
import type { BoardForesight, JobProgress } from '../../../electron/contract.ts'
import { unwrap } from '../../warehouse/unwrap.ts'

const REST = 250 // milliseconds at least between two runs, and never less than the last one took

type Shown = {
  /** What the board comes to; null while that is not known. */
  readonly foresight: BoardForesight | null
  /** null: it is not being worked out. */
  readonly progress: JobProgress | null
  /** The person has stopped it. */
  readonly isStopped: boolean
  readonly failure: Error | null
}

const nothing: Shown = { foresight: null, progress: null, isStopped: false, failure: null }
const begun: JobProgress = { done: 0, total: 1 }

/**
 * What a board would come to, kept up to date while it is shown: worked out anew when the board changes, at once, and when
 * anything is entered anywhere, one run after the other.
 * @param board null: none
 */
export function useForesight(board: string | null) {
  const [shown, setShown] = useState(nothing)
  const [starts, setStarts] = useState(0)
  const runner = useRef<Runner | null>(null)
  useEffect(() => {
    setShown((before) => ({ ...before, foresight: null, failure: null, isStopped: false, progress: null }))
    if (board === null) return
    const current = new Runner(board, (change) => setShown((before) => ({ ...before, ...change })))
    runner.current = current
    const stopListening = window.warehouse.onPush((push) => {
      if (push.type === 'jobProgress') current.reached(push.id, push.progress)
      if (push.type === 'boards') current.restart()
      if (push.type === 'changed') current.refresh()
    })
    current.restart()
    return () => {
      stopListening()
      current.end()
    }
  }, [board, starts])
  return {
    ...shown,
    stop: () => {
      runner.current?.end()
      setShown((before) => ({ ...before, isStopped: true }))
    },
    start: () => setStarts(starts + 1),
  }
}

class Runner {
  readonly #board: string
  readonly #tell: (change: Partial<Shown>) => void
  #job: string | null = null
  #isAskedAgain = false
  #isEnded = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(board: string, tell: (change: Partial<Shown>) => void) {
    this.#board = board
    this.#tell = tell
  }

  reached(job: string, progress: JobProgress): void {
    if (job === this.#job) this.#tell({ progress })
  }

  /** The board has changed: what is being worked out is of no use. */
  restart(): void {
    if (this.#isEnded) return
    this.#cancel()
    void this.#run()
  }

  /** Something was entered: what is being worked out is shown, and then worked out anew. */
  refresh(): void {
    if (this.#isEnded) return
    if (this.#job === null && this.#timer === undefined) void this.#run()
    else this.#isAskedAgain = true
  }

  end(): void {
    this.#isEnded = true
    this.#cancel()
  }

  #cancel(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#job !== null) void window.warehouse.cancelJob(this.#job)
    this.#job = null
    this.#tell({ progress: null })
  }

  async #run(): Promise<void> {
    const job = crypto.randomUUID()
    this.#job = job
    this.#isAskedAgain = false
    this.#tell({ progress: begun })
    const since = performance.now()
    const result = await unwrap(window.warehouse.foresee(this.#board, job)).catch((error: Error) => error)
    if (this.#job !== job) return
    this.#job = null
    if (result instanceof Error) this.#tell({ failure: result, progress: null })
    else this.#tell({ progress: null, ...(result && { foresight: result, failure: null }) })
    const rest = Math.max(REST, performance.now() - since)
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      if (this.#isAskedAgain) void this.#run()
    }, rest)
  }
}
