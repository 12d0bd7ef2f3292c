import { useEffect, useState } from 'react'
import type { JobProgress, Moment, StoodRow } from '../../../electron/contract.ts'
import { unwrap } from '../../warehouse/unwrap.ts'

type Shown = {
  readonly rows: readonly StoodRow[] | null
  /** null: it is not being read. */
  readonly progress: JobProgress | null
  readonly failure: Error | null
}

const reading: Shown = { rows: null, progress: { done: 0, total: 1 }, failure: null }

/** Every SKU as it stood; it is read once for a moment, since what was does not change. */
export function useStood(moment: Moment) {
  const [shown, setShown] = useState<Shown>(reading)
  const [starts, setStarts] = useState(0)
  const [job, setJob] = useState<string | null>(null)
  const key = JSON.stringify(moment)
  useEffect(() => {
    const job = crypto.randomUUID()
    let isCurrent = true
    setJob(job)
    setShown(reading)
    const stopListening = window.warehouse.onPush((push) => {
      if (push.type === 'jobProgress' && push.id === job)
        setShown((before) => (before.progress === null ? before : { ...before, progress: push.progress }))
    })
    unwrap(window.warehouse.stood(JSON.parse(key), job))
      .then((rows) => isCurrent && setShown({ rows, progress: null, failure: null }))
      .catch((failure: Error) => isCurrent && setShown({ rows: null, progress: null, failure }))
    return () => {
      isCurrent = false
      stopListening()
      void window.warehouse.cancelJob(job)
    }
  }, [key, starts])
  return {
    ...shown,
    cancel: () => job !== null && void window.warehouse.cancelJob(job),
    start: () => setStarts(starts + 1),
  }
}
