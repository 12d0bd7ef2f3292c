import { setImmediate } from 'node:timers/promises'

const SLICE = 8

/**
 * Made once for a long job, and awaited between its steps: lets everything else have its turn as soon as the job has
 * held the event loop for some milliseconds. Awaiting what is already there does not.
 */
export function slices(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < SLICE) return
    await setImmediate()
    since = performance.now()
  }
}
